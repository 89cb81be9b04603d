package org.trabecula.statistics.missing;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.regression.LogisticSolver;

/**
 * Coefficients of a logistic regression drawn from their normal approximation. Each predictor adds four units of small
 * weight, one standard deviation to either side of its mean with and without the event, which keeps the estimate finite;
 * together they weigh as much as there are coefficients (White, Daniel and Royston 2010, section 3).
 *
 * <p>One object serves one incomplete column through all rounds: from round to round its predictors change little, so each
 * search begins where the last one ended.
 */
final class LogisticDraw {
    /**
     * The largest last move of a linear predictor. The error that remains is of the order of its square, a thousandth of the
     * spread with which the coefficients are drawn.
     */
    private static final double TOLERANCE = 1e-2;

    /** The last estimate, for all columns; zeros before the first and after none was found. */
    private final double[] last;

    private final double[] mean;
    private final double[] deviation;

    /**
     * @param columns how many coefficients there are, the intercept included
     */
    LogisticDraw(int columns) {
        this.last = new double[columns];
        this.mean = new double[columns];
        this.deviation = new double[columns];
    }

    /**
     * @param x the design column by column, the first of ones
     * @param y 0 or 1
     */
    double[] coefficients(double[][] x, double[] y, RandomGenerator chance) {
        int[] varying = varying(x);
        int size = varying.length + 1;
        int added = 4 * varying.length;
        boolean[] events = new boolean[y.length + added];
        double[] weights = new double[y.length + added];
        Arrays.fill(weights, 0, y.length, 1);
        Arrays.fill(weights, y.length, weights.length, added == 0 ? 0 : (double) size / added);
        for (int unit = 0; unit < events.length; unit++) {
            events[unit] = unit < y.length ? y[unit] == 1 : ((unit - y.length) & 2) == 0;
        }
        var solver = new LogisticSolver(rows(x, y.length, varying), events, TOLERANCE);
        double[] beta = new double[size];
        beta[0] = last[0];
        for (int k = 1; k < size; k++) {
            beta[k] = last[varying[k - 1]];
        }
        Arrays.fill(last, 0);
        if (solver.solve(weights, beta) == LogisticSolver.Status.CONVERGED) {
            spread(beta, varying, last);
            move(beta, solver.lastCovariance(), chance);
        } else {
            beta = interceptOnly(y, size);
        }
        double[] full = new double[x.length];
        spread(beta, varying, full);
        return full;
    }

    /** The units seen, then those added. */
    private double[][] rows(double[][] x, int seen, int[] varying) {
        int size = varying.length + 1;
        int added = 4 * varying.length;
        double[][] rows = new double[seen + added][size];
        for (double[] row : rows) {
            row[0] = 1;
        }
        for (int k = 1; k < size; k++) {
            double[] column = x[varying[k - 1]];
            double centre = mean[varying[k - 1]];
            double width = deviation[varying[k - 1]];
            for (int unit = 0; unit < seen; unit++) {
                rows[unit][k] = column[unit];
            }
            for (int unit = 0; unit < added; unit++) {
                double shift = unit / 4 == k - 1 ? width : 0;
                rows[seen + unit][k] = centre + ((unit & 1) == 0 ? shift : -shift);
            }
        }
        return rows;
    }

    private static void spread(double[] beta, int[] varying, double[] full) {
        full[0] = beta[0];
        for (int k = 1; k < beta.length; k++) {
            full[varying[k - 1]] = beta[k];
        }
    }

    private static void move(double[] beta, double[][] covariance, RandomGenerator chance) {
        double[] noise = new double[beta.length];
        for (int k = 0; k < noise.length; k++) {
            noise[k] = chance.nextGaussian();
        }
        Cholesky.of(covariance).ifPresent(factor -> {
            double[][] lower = factor.factors();
            for (int row = 0; row < beta.length; row++) {
                for (int k = 0; k <= row; k++) {
                    beta[row] += lower[row][k] * noise[k];
                }
            }
        });
    }

    /** Collinear predictors: the share of events alone, half an event added to either side. */
    private static double[] interceptOnly(double[] y, int size) {
        double events = Arrays.stream(y).sum();
        double[] beta = new double[size];
        beta[0] = Math.log((events + 0.5) / (y.length - events + 0.5));
        return beta;
    }

    /** The columns that are not constant; their means and standard deviations are kept. */
    private int[] varying(double[][] x) {
        int[] all = new int[x.length];
        int count = 0;
        for (int column = 1; column < x.length; column++) {
            measure(column, x[column]);
            if (deviation[column] > 1e-12 * Math.abs(mean[column])) {
                all[count++] = column;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private void measure(int column, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double centre = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - centre) * (value - centre);
        }
        mean[column] = centre;
        deviation[column] = Math.sqrt(squares / Math.max(1, values.length - 1));
    }
}
