package org.trabecula.statistics.resample;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The numbers of samples drawn again, and the intervals made of them.
 *
 * <p>Percentiles are order statistics interpolated on the normal scale, as R's {@code boot.ci} has them; they differ from
 * every type of sample quantile.
 *
 * @param original the number of the sample itself
 * @param sorted the numbers of the draws by size; not to be changed
 * @param failed how many draws had no number
 */
public record Replicates(double original, double[] sorted, int failed) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Replicates from anywhere.
     *
     * @param values the numbers, NaN where a draw had none; not changed
     * @return them; missing when fewer than two are numbers
     */
    public static Outcome<Replicates> of(double original, double[] values) {
        double[] sorted = values.clone();
        // NaN sorts last.
        Arrays.sort(sorted);
        int finite = sorted.length;
        while (finite > 0 && Double.isNaN(sorted[finite - 1])) {
            finite--;
        }
        return finite < 2
                ? Outcome.none(Cause.TOO_FEW, "Of " + values.length + " draws only " + finite + " have a number")
                : Outcome.of(new Replicates(original, Arrays.copyOf(sorted, finite), values.length - finite));
    }

    /** The mean of the draws less the sample's number. */
    public double bias() {
        return mean() - original;
    }

    private double mean() {
        double sum = 0;
        for (double one : sorted) {
            sum += one;
        }
        return sum / sorted.length;
    }

    /** The standard deviation of the draws, divisor R - 1. */
    public double standardError() {
        double mean = mean();
        double sum = 0;
        for (double one : sorted) {
            sum += (one - mean) * (one - mean);
        }
        return Math.sqrt(sum / (sorted.length - 1));
    }

    /** The number with this share of the draws below it, by interpolation on the normal scale. */
    public double quantile(double p) {
        int draws = sorted.length;
        double rank = (draws + 1) * p;
        int below = (int) rank;
        if (below == 0) {
            return sorted[0];
        }
        if (below >= draws) {
            return sorted[draws - 1];
        }
        if (below == rank) {
            return sorted[below - 1];
        }
        double from = Quantile.normal(below / (draws + 1.0));
        double to = Quantile.normal((below + 1) / (draws + 1.0));
        double share = (Quantile.normal(p) - from) / (to - from);
        return sorted[below - 1] + share * (sorted[below] - sorted[below - 1]);
    }

    /** The sample's number less the bias, plus or minus z standard errors. */
    public Interval normal(double level) {
        double reach = Confidence.deviate(level) * standardError();
        double centre = original - bias();
        return new Interval(centre - reach, centre + reach);
    }

    /** The quantiles of the draws turned around the sample's number. */
    public Interval basic(double level) {
        Interval straight = percentile(level);
        return new Interval(2 * original - straight.upper(), 2 * original - straight.lower());
    }

    /** The quantiles of the draws. */
    public Interval percentile(double level) {
        double tail = Confidence.tail(level);
        return new Interval(quantile(tail), quantile(1 - tail));
    }

    /**
     * The standard normal quantile of the share of draws below the sample's number: how far off its median is.
     *
     * @return the deviate; missing when all draws are on one side
     */
    public Outcome<Double> shift() {
        int below = 0;
        while (below < sorted.length && sorted[below] < original) {
            below++;
        }
        return below == 0 || below == sorted.length
                ? Outcome.none(Cause.SINGULAR, "All draws are on one side of the sample's number")
                : Outcome.of(Quantile.normal(below / (double) sorted.length));
    }

    /**
     * The bias-corrected and accelerated interval. Ties of proportions make it jumpy.
     *
     * <p>Source: Efron B, J Am Stat Assoc 1987;82:171-185.
     *
     * @param acceleration how fast the error changes with the number: {@link #acceleration}
     * @return the interval; missing when all draws are on one side, or the correction leaves the scale
     */
    public Outcome<Interval> bca(double level, double acceleration) {
        double z = Confidence.deviate(level);
        return shift().then(shift -> {
            double low = adjusted(shift, shift - z, acceleration);
            double high = adjusted(shift, shift + z, acceleration);
            return low <= high
                    ? Outcome.of(new Interval(quantile(low), quantile(high)))
                    : Outcome.none(Cause.SINGULAR, "The acceleration " + acceleration + " turns the limits around");
        });
    }

    private static double adjusted(double shift, double deviate, double acceleration) {
        return NORMAL.cumulativeProbability(shift + deviate / (1 - acceleration * deviate));
    }

    /** The skewness of influences over six: sum of cubes over 6 times (sum of squares)^1.5; 0 where all are 0. */
    public static double acceleration(double[] influence) {
        double squares = 0;
        double cubes = 0;
        for (double one : influence) {
            squares += one * one;
            cubes += one * one * one;
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }
}
