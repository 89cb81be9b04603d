package org.trabecula.statistics.agreement;

import java.util.Optional;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * Lin's concordance correlation: how near pairs lie to the line of identity. Variances have the divisor n, as in the
 * paper; some programs divide by n - 1.
 *
 * <p>Source: Lin LI-K, Biometrics 1989;45:255-268 (variance with the correction of 2000;56:324-325), on Fisher's z. R:
 * {@code epiR::epi.ccc(ci = "z-transform")}.
 *
 * @param n how many pairs
 * @param value the coefficient, in [-1, 1]
 * @param correlation Pearson's correlation
 * @param shift the difference of means over the root of the product of standard deviations
 */
public record Concordance(int n, double value, double correlation, double shift) {

    /**
     * The coefficient of pairs.
     *
     * @return the coefficient; missing with fewer than two pairs, or when a method gives one value only
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Outcome<Concordance> of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Two methods measure the same subjects, but there are " + first.length
                    + " and " + second.length + " measurements");
        }
        int n = first.length;
        double mean1 = 0;
        double mean2 = 0;
        for (int i = 0; i < n; i++) {
            mean1 += first[i] / n;
            mean2 += second[i] / n;
        }
        double var1 = 0;
        double var2 = 0;
        double cov = 0;
        for (int i = 0; i < n; i++) {
            var1 += (first[i] - mean1) * (first[i] - mean1) / n;
            var2 += (second[i] - mean2) * (second[i] - mean2) / n;
            cov += (first[i] - mean1) * (second[i] - mean2) / n;
        }
        if (n < 2 || !(var1 > 0) || !(var2 > 0)) {
            return Outcome.none(Cause.TOO_FEW, "A concordance correlation needs both methods to give different values");
        }
        double gap = mean1 - mean2;
        return Outcome.of(new Concordance(
                n,
                2 * cov / (var1 + var2 + gap * gap),
                cov / Math.sqrt(var1 * var2),
                gap / Math.sqrt(Math.sqrt(var1 * var2))));
    }

    /**
     * The interval from Fisher's z.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval; empty with fewer than three pairs, without correlation, and when all pairs lie on a line
     */
    public Optional<Interval> interval(double level) {
        if (n < 3 || correlation == 0 || !(Math.abs(value) < 1) || !(Math.abs(correlation) < 1 - 1e-14)) {
            return Optional.empty();
        }
        double square = value * value;
        double r = correlation;
        double u = shift * shift;
        double variance = ((1 - r * r) * square * (1 - square) / (r * r)
                        + 2 * square * value * (1 - value) * u / r
                        - square * square * u * u / (2 * r * r))
                / (n - 2);
        if (!(variance >= 0)) {
            return Optional.empty();
        }
        double reach = Confidence.deviate(level) * Math.sqrt(variance) / (1 - square);
        double z = Math.log((1 + value) / (1 - value)) / 2;
        return Optional.of(new Interval(Math.tanh(z - reach), Math.tanh(z + reach)));
    }
}
