package org.trabecula.simulation.trial;

import java.util.OptionalDouble;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;

/**
 * What of an analysis plan decides the claim of a primary endpoint, those without a value left out.
 *
 * @param augmentAbove the standardised difference of a covariate after weighting beyond which the overlap-weighted difference
 *     is augmented by outcome models; empty for never
 */
public record ClaimRule(Estimator estimator, OptionalDouble augmentAbove, Variance variance) {

    /** That of the reference study. */
    public static ClaimRule reference() {
        return new ClaimRule(Estimator.OVERLAP_WEIGHTS, OptionalDouble.of(0.1), Variance.ONE_STEP_JACKKNIFE);
    }

    /** That of a plan. */
    static ClaimRule of(AnalysisPlan plan) {
        return new ClaimRule(
                plan.estimation().primary(),
                plan.estimation()
                        .augmentAbove()
                        .map(limit -> OptionalDouble.of(limit.doubleValue()))
                        .orElseGet(OptionalDouble::empty),
                plan.estimation().variance());
    }
}
