package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.simulation.mechanism.Drug;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.statistics.causal.AugmentedWeighting;
import org.trabecula.statistics.causal.Balance;
import org.trabecula.statistics.causal.DoublyRobust;
import org.trabecula.statistics.causal.OutcomeColumns;
import org.trabecula.statistics.causal.OutcomeModel;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimating.FewUnits;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;

/**
 * The claim of a primary endpoint as the plan has it: its estimator, augmented where a covariate is still out of balance and the
 * plan wants it then, with the error that the plan wants. What has no fit is penalised after Firth, as in the report.
 */
final class Claims {
    /** What is looked at for balance beside the terms of the score, of which it is none. */
    private static final List<ToDoubleFunction<Participant>> LOOKED_AT = List.of(
            Participant::age,
            one -> one.male() ? 1 : 0,
            Participant::weightKg,
            Participant::tScore,
            one -> one.smokes() ? 1 : 0,
            one -> one.diabetes() ? 1 : 0,
            one -> one.drug() == Drug.NONE ? 0 : 1,
            one -> one.sacrum() ? 1 : 0);

    private final Rules rules;
    private final List<Participant> everybody;
    /** Places in {@link #LOOKED_AT}, the furthest out of balance first. */
    private final List<Integer> beyond;

    Claims(Rules rules, VirtualStudy study) {
        this.rules = rules;
        this.everybody = baselines(study.members());
        this.beyond = beyond(Judged.flags(study.members(), Member::titanium));
    }

    private static List<Participant> baselines(List<Member> members) {
        return members.stream().map(Member::baseline).toList();
    }

    /** Overlap weights leave no difference in the terms of the score, so the others alone are asked. */
    private List<Integer> beyond(boolean[] titanium) {
        if (rules.claim().augmentAbove().isEmpty()) {
            return List.of();
        }
        double limit = rules.claim().augmentAbove().getAsDouble();
        return PropensityScore.penalised(Terms.ofScore(everybody), titanium)
                .map(score -> score.weights(Weighting.OVERLAP))
                .value()
                .map(weights -> IntStream.range(0, LOOKED_AT.size())
                        .mapToObj(place -> new Place(place, difference(place, titanium, weights)))
                        .filter(one -> one.difference > limit)
                        .sorted(Comparator.comparingDouble((Place one) -> -one.difference))
                        .map(Place::place)
                        .toList())
                .orElse(List.of());
    }

    private record Place(int place, double difference) {}

    private double difference(int place, boolean[] titanium, double[] weights) {
        return Balance.difference(numbers(everybody, LOOKED_AT.get(place)), titanium, weights)
                .value()
                .map(one -> Math.abs(one.orElse(0)))
                .orElse(0.0);
    }

    private static double[] numbers(List<Participant> people, ToDoubleFunction<Participant> value) {
        return people.stream().mapToDouble(value).toArray();
    }

    Outcome<Finding> of(Judged judged) {
        Estimator estimator = rules.claim().estimator();
        List<Participant> people = baselines(judged.members());
        if (estimator == Estimator.UNADJUSTED) {
            return counted(judged);
        }
        Outcome<PropensityScore> score = judged.score() instanceof Outcome.Found<PropensityScore>
                ? judged.score()
                : PropensityScore.penalised(Terms.ofScore(people), judged.titanium());
        return score.then(fit -> switch (estimator) {
            case OVERLAP_WEIGHTS ->
                beyond.isEmpty() ? weighted(fit, judged, Weighting.OVERLAP) : augmented(fit, judged, people);
            case AUGMENTED_OVERLAP -> augmented(fit, judged, people);
            case INVERSE_WEIGHTS -> weighted(fit, judged, Weighting.EVERYBODY);
            case TREATED_WEIGHTS -> weighted(fit, judged, Weighting.TREATED);
            case DOUBLY_ROBUST -> robust(fit, judged);
            case UNADJUSTED -> counted(judged);
        });
    }

    private Outcome<Finding> weighted(PropensityScore score, Judged judged, Weighting weighting) {
        double[] numbers = judged.numbers();
        return finding(score, few -> WeightedComparison.corrected(score, numbers, weighting, few));
    }

