package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.ChainedEquations;
import org.trabecula.statistics.missing.ImputationMethod;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.dataset.Modalities;
import org.trabecula.study.dataset.Subject;

/**
 * As if everybody whose images were judged at the primary visit had had a CT: what CT would have said is imputed from what the
 * radiograph says, the arm and the predictor of the propensity score, in as many data sets as the plan wants. Right if, given
 * these, having a CT does not depend on the truth.
 *
 * <p>Source: Harel O, Zhou XH, Stat Med 2006;25:3769-3786.
 *
 * @param subjects with a radiograph that says fused or not, is unclear, or a CT
 * @param radiograph what it says, NaN where it says neither
 * @param completed for each imputation what CT says or would have said
 */
record AllCt(Evidence evidence, List<Subject> subjects, double[] radiograph, Outcome<List<double[]>> completed) {
    private static final long STREAM = 1L << 42;
    private static final int ROUNDS = 5;

    static AllCt of(Evidence evidence) {
        List<Subject> looked = evidence.compared().stream()
                .filter(one -> {
                    Modalities said = said(evidence, one);
                    return said.unclear()
                            || said.fusedByRadiograph().isPresent()
                            || said.fusedByCt().isPresent();
                })
                .toList();
        double[] radiograph = numbers(looked, one -> said(evidence, one).fusedByRadiograph());
        double[] ct = numbers(looked, one -> said(evidence, one).fusedByCt());
        return new AllCt(evidence, looked, radiograph, completed(evidence, looked, radiograph, ct));
    }

    private static Modalities said(Evidence evidence, Subject subject) {
        return subject.at(evidence.primary()).modalities();
    }

    private static double[] numbers(List<Subject> subjects, Function<Subject, Optional<Boolean>> said) {
        return subjects.stream()
                .mapToDouble(one -> said.apply(one).map(yes -> yes ? 1.0 : 0.0).orElse(Double.NaN))
                .toArray();
    }

    private static Outcome<List<double[]>> completed(
            Evidence evidence, List<Subject> looked, double[] radiograph, double[] ct) {
        if (Arrays.stream(ct).noneMatch(value -> value == 1)
                || Arrays.stream(ct).noneMatch(value -> value == 0)) {
            return Outcome.none(Shortfall.Cause.EMPTY_CELL, "No CT that says fused, or none that says not fused");
        }
        double[] arm =
                looked.stream().mapToDouble(one -> one.arm() == 0 ? 1 : 0).toArray();
        double[] unclear = looked.stream()
                .mapToDouble(one -> said(evidence, one).unclear() ? 1 : 0)
                .toArray();
        List<Subject> all = evidence.compared();
        return Designs.score(evidence).then(score -> {
            double[] predictor = looked.stream()
                    .mapToDouble(one -> Designs.predictor(score, score.rows()[all.indexOf(one)]))
                    .toArray();
            return ChainedEquations.of(
                            new double[][] {ct, radiograph, unclear, arm, predictor},
                            List.of(
                                    ImputationMethod.LOGISTIC,
                                    ImputationMethod.LOGISTIC,
                                    ImputationMethod.LOGISTIC,
                                    ImputationMethod.LOGISTIC,
                                    ImputationMethod.MATCHING),
                            ROUNDS)
                    .map(chain -> IntStream.range(0, evidence.terms().imputations())
                            .mapToObj(
                                    m -> chain.impute(Philox.of(evidence.terms().seed(), STREAM + m))[0])
                            .toList());
        });
    }

    /**
     * The share of those fused by CT whom the radiograph calls fused, or of those not fused whom it calls so, on the logit scale
     * with a half added to each count.
     */
    Outcome<Pooled> accuracy(boolean sensitivity) {
        return completed.then(sets -> {
            double[] logits = new double[sets.size()];
            double[] variances = new double[sets.size()];
            int told = 0;
            for (int m = 0; m < logits.length; m++) {
                double right = 0.5;
                double wrong = 0.5;
                told = 0;
                for (int i = 0; i < radiograph.length; i++) {
                    if (!Double.isNaN(radiograph[i]) && sets.get(m)[i] == (sensitivity ? 1 : 0)) {
                        right += radiograph[i] == sets.get(m)[i] ? 1 : 0;
                        wrong += radiograph[i] == sets.get(m)[i] ? 0 : 1;
                        told++;
                    }
                }
                logits[m] = Math.log(right / wrong);
                variances[m] = 1 / right + 1 / wrong;
            }
            return told == 0
                    ? Outcome.none(Shortfall.Cause.EMPTY_CELL, "No radiograph says fused or not")
                    : Pooled.of(logits, variances, Double.POSITIVE_INFINITY);
        });
    }

    /** The overlap-weighted difference in fusion by CT. */
    Outcome<Pooled> difference() {
        return completed.then(sets -> {
            Judged judged = new Judged(
                    subjects, Judged.treated(subjects), new boolean[subjects.size()], Designs.rows(evidence, subjects));
            return judged.score().then(score -> {
                List<Effect> effects = new ArrayList<>();
                for (double[] set : sets) {
                    Outcome<Effect> effect = Estimates.weighted(score, set, Weighting.OVERLAP, evidence.variance());
                    if (effect instanceof Outcome.Missing<Effect>(var shortfall)) {
                        return new Outcome.Missing<>(shortfall);
                    }
                    effects.add(effect.orElseThrow());
                }
                return Pooled.of(
                        effects.stream().mapToDouble(Effect::difference).toArray(),
                        effects.stream()
                                .mapToDouble(one -> one.error() * one.error())
                                .toArray(),
                        effects.getFirst().degrees());
            });
        });
    }
}
