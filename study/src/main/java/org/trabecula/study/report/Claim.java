package org.trabecula.study.report;

import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.Text;

/**
 * What an endpoint's claim rests on, and by which rule of the plan.
 *
 * @param estimator that carries it
 * @param imputed whether missing values are imputed and the results pooled, as the plan wants
 * @param variance by what its error was computed; where somebody could not be left out not what the plan wants
 * @param because the covariates that are still out of balance after weighting, so that the plan wants the weighted difference
 *     augmented by an outcome model; empty where that rule did not fire
 * @param contrast the difference with its error and degrees of freedom
 */
public record Claim(
        Estimator estimator, boolean imputed, Variance variance, List<Imbalance> because, Outcome<Contrast> contrast) {
    public Claim {
        because = List.copyOf(because);
    }

    static Claim of(Estimator estimator, List<Imbalance> because, Outcome<Effect> effect) {
        return new Claim(
                estimator,
                false,
                effect.value().map(Effect::variance).orElse(Variance.SANDWICH),
                because,
                effect.then(one -> one.contrast()
                        .map(Outcome::of)
                        .orElseGet(() -> Outcome.none(Shortfall.Cause.TOO_FEW, "Everybody of an arm is alike"))));
    }

    static Claim imputed(Estimator estimator, Variance variance, List<Imbalance> because, Outcome<Pooled> pooled) {
        return new Claim(
                estimator,
                true,
                variance,
                because,
                pooled.map(one -> new Contrast(one.estimate(), one.standardError(), one.degreesOfFreedom())));
    }

    /** What it rests on in words. */
    public Phrase words() {
        if (imputed) {
            return Phrase.of(
                    estimator == Estimator.AUGMENTED_OVERLAP ? "report.t11.imputed-augmented" : "report.t3.pooled");
        }
        return words(estimator, variance);
    }

    /** A row of T3; the overlap-weighted stand there with either error. */
    static Phrase words(Estimator estimator, Variance variance) {
        return Phrase.of(
                estimator == Estimator.OVERLAP_WEIGHTS && variance == Variance.ONE_STEP_JACKKNIFE
                        ? "report.t3.few-units"
                        : "report.t3." + key(estimator));
    }

    /** How such a row is computed. */
    static String how(Estimator estimator, Variance variance) {
        return estimator == Estimator.OVERLAP_WEIGHTS && variance == Variance.ONE_STEP_JACKKNIFE
                ? "report.how.few-units"
                : "report.how." + key(estimator);
    }

    /** The part of a word's key that stands for an estimator. */
    static String key(Estimator estimator) {
        return switch (estimator) {
            case OVERLAP_WEIGHTS -> "overlap";
            case AUGMENTED_OVERLAP -> "augmented";
            case INVERSE_WEIGHTS -> "everybody";
            case DOUBLY_ROBUST -> "doubly-robust";
            case TREATED_WEIGHTS -> "treated";
            case UNADJUSTED -> "unadjusted-wald";
        };
    }

    /** Whether the claim rests on this estimator, with missing values imputed or without. */
    boolean restsOn(Estimator one, boolean withImputation) {
        return estimator == one && imputed == withImputation;
    }

    /** The covariates with their differences, such as "Age 0.14, Smoker −0.12". */
    public Text imbalances() {
        return Text.joined(
                ", ",
                because.stream()
                        .map(one -> Text.joined(
                                " ", List.of(one.covariate(), Text.same(TableDraft.hundredths(one.difference())))))
                        .toList());
    }

    public Optional<Double> difference() {
        return contrast.value().map(Contrast::estimate);
    }

    public Optional<Interval> interval(double level) {
        return contrast.value().map(one -> one.interval(level));
    }

    /** The p-value before any rule for several endpoints. */
    public Optional<Double> p() {
        return contrast.value().map(Contrast::p);
    }
}
