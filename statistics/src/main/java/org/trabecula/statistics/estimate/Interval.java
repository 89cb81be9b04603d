package org.trabecula.statistics.estimate;

/**
 * A closed interval of the real line; either end may be infinite.
 *
 * @param lower the lower limit
 * @param upper the upper limit, not below {@code lower}
 */
public record Interval(double lower, double upper) {
    /** @throws IllegalArgumentException if a limit is not a number or the limits are swapped */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "An interval needs a lower limit not above its upper limit, but they are " + lower + " and "
                            + upper);
        }
    }

    /** Whether {@code value} lies between the limits or on one of them. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** The distance between the limits. */
    public double width() {
        return upper - lower;
    }
}
