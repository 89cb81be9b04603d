package org.trabecula.statistics.proportion;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Quantiles of the beta distribution, to nearly full precision. */
final class BetaQuantile {
    private static final int MOST_STEPS = 8;

    private BetaQuantile() {}

    /** The point with probability {@code tail} below it. */
    static double below(double tail, double a, double b) {
        var beta = BetaDistribution.of(a, b);
        return polished(beta, beta.inverseCumulativeProbability(tail), x -> beta.cumulativeProbability(x) - tail);
    }

    /** The point with probability {@code tail} above it. */
    static double above(double tail, double a, double b) {
        var beta = BetaDistribution.of(a, b);
        return polished(beta, beta.inverseSurvivalProbability(tail), x -> tail - beta.survivalProbability(x));
    }

    /** The library's root finder stops at an absolute error of 1e-9; Newton's steps from there take out what is left. */
    private static double polished(BetaDistribution beta, double start, DoubleUnaryOperator excess) {
        double x = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = x - excess.applyAsDouble(x) / beta.density(x);
            if (!(next > 0 && next < 1) || Math.abs(next - x) <= Math.ulp(x)) {
                break;
            }
            x = next;
        }
        return x;
    }
}
