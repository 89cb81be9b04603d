package org.trabecula.statistics.causal;

import org.trabecula.statistics.estimate.Interval;

/**
 * How strong an unmeasured confounder would have to be, as a risk ratio with treatment and with outcome alike and beyond
 * all measured covariates, to explain an association away: r + sqrt(r (r - 1)) for a risk ratio r of at least 1, and the
 * same of 1/r below 1.
 *
 * <p>Source: VanderWeele TJ, Ding P, Ann Intern Med 2017;167:268-274, table 2. R: {@code EValue}.
 */
public final class EValue {
    private EValue() {}

    /**
     * Of a risk ratio, or of an odds or hazard ratio when the event is rare (under 15 %).
     *
     * @throws IllegalArgumentException unless the ratio is positive and finite
     */
    public static double of(double ratio) {
        requireRatio(ratio);
        double above = ratio < 1 ? 1 / ratio : ratio;
        return above + Math.sqrt(above * (above - 1));
    }

    /** Of the interval's limit nearer to 1; 1 when the interval holds 1, since then nothing need be explained away. */
    public static double ofLimit(double ratio, Interval interval) {
        requireRatio(ratio);
        if (ratio >= 1) {
            return interval.lower() <= 1 ? 1 : of(interval.lower());
        }
        return interval.upper() >= 1 ? 1 : of(interval.upper());
    }

    /** The risk ratio that an odds ratio is near when the event is common: its square root. */
    public static double commonOdds(double oddsRatio) {
        requireRatio(oddsRatio);
        return Math.sqrt(oddsRatio);
    }

    /** The risk ratio that a hazard ratio is near when the event is common: (1 - 2^-sqrt(h)) / (1 - 2^-sqrt(1/h)). */
    public static double commonHazard(double hazardRatio) {
        requireRatio(hazardRatio);
        return (1 - Math.pow(0.5, Math.sqrt(hazardRatio))) / (1 - Math.pow(0.5, Math.sqrt(1 / hazardRatio)));
    }

    /**
     * The largest factor by which a confounder with these two risk ratios can change a risk ratio: ab / (a + b - 1).
     *
     * <p>Source: Ding P, VanderWeele TJ, Epidemiology 2016;27:368-377.
     *
     * @throws IllegalArgumentException if a ratio is below 1
     */
    public static double biasFactor(double withTreatment, double withOutcome) {
        if (!(withTreatment >= 1 && withOutcome >= 1)) {
            throw new IllegalArgumentException(
                    "A bias factor is of ratios of at least 1, but they are " + withTreatment + " and " + withOutcome);
        }
        return withTreatment * withOutcome / (withTreatment + withOutcome - 1);
    }

    private static void requireRatio(double ratio) {
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("An E-value is of a positive finite ratio, but it is " + ratio);
        }
    }
}
