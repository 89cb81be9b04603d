package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.trabecula.simulation.mechanism.Complaints;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.simulation.trial.VirtualStudy.Seen;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.repeated.CovarianceStructure;
import org.trabecula.statistics.repeated.RepeatedMeasures;
import org.trabecula.statistics.repeated.RepeatedMeasuresModel;
import org.trabecula.statistics.repeated.SmallSample;

/**
 * A complaint at all visits by the mixed model for repeated measures: change from before surgery by visit, arm and the level
 * before, each by visit, with bone, calendar time and the number of segments; unstructured, by restricted likelihood. What is
 * missing needs no imputation.
 */
final class SaidAtVisits {
    private final Rules rules;
    private final ToDoubleFunction<Complaints.Said> complaint;
    private final List<Double> changes = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> subjects = new ArrayList<>();
    private final List<Integer> visits = new ArrayList<>();

    SaidAtVisits(Rules rules, VirtualStudy study, ToDoubleFunction<Complaints.Said> complaint) {
        this.rules = rules;
        this.complaint = complaint;
        double[][] baselines =
                Terms.ofOutcome(study.members().stream().map(Member::baseline).toList());
        for (int index = 0; index < baselines.length; index++) {
            add(study.members().get(index), baselines[index]);
        }
    }

    private void add(Member member, double[] baseline) {
        double before = complaint.applyAsDouble(member.before());
        int subject = subjects.isEmpty() ? 0 : subjects.getLast() + 1;
        for (Seen seen : member.visits()) {
            int visit = rules.months().indexOf(seen.planned());
            changes.add(complaint.applyAsDouble(seen.said()) - before);
            rows.add(Terms.joined(row(member, visit, before), baseline));
            subjects.add(subject);
            visits.add(visit);
        }
    }

    private double[] row(Member member, int visit, double before) {
        int planned = rules.months().size();
        double[] row = new double[3 * planned];
        row[visit] = 1;
        row[planned + visit] = member.titanium() ? 1 : 0;
        row[2 * planned + visit] = before / 10;
        return row;
    }

    /** Titanium minus PEEK at the primary visit. */
    Outcome<Finding> atPrimary() {
        int planned = rules.months().size();
        RepeatedMeasures data = new RepeatedMeasures(
                changes.stream().mapToDouble(Double::doubleValue).toArray(),
                rows.toArray(double[][]::new),
                subjects.stream().mapToInt(Integer::intValue).toArray(),
                visits.stream().mapToInt(Integer::intValue).toArray(),
                planned);
        double[] weights = new double[data.columns()];
        if (weights.length > 0) {
            weights[planned + rules.months().indexOf(rules.primary())] = 1;
        }
        return RepeatedMeasuresModel.fit(data, CovarianceStructure.UNSTRUCTURED)
                .then(fit -> fit.effects(SmallSample.KENWARD_ROGER_LINEAR))
                .then(effects -> effects.contrast(weights))
                .map(contrast ->
                        new Finding(contrast.estimate(), Optional.of(contrast.interval(rules.level())), contrast.p()));
    }
}
