package org.trabecula.statistics.describe;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * More about a column of numbers than its {@link Summary}: shape, and means and spreads that outliers do not move.
 *
 * @param sorted the numbers by size; not to be changed
 */
public record Moments(double[] sorted) {
    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL_SCALE = 1.4826;

    /**
     * The column.
     *
     * @throws IllegalArgumentException if a value is not a finite number, or there is none
     */
    public static Moments of(double... values) {
        if (Summary.of(values).n() == 0) {
            throw new IllegalArgumentException("A column needs a number to have moments");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Moments(sorted);
    }

    private double mean() {
        return Summary.of(sorted).mean().orElseThrow();
    }

    /** The mean of k-th powers of the distances from the mean. */
    private double central(int k) {
        double mean = mean();
        return Arrays.stream(sorted).map(one -> Math.pow(one - mean, k)).sum() / sorted.length;
    }

    /** The variance with the divisor n - 1; empty for a single number. */
    public OptionalDouble variance() {
        int n = sorted.length;
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(central(2) * n / (n - 1));
    }

    /** Fisher's g1, divisors n; empty when the numbers do not vary. */
    public OptionalDouble skewness() {
        return central(2) > 0 ? OptionalDouble.of(central(3) / Math.pow(central(2), 1.5)) : OptionalDouble.empty();
    }

    /** Fisher's g2, 0 for a normal distribution, divisors n; empty when the numbers do not vary. */
    public OptionalDouble kurtosis() {
        double variance = central(2);
        return variance > 0 ? OptionalDouble.of(central(4) / (variance * variance) - 3) : OptionalDouble.empty();
    }

    /** The median of the distances from the median, times 1.4826. R: {@code mad}. */
    public double medianAbsoluteDeviation() {
        double middle = SampleQuantile.TYPE_2.of(sorted, 0.5);
        double[] distances = Arrays.stream(sorted)
                .map(one -> Math.abs(one - middle))
                .sorted()
                .toArray();
        return NORMAL_SCALE * SampleQuantile.TYPE_2.of(distances, 0.5);
    }

    /** The mean without a share of the smallest and of the largest numbers, whole ones. R: {@code mean(trim =)}. */
    public double trimmedMean(double share) {
        if (!(share >= 0 && share < 0.5)) {
            throw new IllegalArgumentException("Less than half is trimmed from either end, but it is " + share);
        }
        int cut = (int) (sorted.length * share);
        return Summary.of(Arrays.copyOfRange(sorted, cut, sorted.length - cut))
                .mean()
                .orElseThrow();
    }

    /** The exponential of the mean logarithm; empty unless all numbers are positive. */
    public OptionalDouble geometricMean() {
        return sorted[0] > 0
                ? OptionalDouble.of(
                        Math.exp(Arrays.stream(sorted).map(Math::log).sum() / sorted.length))
                : OptionalDouble.empty();
    }

    /** The interval of the mean by t; empty for a single number. */
    public Optional<Interval> meanInterval(double level) {
        double tail = Confidence.tail(level);
        int n = sorted.length;
        if (n < 2) {
            return Optional.empty();
        }
        double reach =
                Quantile.studentT(n - 1.0, 1 - tail) * Math.sqrt(variance().orElseThrow() / n);
        return Optional.of(new Interval(mean() - reach, mean() + reach));
    }
}
