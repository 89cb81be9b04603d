package org.trabecula.statistics.missing;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * Coefficients of a logistic regression drawn from their normal approximation. Each predictor adds four units of small
 * weight, one standard deviation to either side of its mean with and without the event, which keeps the estimate finite;
 * together they weigh as much as there are coefficients (White, Daniel and Royston 2010, section 3).
 */
final class LogisticDraw {
    private LogisticDraw() {}

    /**
     * @param x the design column by column, the first of ones
     * @param y 0 or 1
     */
    static double[] coefficients(double[][] x, double[] y, RandomGenerator chance) {
        int[] varying = varying(x);
        int seen = y.length;
        int size = varying.length + 1;
        int added = 4 * varying.length;
        double[][] rows = new double[seen + added][size];
        boolean[] events = new boolean[seen + added];
        double[] weights = new double[seen + added];
        Arrays.fill(weights, 0, seen, 1);
        Arrays.fill(weights, seen, seen + added, added == 0 ? 0 : (double) size / added);
        for (int unit = 0; unit < seen + added; unit++) {
            rows[unit][0] = 1;
            events[unit] = unit < seen ? y[unit] == 1 : ((unit - seen) & 2) == 0;
        }
        for (int k = 1; k < size; k++) {
            double[] column = x[varying[k - 1]];
            double mean = mean(column);
            double deviation = deviation(column, mean);
            for (int unit = 0; unit < seen; unit++) {
                rows[unit][k] = column[unit];
            }
            for (int unit = 0; unit < added; unit++) {
                double shift = unit / 4 == k - 1 ? deviation : 0;
                rows[seen + unit][k] = mean + ((unit & 1) == 0 ? shift : -shift);
            }
        }
        double[] beta = LogisticRegression.fit(rows, events, weights)
                .value()
                .map(fit -> drawn(fit, chance))
                .orElseGet(() -> interceptOnly(y, size));
        double[] full = new double[x.length];
        full[0] = beta[0];
        for (int k = 1; k < size; k++) {
            full[varying[k - 1]] = beta[k];
        }
        return full;
    }

    private static double[] drawn(LogisticFit fit, RandomGenerator chance) {
        double[] noise = new double[fit.coefficients().length];
        for (int k = 0; k < noise.length; k++) {
            noise[k] = chance.nextGaussian();
        }
        double[] beta = fit.coefficients().clone();
        Cholesky.of(fit.covariance()).ifPresent(factor -> {
            double[][] lower = factor.factors();
            for (int row = 0; row < beta.length; row++) {
                for (int k = 0; k <= row; k++) {
                    beta[row] += lower[row][k] * noise[k];
                }
            }
        });
        return beta;
    }

    /** Collinear predictors: the share of events alone, half an event added to either side. */
    private static double[] interceptOnly(double[] y, int size) {
        double events = Arrays.stream(y).sum();
        double[] beta = new double[size];
        beta[0] = Math.log((events + 0.5) / (y.length - events + 0.5));
        return beta;
    }

    private static int[] varying(double[][] x) {
        int[] all = new int[x.length];
        int count = 0;
        for (int column = 1; column < x.length; column++) {
            double mean = mean(x[column]);
            if (deviation(x[column], mean) > 1e-12 * Math.abs(mean)) {
                all[count++] = column;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }
}
