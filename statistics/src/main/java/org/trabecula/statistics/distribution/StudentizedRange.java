package org.trabecula.statistics.distribution;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The studentised range of Tukey's test: the range of {@code means} standard normal variables over an independent
 * standard deviation.
 *
 * <p>Both integrals of the definition (Copenhaver MD, Holland BS, J Stat Comput Simul 1988;30:1-15, equation 1) by
 * Gauss-Legendre points.
 *
 * @param means how many means are compared, at least 2
 * @param degrees the degrees of freedom of the standard deviation, above 0
 */
public record StudentizedRange(int means, double degrees) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double FURTHEST = 8.5;

    public StudentizedRange {
        if (means < 2 || !(degrees > 0)) {
            throw new IllegalArgumentException("A studentised range needs two means and positive degrees of freedom,"
                    + " but they are " + means + " and " + degrees);
        }
    }

    /** The probability of a range above {@code q}. */
    public double survival(double q) {
        if (q <= 0) {
            return 1;
        }
        if (Double.isInfinite(degrees)) {
            return rangeAbove(q);
        }
        // The logarithm of the standard deviation is close to normal with variance 1/(2 df).
        double reach = Math.max(12 / Math.sqrt(2 * degrees), 60 / degrees);
        double half = degrees / 2;
        double constant = Math.log(2) + half * Math.log(half) - LogGamma.value(half);
        double above = GaussLegendre.integral(
                u -> {
                    double s = Math.exp(u);
                    return Math.exp(constant + degrees * u - half * s * s) * rangeAbove(q * s);
                },
                -reach,
                Math.min(reach, 12 / Math.sqrt(2 * degrees) + 1),
                12);
        return Math.clamp(above, 0, 1);
    }

    /** The probability that the range of the normal variables alone is above {@code w}. */
    private double rangeAbove(double w) {
        double above = GaussLegendre.integral(
                z -> {
                    double below = NORMAL.cumulativeProbability(z);
                    double left = NORMAL.cumulativeProbability(z - w);
                    return NORMAL.density(z) * gap(below, left);
                },
                -FURTHEST,
                FURTHEST,
                6);
        return Math.clamp(means * above, 0, 1);
    }

    /** p^(k-1) - (p - left)^(k-1), without cancellation: the largest is at z, and not all others are within w of it. */
    private double gap(double p, double left) {
        double sum = 0;
        double one = 1;
        double power = 1;
        for (int i = 0; i < means - 2; i++) {
            power *= p;
        }
        double ratio = p > 0 ? (p - left) / p : 0;
        for (int i = 0; i < means - 1; i++) {
            sum += power * one;
            one *= ratio;
        }
        return left * sum;
    }
}
