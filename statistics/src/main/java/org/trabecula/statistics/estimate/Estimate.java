package org.trabecula.statistics.estimate;

/**
 * A number that was estimated, and how uncertain it is.
 *
 * @param value the estimate
 * @param standardError its standard error on the {@code scale}
 * @param scale where the estimate is roughly normal
 */
public record Estimate(double value, double standardError, Scale scale) {

    /** On which scale an estimate has its standard error and a symmetric interval. */
    public enum Scale {
        /** The number itself: differences. */
        PLAIN,
        /** Its natural logarithm: ratios. */
        LOGARITHM
    }

    /** @throws IllegalArgumentException if a number is not finite, the error negative, or a ratio not positive */
    public Estimate {
        boolean usable = Double.isFinite(value) && Double.isFinite(standardError) && standardError >= 0;
        if (!usable || (scale == Scale.LOGARITHM && value <= 0)) {
            throw new IllegalArgumentException(
                    "No estimate on the scale " + scale + ": " + value + " with standard error " + standardError);
        }
    }

    /**
     * The estimate plus or minus z standard errors, on its scale.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval interval(double level) {
        double reach = Confidence.deviate(level) * standardError;
        return switch (scale) {
            case PLAIN -> new Interval(value - reach, value + reach);
            case LOGARITHM -> new Interval(value * Math.exp(-reach), value * Math.exp(reach));
        };
    }
}
