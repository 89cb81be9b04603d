package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.statistics.causal.Mediation;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.endpoint.Endpoint;

/**
 * How much of the cage's effect on a loose screw at the last visit goes through union at the primary visit: the total natural
 * indirect effect. It takes for granted that loosening does not hold back union, which the model allows; where fusion takes no
 * load away, every rejection is a false one.
 */
final class ThroughFusion {
    /** Of the model of loosening: a constant, the arm, union, and at most three baseline terms. */
    private static final int COLUMNS = 6;

    private final int primary;
    private final double level;
    private final List<Participant> baselines = new ArrayList<>();
    private final List<Boolean> titanium = new ArrayList<>();
    private final List<Boolean> fused = new ArrayList<>();
    private final List<Boolean> loose = new ArrayList<>();

    ThroughFusion(Rules rules, VirtualStudy study) {
        this.primary = rules.primary();
        this.level = rules.level();
        study.members().forEach(this::add);
    }

    /** Those whose union is known at the primary visit and whose screws are known at a later one. */
    private void add(Member member) {
        Optional<Boolean> union = member.at(primary).flatMap(seen -> seen.known(Endpoint.FUSION));
        Optional<Boolean> screws = Optional.empty();
        for (VirtualStudy.Seen seen : member.visits()) {
            Optional<Boolean> known = seen.planned() > primary ? seen.known(Endpoint.LOOSENING) : Optional.empty();
            screws = known.isPresent() ? known : screws;
        }
        if (union.isPresent() && screws.isPresent()) {
            baselines.add(member.baseline());
            titanium.add(member.titanium());
            fused.add(union.get());
            loose.add(screws.get());
        }
    }

    Outcome<Finding> finding() {
        int units = baselines.size();
        if (units <= COLUMNS) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "There are " + units + " participants to follow.");
        }
        double[][] terms = Terms.ofOutcome(baselines);
        double[][] mediator = new double[units][];
        double[][][] mediatorUnder = new double[2][units][];
        double[][] outcome = new double[units][];
        double[][][][] outcomeUnder = new double[2][2][units][];
        for (int unit = 0; unit < units; unit++) {
            mediator[unit] = row(terms[unit], titanium.get(unit));
            outcome[unit] = row(terms[unit], titanium.get(unit), fused.get(unit));
            for (int arm = 0; arm < 2; arm++) {
                mediatorUnder[arm][unit] = row(terms[unit], arm == 1);
                outcomeUnder[arm][0][unit] = row(terms[unit], arm == 1, false);
                outcomeUnder[arm][1][unit] = row(terms[unit], arm == 1, true);
            }
        }
        return Mediation.fit(
                        new Mediation.Designs(mediator, mediatorUnder, outcome, outcomeUnder),
                        flags(fused),
                        flags(loose))
                .map(fit -> fit.indirect(true))
                .then(indirect -> student(indirect, units - COLUMNS));
    }

    private Outcome<Finding> student(Estimate indirect, int degrees) {
        if (indirect.standardError() <= 0) {
            return Outcome.none(Shortfall.Cause.SINGULAR, "The indirect effect has no error.");
        }
        Contrast contrast = new Contrast(indirect.value(), indirect.standardError(), degrees);
        return Outcome.of(new Finding(contrast.estimate(), Optional.of(contrast.interval(level)), contrast.p()));
    }

    private static double[] row(double[] terms, boolean arm) {
        return Terms.joined(new double[] {1, arm ? 1 : 0}, terms);
    }

    private static double[] row(double[] terms, boolean arm, boolean united) {
        return Terms.joined(new double[] {1, arm ? 1 : 0, united ? 1 : 0}, terms);
    }

    private static boolean[] flags(List<Boolean> all) {
        boolean[] flags = new boolean[all.size()];
        for (int index = 0; index < flags.length; index++) {
            flags[index] = all.get(index);
        }
        return flags;
    }
}
