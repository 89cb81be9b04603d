package org.trabecula.statistics.causal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.matrix.Finite;

/**
 * How alike the arms are in one covariate.
 *
 * <p>The standardised difference divides by sqrt((s1² + s0²)/2) of the <em>unweighted</em> arms, before and after weighting
 * alike, so that a change of it is a change of means; s² is p(1 - p) for a covariate of zeros and ones and has n - 1 below
 * otherwise. Weighted variances are the unbiased ones for reliability weights. This is what
 * {@code cobalt::bal.tab(s.d.denom = "pooled", binary = "std")} does; other programs divide otherwise.
 *
 * <p>Source: Austin PC, Stat Med 2009;28:3083-3107; Austin PC, Stuart EA, Stat Med 2015;34:3661-3679.
 *
 * @param treatedMean the mean among the treated
 * @param controlMean the mean among controls
 * @param difference the standardised difference of the two; empty when nobody differs within either arm, or an arm is a
 *     single unit and the covariate not of zeros and ones
 * @param varianceRatio the treated's variance divided by the controls'; empty for zeros and ones, and where an arm has no
 *     variance
 * @param kolmogorov the largest distance between the arms' distribution functions
 */
public record Balance(
        double treatedMean,
        double controlMean,
        OptionalDouble difference,
        OptionalDouble varianceRatio,
        double kolmogorov) {

    /**
     * Compares the arms in a covariate.
     *
     * @param covariate its n values
     * @param treated n arms
     * @param weights n weights, all 1 to compare before weighting
     * @return the comparison; {@code EMPTY_CELL} when an arm has nobody, or no weight
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<Balance> of(double[] covariate, boolean[] treated, double[] weights) {
        return Arms.of(covariate, treated, weights)
                .map(arms -> new Balance(
                        arms.one.mean,
                        arms.other.mean,
                        arms.difference(),
                        arms.varianceRatio(),
                        kolmogorov(covariate, treated, weights, arms.one.weight, arms.other.weight)));
    }

    /**
     * The standardised difference alone, for which nothing is sorted.
     *
     * @param covariate its n values
     * @param treated n arms
     * @param weights n weights
     * @return {@link #difference()} of the comparison; missing as it is
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<OptionalDouble> difference(double[] covariate, boolean[] treated, double[] weights) {
        return Arms.of(covariate, treated, weights).map(Arms::difference);
    }

    /** Both arms, and the standard deviation without weights that their difference is divided by. */
    private record Arms(Moments one, Moments other, boolean binary, double spread) {

        static Outcome<Arms> of(double[] covariate, boolean[] treated, double[] weights) {
            if (covariate.length != treated.length || covariate.length != weights.length) {
                throw new IllegalArgumentException("Balance needs an arm and a weight for each value, but there are "
                        + covariate.length + " values, " + treated.length + " arms and " + weights.length + " weights");
            }
            if (!Finite.all(covariate) || !Finite.all(weights)) {
                throw new IllegalArgumentException(
                        "Balance needs finite values and weights, but one is infinite or not a number");
            }
            var one = Moments.of(covariate, treated, weights, true);
            var other = Moments.of(covariate, treated, weights, false);
            if (!(one.weight > 0 && other.weight > 0)) {
                return Outcome.none(Shortfall.Cause.EMPTY_CELL, "balance compares two arms, but one has no units");
            }
            boolean binary = Arrays.stream(covariate).allMatch(value -> value == 0 || value == 1);
            double[] equal = new double[weights.length];
            Arrays.fill(equal, 1);
            double spread = Math.sqrt((Moments.of(covariate, treated, equal, true)
                                    .spread(binary)
                            + Moments.of(covariate, treated, equal, false).spread(binary))
                    / 2);
            return Outcome.of(new Arms(one, other, binary, spread));
        }

        OptionalDouble difference() {
            return spread > 0 ? OptionalDouble.of((one.mean - other.mean) / spread) : OptionalDouble.empty();
        }

        OptionalDouble varianceRatio() {
            double ratio = one.variance / other.variance;
            return !binary && ratio > 0 && ratio < Double.POSITIVE_INFINITY
                    ? OptionalDouble.of(ratio)
                    : OptionalDouble.empty();
        }
    }

    private static double kolmogorov(
            double[] covariate, boolean[] treated, double[] weights, double one, double other) {
        int[] order = IntStream.range(0, covariate.length)
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> covariate[unit]))
                .mapToInt(Integer::intValue)
                .toArray();
        double largest = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < order.length; i++) {
            int unit = order[i];
            first += treated[unit] ? weights[unit] : 0;
            second += treated[unit] ? 0 : weights[unit];
            if (i + 1 == order.length || covariate[order[i + 1]] != covariate[unit]) {
                largest = Math.max(largest, Math.abs(first / one - second / other));
            }
        }
        return largest;
    }

    /**
     * One arm's weighted mean and variance; the variance is NaN for a single unit. The mean of a value that everybody with a
     * weight has is that value: what rounding leaves of it would be a difference as large as its own spread.
     */
    private record Moments(double weight, double mean, double variance) {

        static Moments of(double[] x, boolean[] treated, double[] weights, boolean arm) {
            double sum = 0;
            double squares = 0;
            double total = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int unit = 0; unit < x.length; unit++) {
                if (treated[unit] == arm) {
                    least = weights[unit] == 0 ? least : Math.min(least, x[unit]);
                    most = weights[unit] == 0 ? most : Math.max(most, x[unit]);
                    sum += weights[unit];
                    squares += weights[unit] * weights[unit];
                    total += weights[unit] * x[unit];
                }
            }
            double mean = least == most ? least : total / sum;
            double around = 0;
            for (int unit = 0; unit < x.length; unit++) {
                if (treated[unit] == arm) {
                    around += weights[unit] * (x[unit] - mean) * (x[unit] - mean);
                }
            }
            return new Moments(sum, mean, around * sum / (sum * sum - squares));
        }

        double spread(boolean binary) {
            return binary ? mean * (1 - mean) : variance;
        }
    }
}