    private Outcome<Finding> augmented(PropensityScore score, Judged judged, List<Participant> people) {
        double[][] terms = score.rows();
        List<double[]> wanted = new ArrayList<>();
        beyond.forEach(place -> wanted.add(numbers(people, LOOKED_AT.get(place))));
        IntStream.range(1, terms[0].length)
                .forEach(term -> wanted.add(
                        Arrays.stream(terms).mapToDouble(row -> row[term]).toArray()));
        List<double[]> columns = OutcomeColumns.chosen(wanted, judged.titanium()).stream()
                .map(wanted::get)
                .toList();
        double[][] rows = new double[people.size()][];
        Arrays.setAll(rows, unit -> OutcomeColumns.row(columns, unit));
        boolean[] events = judged.events();
        Outcome<Finding> plain =
                finding(score, few -> AugmentedWeighting.of(score, rows, events, Weighting.OVERLAP, few));
        return plain instanceof Outcome.Missing<Finding>(var shortfall)
                        && shortfall.cause() == Shortfall.Cause.SEPARATION
                ? finding(score, few -> AugmentedWeighting.penalised(score, rows, events, Weighting.OVERLAP, few))
                : plain;
    }

    private Outcome<Finding> robust(PropensityScore score, Judged judged) {
        double[][] rows = armed(score.rows(), judged.titanium());
        boolean[] all = new boolean[rows.length];
        double[][] second = armed(score.rows(), all);
        Arrays.fill(all, true);
        double[][] first = armed(score.rows(), all);
        Outcome<OutcomeModel> plain = OutcomeModel.fit(rows, first, second, judged.events());
        boolean separated = plain instanceof Outcome.Missing<OutcomeModel>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION;
        return (separated ? OutcomeModel.penalised(rows, first, second, judged.events()) : plain)
                .then(model ->
                        finding(score, few -> DoublyRobust.of(model, score, few).map(DoublyRobust::means)));
    }

    private static double[][] armed(double[][] rows, boolean[] titanium) {
        double[][] armed = new double[rows.length][];
        Arrays.setAll(armed, unit -> Terms.joined(rows[unit], new double[] {titanium[unit] ? 1 : 0}));
        return armed;
    }

    private Outcome<Finding> counted(Judged judged) {
        double[][] parts = Stream.of(true, false)
                .map(arm -> {
                    double n = judged.rate(arm).total();
                    double share = n == 0 ? 0 : judged.rate(arm).events() / n;
                    return new double[] {n, share, n == 0 ? 0 : share * (1 - share) / n};
                })
                .toArray(double[][]::new);
        return contrast(parts[0][1] - parts[1][1], Math.sqrt(parts[0][2] + parts[1][2]), parts[0][0] + parts[1][0] - 2);
    }

    /** With the error that the plan wants; where somebody cannot be left out, with the sandwich. */
    private Outcome<Finding> finding(PropensityScore score, Function<FewUnits, Outcome<PotentialMeans>> means) {
        Outcome<PotentialMeans> wanted = means.apply(
                rules.claim().variance() == Variance.ONE_STEP_JACKKNIFE ? FewUnits.ONE_STEP_JACKKNIFE : FewUnits.NONE);
        boolean alone = wanted instanceof Outcome.Missing<PotentialMeans>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SINGULAR;
        Outcome<PotentialMeans> found = alone ? means.apply(FewUnits.NONE) : wanted;
        double degrees = Math.max(1, score.size() - score.rows()[0].length - 2);
        return found.then(one -> {
            Estimate difference = one.difference();
            return contrast(difference.value(), difference.standardError(), degrees);
        });
    }

    private Outcome<Finding> contrast(double difference, double error, double degrees) {
        if (!(error > 0) || degrees <= 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "Nothing varies within the arms, so there is no error.");
        }
        Contrast contrast = new Contrast(difference, error, degrees);
        return Outcome.of(new Finding(difference, Optional.of(contrast.interval(rules.level())), contrast.p()));
    }
}
