package org.trabecula.statistics.describe;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * Shapiro and Wilk's test of normality.
 *
 * <p>Source: Shapiro SS, Wilk MB, Biometrika 1965;52:591-611; weights and p-value by the approximation of Royston P, Appl
 * Stat 1995;44:547-551 (AS R94), for 3 to 5,000 values. R: {@code shapiro.test}.
 *
 * @param w the statistic, at most 1
 * @param p the p-value
 */
public record ShapiroWilk(double w, double p) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int MOST = 5_000;
    private static final double[] FIRST = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] NEXT = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] SMALL_MEAN = {0.544, -0.39978, 0.025054, -6.714e-4};
    private static final double[] SMALL_SD = {1.3822, -0.77857, 0.062767, -0.0020322};
    private static final double[] LARGE_MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
    private static final double[] LARGE_SD = {-0.4803, -0.082676, 0.0030302};

    /**
     * The test.
     *
     * @param values the sample; not changed
     * @return the test; missing with fewer than 3 or more than 5,000 values, and when all are equal
     */
    public static Outcome<ShapiroWilk> of(double... values) {
        double[] x = values.clone();
        Arrays.sort(x);
        int n = x.length;
        if (n < 3 || n > MOST) {
            return Outcome.none(Cause.TOO_FEW, "The test of normality takes 3 to 5,000 values, but there are " + n);
        }
        double range = x[n - 1] - x[0];
        if (!(range > 0)) {
            return Outcome.none(Cause.SINGULAR, "All values are equal");
        }
        double[] a = weights(n);
        double mean = Arrays.stream(x).map(one -> (one - x[0]) / range).sum() / n;
        double ofWeights = 0;
        double ofValues = 0;
        double both = 0;
        for (int i = 0; i < n; i++) {
            double off = (x[i] - x[0]) / range - mean;
            ofWeights += a[i] * a[i];
            ofValues += off * off;
            both += a[i] * off;
        }
        double root = Math.sqrt(ofWeights * ofValues);
        // 1 - w without cancellation.
        double left = Math.max(0, (root - both) * (root + both) / (ofWeights * ofValues));
        return Outcome.of(new ShapiroWilk(1 - left, p(n, left)));
    }

    private static double[] weights(int n) {
        double[] a = new double[n];
        int half = n / 2;
        if (n == 3) {
            a[2] = Math.sqrt(0.5);
            a[0] = -a[2];
            return a;
        }
        double[] m = new double[half];
        double sum = 0;
        for (int i = 0; i < half; i++) {
            m[i] = NORMAL.inverseCumulativeProbability((i + 1 - 0.375) / (n + 0.25));
            sum += 2 * m[i] * m[i];
        }
        double root = Math.sqrt(sum);
        double u = 1 / Math.sqrt(n);
        double outer = polynomial(FIRST, u) - m[0] / root;
        double inner = 0;
        int fixed = 1;
        double scale = (sum - 2 * m[0] * m[0]) / (1 - 2 * outer * outer);
        if (n > 5) {
            fixed = 2;
            inner = polynomial(NEXT, u) - m[1] / root;
            scale = (sum - 2 * m[0] * m[0] - 2 * m[1] * m[1]) / (1 - 2 * outer * outer - 2 * inner * inner);
        }
        for (int i = 0; i < half; i++) {
            double weight = i == 0 ? outer : i < fixed ? inner : -m[i] / Math.sqrt(scale);
            a[n - 1 - i] = weight;
            a[i] = -weight;
        }
        return a;
    }

    private static double p(int n, double left) {
        if (n == 3) {
            double w = Math.max(0.75, 1 - left);
            return Math.clamp(6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75))), 0, 1);
        }
        if (left == 0) {
            return 1;
        }
        double y = Math.log(left);
        double size = Math.log(n);
        double mean = polynomial(LARGE_MEAN, size);
        double sd = Math.exp(polynomial(LARGE_SD, size));
        if (n <= 11) {
            double bound = -2.273 + 0.459 * n;
            if (y >= bound) {
                return 1e-99;
            }
            y = -Math.log(bound - y);
            mean = polynomial(SMALL_MEAN, n);
            sd = Math.exp(polynomial(SMALL_SD, n));
        }
        return NORMAL.survivalProbability((y - mean) / sd);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
