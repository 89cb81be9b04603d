package org.trabecula.statistics.agreement;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.statistics.distribution.NoncentralT;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * Two methods of measuring the same quantity: their differences (first minus second), and whether these depend on the
 * size of what is measured.
 *
 * <p>Source: Bland JM, Altman DG, Lancet 1986;327:307-310 (limits, and their approximate errors) and Stat Methods Med Res
 * 1999;8:135-160, section 2.1; exact limits: Carkeet A, Optom Vis Sci 2015;92:e71-e80.
 *
 * @param n how many pairs
 * @param bias the mean difference, in the unit of the measurements
 * @param sd the standard deviation of differences, divisor n - 1
 * @param slope of the difference on the mean of both; empty when all means are equal
 * @param slopeP two-sided p-value that it is zero; empty without a slope or with fewer than three pairs
 * @param correlation of difference and mean (Pitman's test of equal variances); empty when either does not vary
 */
public record BlandAltman(
        int n, double bias, double sd, OptionalDouble slope, OptionalDouble slopeP, OptionalDouble correlation) {
    private static final double ROUNDED_DEVIATE = 1.96;

    /**
     * The comparison of pairs.
     *
     * @param first the first method's measurements
     * @param second the second method's, of the same subjects in the same order
     * @return the comparison; missing with fewer than two pairs
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Outcome<BlandAltman> of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Two methods measure the same subjects, but there are " + first.length
                    + " and " + second.length + " measurements");
        }
        int n = first.length;
        if (n < 2) {
            return Outcome.none(Cause.TOO_FEW, "Limits of agreement need at least two pairs, but there are " + n);
        }
        double bias = 0;
        double centre = 0;
        for (int i = 0; i < n; i++) {
            bias += (first[i] - second[i]) / n;
            centre += (first[i] + second[i]) / 2 / n;
        }
        double differences = 0;
        double means = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            double difference = first[i] - second[i] - bias;
            double mean = (first[i] + second[i]) / 2 - centre;
            differences += difference * difference;
            means += mean * mean;
            products += difference * mean;
        }
        return Outcome.of(new BlandAltman(
                n,
                bias,
                Math.sqrt(differences / (n - 1)),
                means > 0 ? OptionalDouble.of(products / means) : OptionalDouble.empty(),
                slopeP(n, differences, means, products),
                means > 0 && differences > 0
                        ? OptionalDouble.of(products / Math.sqrt(means * differences))
                        : OptionalDouble.empty()));
    }

    private static OptionalDouble slopeP(int n, double differences, double means, double products) {
        double rest = differences - products * products / means;
        if (n < 3 || !(means > 0) || !(rest > 0)) {
            return OptionalDouble.empty();
        }
        double t = products / Math.sqrt(rest / (n - 2) * means);
        return OptionalDouble.of(2 * TDistribution.of(n - 2.0).survivalProbability(Math.abs(t)));
    }

    /** The confidence interval of the mean difference, by t. */
    public Interval biasInterval(double level) {
        return around(bias, t(level) * sd / Math.sqrt(n));
    }

    /** Bias plus and minus 1.96 standard deviations, the rounded deviate of the paper. */
    public Interval limits() {
        return around(bias, ROUNDED_DEVIATE * sd);
    }

    /** The standard error of either limit in the paper of 1986, root of 3 s^2/n. */
    public double limitError1986() {
        return sd * Math.sqrt(3.0 / n);
    }

    /** The standard error of either limit in the paper of 1999, root of s^2 (1/n + 1.96^2/(2(n - 1))). */
    public double limitError1999() {
        return sd * Math.sqrt(1.0 / n + ROUNDED_DEVIATE * ROUNDED_DEVIATE / (2 * (n - 1.0)));
    }

    /** The lower limit plus and minus t errors of 1986. */
    public Interval lowerLimit1986(double level) {
        return around(limits().lower(), t(level) * limitError1986());
    }

    /** The upper limit plus and minus t errors of 1986. */
    public Interval upperLimit1986(double level) {
        return around(limits().upper(), t(level) * limitError1986());
    }

    /** The exact interval of the upper limit, bias plus 1.959964 standard deviations of the population. */
    public Interval upperLimitExact(double level) {
        var t = new NoncentralT(n - 1.0, Math.sqrt(n) * Confidence.deviate(0.95));
        double tail = Confidence.tail(level);
        double scale = sd / Math.sqrt(n);
        return new Interval(bias + t.quantile(tail) * scale, bias + t.quantile(1 - tail) * scale);
    }

    /** The exact interval of the lower limit: that of the upper limit mirrored at the bias. */
    public Interval lowerLimitExact(double level) {
        Interval upper = upperLimitExact(level);
        return new Interval(2 * bias - upper.upper(), 2 * bias - upper.lower());
    }

    private double t(double level) {
        return Quantile.studentT(n - 1.0, 1 - Confidence.tail(level));
    }

    private static Interval around(double centre, double reach) {
        return new Interval(centre - reach, centre + reach);
    }
}
