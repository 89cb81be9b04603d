package org.trabecula.statistics.proportion;

import java.util.function.DoubleUnaryOperator;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.solve.Root;

/** Limits of a ratio, which are looked for on the logarithm, where both directions are alike. */
final class RatioLimits {
    private RatioLimits() {}

    /** The estimate times and divided by the exponential of z standard errors of its logarithm. */
    static Interval logarithmic(double estimate, double z, double variance) {
        double spread = Math.exp(z * Math.sqrt(variance));
        return new Interval(estimate / spread, estimate * spread);
    }

    /**
     * Where a falling score statistic of the ratio passes {@code bound} and {@code -bound}.
     *
     * @param estimate the ratio at which the statistic is 0: 0 and infinity are their own lower and upper limit
     */
    static Interval score(double estimate, double bound, DoubleUnaryOperator z) {
        double start = estimate == 0 || Double.isInfinite(estimate) ? 0 : Math.log(estimate);
        double lower = estimate == 0 ? 0 : Math.exp(passing(z, bound, start));
        double upper = Double.isInfinite(estimate) ? estimate : Math.exp(passing(z, -bound, start));
        return new Interval(lower, upper);
    }

    private static double passing(DoubleUnaryOperator z, double bound, double start) {
        DoubleUnaryOperator excess = log -> z.applyAsDouble(Math.exp(log)) - bound;
        return Root.beyond(excess, start, excess.applyAsDouble(start) > 0 ? 0.5 : -0.5);
    }
}
