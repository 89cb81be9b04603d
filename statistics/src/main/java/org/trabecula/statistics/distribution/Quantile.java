package org.trabecula.statistics.distribution;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles of continuous distributions to nearly full precision. The library's own search stops at an absolute error of
 * 1e-9; Newton's steps on the logarithm of the smaller tail take out what is left, in far tails too.
 */
public final class Quantile {
    private static final int MOST_STEPS = 50;

    private Quantile() {}

    /**
     * The point with probability {@code p} below it.
     *
     * @throws IllegalArgumentException if {@code p} is not in [0, 1]
     */
    public static double below(ContinuousDistribution distribution, double p) {
        // 1 - p is exact from one half on, and the upper tail keeps the digits that p near 1 has lost.
        return p > 0.5 ? above(distribution, 1 - p) : polished(distribution, p, true);
    }

    /**
     * The point with probability {@code p} above it.
     *
     * @throws IllegalArgumentException if {@code p} is not in [0, 1]
     */
    public static double above(ContinuousDistribution distribution, double p) {
        return p > 0.5 ? below(distribution, 1 - p) : polished(distribution, p, false);
    }

    /** The standard normal point with probability {@code p} below it. */
    public static double normal(double p) {
        return below(NormalDistribution.of(0, 1), p);
    }

    /** Student's t, with so many degrees of freedom, not necessarily whole; infinitely many make it normal. */
    public static double studentT(double degrees, double p) {
        return Double.isInfinite(degrees) ? normal(p) : below(TDistribution.of(degrees), p);
    }

    /** The chi-square distribution. */
    public static double chiSquared(double degrees, double p) {
        return below(ChiSquaredDistribution.of(degrees), p);
    }

    /** The F distribution; the degrees of freedom need not be whole. */
    public static double f(double numerator, double denominator, double p) {
        return below(FDistribution.of(numerator, denominator), p);
    }

    /** The beta distribution. */
    public static double beta(double p, double a, double b) {
        return below(BetaDistribution.of(a, b), p);
    }

    /** The beta distribution, with {@code p} above the point. */
    public static double betaAbove(double p, double a, double b) {
        return above(BetaDistribution.of(a, b), p);
    }

    private static double polished(ContinuousDistribution distribution, double p, boolean below) {
        double x = below ? distribution.inverseCumulativeProbability(p) : distribution.inverseSurvivalProbability(p);
        if (p == 0 || !Double.isFinite(x)) {
            return x;
        }
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double tail = below ? distribution.cumulativeProbability(x) : distribution.survivalProbability(x);
            double move = Math.log(tail / p) * tail / distribution.density(x);
            double next = below ? x - move : x + move;
            boolean inside = next > distribution.getSupportLowerBound() && next < distribution.getSupportUpperBound();
            // Steps that no longer shrink are rounding.
            if (!inside || !(Math.abs(move) < before)) {
                break;
            }
            before = Math.abs(move);
            x = next;
            if (before <= Math.ulp(x)) {
                break;
            }
        }
        return x;
    }
}
