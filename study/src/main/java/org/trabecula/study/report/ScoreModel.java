package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.repeated.CovarianceStructure;
import org.trabecula.statistics.repeated.FixedEffects;
import org.trabecula.statistics.repeated.RepeatedMeasures;
import org.trabecula.statistics.repeated.RepeatedMeasuresModel;
import org.trabecula.statistics.repeated.SmallSample;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/**
 * The mixed model of one score: change since baseline on baseline by visit and arm by visit, with the terms of the propensity
 * model. Unstructured covariance with Kenward and Roger's correction; where that has no fit the next simpler structure.
 *
 * @param subjects with the score before and at least once after surgery
 * @param visits at which anybody has it
 */
record ScoreModel(Evidence evidence, Score score, List<Subject> subjects, List<Timepoint> visits) {
    private static final int BY_VISIT = 3;

    static ScoreModel of(Evidence evidence, Score score) {
        List<Subject> subjects = evidence.compared().stream()
                .filter(one -> evidence.covariates().rows().containsKey(one.id()))
                .filter(one -> evidence.data().visits().stream()
                        .anyMatch(visit -> change(one, score, visit).isPresent()))
                .toList();
        List<Timepoint> visits = evidence.data().visits().stream()
                .filter(visit -> subjects.stream()
                        .anyMatch(one -> change(one, score, visit).isPresent()))
                .toList();
        return new ScoreModel(evidence, score, subjects, visits);
    }

    /**
     * The model, fitted.
     *
     * @param structure the covariance that had a fit, or the last that was tried
     */
    record Fitted(ScoreModel model, CovarianceStructure structure, Outcome<FixedEffects> effects) {

        /** The adjusted mean change of an arm at a visit, at the mean of baseline and covariates. */
        Outcome<Contrast> mean(Timepoint visit, int arm) {
            return at(visit)
                    .then(place -> effects.then(
                            fixed -> fixed.contrast(model.row(place, 0, arm == 0 ? 1 : 0, model.means()))));
        }

        Outcome<Contrast> difference(Timepoint visit) {
            return at(visit).then(place -> {
                double[] weights = new double[BY_VISIT * model.visits().size() + model.width()];
                weights[BY_VISIT * place + 2] = 1;
                return effects.then(fixed -> fixed.contrast(weights));
            });
        }

        private Outcome<Integer> at(Timepoint visit) {
            int place = model.visits().indexOf(visit);
            return place < 0
                    ? Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody has the score at this visit")
                    : Outcome.of(place);
        }

        Phrase words() {
            return effects instanceof Outcome.Found<FixedEffects>
                    ? Phrase.of("report.structure." + structure.name().toLowerCase(Locale.ROOT))
                    : Phrase.of("report.structure.none");
        }
    }

    Fitted fit() {
        if (subjects.isEmpty()) {
            return new Fitted(
                    this,
                    CovarianceStructure.COMPOUND_SYMMETRY,
                    Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody has a score before and after surgery"));
        }
        RepeatedMeasures data = data();
        Fitted last = fit(data, CovarianceStructure.UNSTRUCTURED);
        for (CovarianceStructure simpler : CovarianceStructure.values()) {
            if (last.effects() instanceof Outcome.Missing<FixedEffects>) {
                last = fit(data, simpler);
            }
        }
        return last;
    }

    private Fitted fit(RepeatedMeasures data, CovarianceStructure structure) {
        SmallSample correction = structure == CovarianceStructure.UNSTRUCTURED
                ? SmallSample.KENWARD_ROGER_LINEAR
                : SmallSample.SATTERTHWAITE;
        return new Fitted(
                this, structure, RepeatedMeasuresModel.fit(data, structure).then(model -> model.effects(correction)));
    }

    private RepeatedMeasures data() {
        List<Double> response = new ArrayList<>();
        List<double[]> design = new ArrayList<>();
        List<Integer> subject = new ArrayList<>();
        List<Integer> visit = new ArrayList<>();
        double mean = subjects.stream().mapToDouble(this::baseline).average().orElse(0);
        for (int i = 0; i < subjects.size(); i++) {
            Subject one = subjects.get(i);
            double[] own = evidence.covariates().rows().getOrDefault(one.id(), new double[width()]);
            for (int v = 0; v < visits.size(); v++) {
                OptionalDouble change = change(one, score, visits.get(v));
                if (change.isPresent()) {
                    response.add(change.getAsDouble());
                    design.add(row(v, baseline(one) - mean, one.arm() == 0 ? 1 : 0, own));
                    subject.add(i);
                    visit.add(v);
                }
            }
        }
        return new RepeatedMeasures(
                response.stream().mapToDouble(Double::doubleValue).toArray(),
                design.toArray(double[][]::new),
                subject.stream().mapToInt(Integer::intValue).toArray(),
                visit.stream().mapToInt(Integer::intValue).toArray(),
                visits.size());
    }

    /** Intercept, baseline and arm of the visit; then the covariates. */
    private double[] row(int visit, double before, double arm, double[] own) {
        double[] row = new double[BY_VISIT * visits.size() + width()];
        row[BY_VISIT * visit] = 1;
        row[BY_VISIT * visit + 1] = before;
        row[BY_VISIT * visit + 2] = arm;
        System.arraycopy(own, 0, row, BY_VISIT * visits.size(), width());
        return row;
    }

    private int width() {
        return evidence.covariates().terms().size();
    }

    private double[] means() {
        double[] means = new double[width()];
        for (Subject one : subjects) {
            double[] own = evidence.covariates().rows().getOrDefault(one.id(), means);
            for (int i = 0; i < means.length; i++) {
                means[i] += own[i] / subjects.size();
            }
        }
        return means;
    }

    private double baseline(Subject one) {
        return value(one, score, Timepoint.BASELINE).orElse(0);
    }

    /** The change since baseline; negative is better. */
    static OptionalDouble change(Subject subject, Score score, Timepoint visit) {
        OptionalDouble before = value(subject, score, Timepoint.BASELINE);
        OptionalDouble now = value(subject, score, visit);
        return before.isPresent() && now.isPresent()
                ? OptionalDouble.of(now.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }

    /** From how many points less a participant counts as a responder: 15 of the ODI, 2 of a visual analogue scale of 10. */
    static int relevant(Score score) {
        return score.id().startsWith("odi") ? 15 : 2;
    }

    static OptionalDouble value(Subject subject, Score score, Timepoint visit) {
        return subject.score(score.id(), visit)
                .map(ScoreCell.Value::value)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
