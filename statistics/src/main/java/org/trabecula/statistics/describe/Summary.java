package org.trabecula.statistics.describe;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The usual first line about a column of numbers, in the unit of the numbers.
 *
 * @param n how many numbers there are
 * @param mean their arithmetic mean; empty without numbers
 * @param sd their standard deviation with the divisor n - 1; empty with fewer than two numbers
 * @param median the middle one, or the mean of the middle two; empty without numbers
 * @param min the smallest; empty without numbers
 * @param max the largest; empty without numbers
 */
public record Summary(
        int n, OptionalDouble mean, OptionalDouble sd, OptionalDouble median, OptionalDouble min, OptionalDouble max) {

    /**
     * Summarises {@code values}, which are left as they are. A missing value has no place here: leave it out, and
     * report how many were left out.
     *
     * @throws IllegalArgumentException if a value is not a finite number
     */
    public static Summary of(double... values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            if (!Double.isFinite(sorted[i])) {
                throw new IllegalArgumentException("A summary needs finite numbers, but value " + (i + 1) + " of "
                        + sorted.length + " is " + sorted[i]);
            }
        }
        int n = sorted.length;
        if (n == 0) {
            OptionalDouble none = OptionalDouble.empty();
            return new Summary(0, none, none, none, none, none);
        }
        Arrays.sort(sorted);
        double mean = mean(sorted);
        return new Summary(
                n,
                OptionalDouble.of(mean),
                n == 1 ? OptionalDouble.empty() : OptionalDouble.of(deviation(sorted, mean)),
                OptionalDouble.of(sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2),
                OptionalDouble.of(sorted[0]),
                OptionalDouble.of(sorted[n - 1]));
    }

    /** Twice around: the mean of what the first mean left over takes out most of its rounding error. */
    private static double mean(double[] values) {
        double first = 0;
        for (double value : values) {
            first += value / values.length;
        }
        double left = 0;
        for (double value : values) {
            left += (value - first) / values.length;
        }
        return Math.clamp(first + left, values[0], values[values.length - 1]);
    }

    /** Around the mean, never by the difference of sums of squares, which cancels. */
    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
