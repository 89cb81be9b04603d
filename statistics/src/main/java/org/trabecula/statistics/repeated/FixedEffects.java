package org.trabecula.statistics.repeated;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Products;

/** The fixed effects of a {@link RepeatedMeasuresFit} under one {@link SmallSample} correction. */
public final class FixedEffects {
    private final RepeatedMeasuresFit fit;
    private final SmallSample correction;
    private final double[][] covariance;

    FixedEffects(RepeatedMeasuresFit fit, SmallSample correction, double[][] covariance) {
        this.fit = fit;
        this.correction = correction;
        this.covariance = covariance;
    }

    /** Which correction. */
    public SmallSample correction() {
        return correction;
    }

    /** The effects' covariance under the correction; to be read only. */
    public double[][] covariance() {
        return covariance;
    }

    /**
     * A combination of effects.
     *
     * @param weights one for each effect, not all 0
     * @return the contrast; missing when no degrees of freedom are left (TOO_FEW), or the corrected variance is not above
     *     0 (SINGULAR)
     * @throws IllegalArgumentException if there are not as many weights as effects, or all are 0
     */
    public Outcome<Contrast> contrast(double[] weights) {
        if (weights.length != covariance.length || Arrays.stream(weights).allMatch(one -> one == 0)) {
            throw new IllegalArgumentException("A contrast needs a weight for each of the " + covariance.length
                    + " effects, not all 0, but has " + Arrays.toString(weights));
        }
        double degrees = correction == SmallSample.BETWEEN_WITHIN
                ? BetweenWithin.of(fit.data()).degreesOfFreedom(weights)
                : fit.satterthwaite(weights);
        double variance = Products.quadratic(weights, covariance);
        if (!(degrees > 0)) {
            return Outcome.none(Cause.TOO_FEW, "No degrees of freedom are left for this combination of effects");
        }
        return variance > 0
                ? Outcome.of(new Contrast(Products.dot(weights, fit.coefficients()), Math.sqrt(variance), degrees))
                : Outcome.none(Cause.SINGULAR, "The corrected variance of this combination is not above 0");
    }
}
