package org.trabecula.statistics.estimate;

import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.statistics.distribution.Quantile;

/**
 * A combination of effects, compared with Student's distribution.
 *
 * @param estimate its estimate, in the response's unit
 * @param standardError its standard error, above 0
 * @param degreesOfFreedom of Student's distribution, above 0, not always whole
 */
public record Contrast(double estimate, double standardError, double degreesOfFreedom) {
    /** @throws IllegalArgumentException if the error or the degrees of freedom are not above 0 */
    public Contrast {
        if (!(standardError > 0 && degreesOfFreedom > 0)) {
            throw new IllegalArgumentException(
                    "A contrast needs a standard error and degrees of freedom above 0, but has " + standardError
                            + " and " + degreesOfFreedom);
        }
    }

    /** The estimate over its standard error. */
    public double t() {
        return estimate / standardError;
    }

    /** The two-sided p-value of no effect. */
    public double p() {
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t())));
    }

    /** The interval at a two-sided confidence level, such as 0.95. */
    public Interval interval(double level) {
        double reach = Quantile.above(TDistribution.of(degreesOfFreedom), Confidence.tail(level)) * standardError;
        return new Interval(estimate - reach, estimate + reach);
    }
}
