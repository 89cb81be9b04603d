package org.trabecula.statistics.regression;

import java.util.Arrays;
import org.trabecula.statistics.matrix.Cholesky;

/**
 * Newton's method for logistic regression, which for this model is iteratively reweighted least squares (McCullagh P,
 * Nelder JA, Generalized Linear Models, 2nd edition 1989, section 4.4), in a workspace that is used again and again:
 * nothing is allocated by {@link #solve}, so a bootstrap can refit thousands of times from a warm start.
 *
 * <p>An iteration ends when the next step would move no unit's linear predictor by more than the tolerance; because the
 * method converges quadratically, the error that remains is of the order of the tolerance's square. Under separation
 * every step moves some predictor by about 1 while the likelihood gains nothing, and that is how it is recognised.
 *
 * <p>Belongs to one thread. Rows and responses are copied.
 */
public final class LogisticSolver {
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;
    /** Twice the gain in log-likelihood that a step can still bring, below which it no longer counts. */
    private static final double NO_GAIN = 1e-8;

    private static final double LARGE_MOVE = 0.3;
    private static final double EXTREME = 8;

    /** How an iteration ended. */
    public enum Status {
        /** At the maximum. */
        CONVERGED,
        /** The likelihood has no finite maximum. */
        SEPARATED,
        /** Columns are collinear among the units that have a weight. */
        SINGULAR,
        /** Not within the steps allowed. */
        EXHAUSTED
    }

    private final int units;
    private final int columns;
    private final double[] x;
    private final boolean[] response;
    private final double tolerance;
    private final double[] score;
    private final double[] information;
    private final double[] step;
    private final double[] before;
    private final Cholesky factor;
    private final double[] trace = new double[MOST_STEPS];
    private int steps;

    /**
     * @param rows the design, with a column of ones if an intercept is wanted
     * @param response whether each unit has the event
     * @param tolerance the largest last move of a linear predictor, such as 1e-6
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public LogisticSolver(double[][] rows, boolean[] response, double tolerance) {
        this.units = rows.length;
        this.columns = Shapes.columns(rows, response.length);
        this.x = new double[units * columns];
        for (int unit = 0; unit < units; unit++) {
            System.arraycopy(rows[unit], 0, x, unit * columns, columns);
        }
        this.response = response.clone();
        this.tolerance = tolerance;
        this.score = new double[columns];
        this.information = new double[columns * columns];
        this.step = new double[columns];
        this.before = new double[columns];
        this.factor = Cholesky.ofSize(columns);
    }

    /**
     * Finds the maximum.
     *
     * @param weights how often each unit counts, 0 or more
     * @param beta where to start; holds the solution afterwards
     * @return how it ended; {@code beta} is a solution only if it converged
     */
    public Status solve(double[] weights, double[] beta) {
        double last = Double.POSITIVE_INFINITY;
        for (steps = 0; steps < MOST_STEPS; steps++) {
            expand(weights, beta);
            if (!factor.factor(information)) {
                return steps == 0 && largest(weights, beta) < EXTREME ? Status.SINGULAR : Status.SEPARATED;
            }
            System.arraycopy(score, 0, step, 0, columns);
            factor.solve(step);
            double decrement = 0;
            for (int k = 0; k < columns; k++) {
                decrement += step[k] * score[k];
            }
            trace[steps] = decrement;
            if (decrement > last && decrement > NO_GAIN) {
                if (!retreat(weights, beta)) {
                    return Status.EXHAUSTED;
                }
                last = Double.POSITIVE_INFINITY;
                continue;
            }
            double move = decrement < NO_GAIN ? largest(weights, step) : Double.POSITIVE_INFINITY;
            if (decrement < NO_GAIN && move > LARGE_MOVE && largest(weights, beta) > EXTREME) {
                return Status.SEPARATED;
            }
            System.arraycopy(beta, 0, before, 0, columns);
            for (int k = 0; k < columns; k++) {
                beta[k] += step[k];
            }
            if (move < tolerance) {
                return Status.CONVERGED;
            }
            last = decrement;
        }
        return Status.EXHAUSTED;
    }

    /** Newton's decrement (twice the gain that the step promised) of each step of the last iteration. */
    double[] trace() {
        return Arrays.copyOf(trace, Math.min(steps + 1, MOST_STEPS));
    }

    /** The inverse of the information at {@code beta}; only after a convergence. */
    double[][] covariance(double[] weights, double[] beta) {
        expand(weights, beta);
        if (!factor.factor(information)) {
            throw new IllegalStateException("The information is singular at the maximum");
        }
        return factor.inverse();
    }

    /** Halves the way back to the point before until the likelihood is above that point's. */
    private boolean retreat(double[] weights, double[] beta) {
        double reached = logLikelihood(weights, before);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            if (logLikelihood(weights, beta) >= reached) {
                return true;
            }
            for (int k = 0; k < columns; k++) {
                beta[k] = (beta[k] + before[k]) / 2;
            }
        }
        return false;
    }

    double logLikelihood(double[] weights, double[] beta) {
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            if (weights[unit] > 0) {
                double predictor = predictor(unit, beta);
                sum += weights[unit] * logOfLogistic(response[unit] ? predictor : -predictor);
            }
        }
        return sum;
    }

    /** The logarithm of 1 / (1 + exp(-t)) without loss at either end. */
    static double logOfLogistic(double t) {
        return t < 0 ? t - Math.log1p(Math.exp(t)) : -Math.log1p(Math.exp(-t));
    }

    double predictor(int unit, double[] beta) {
        int at = unit * columns;
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            sum += x[at + k] * beta[k];
        }
        return sum;
    }

    private double largest(double[] weights, double[] beta) {
        double largest = 0;
        for (int unit = 0; unit < units; unit++) {
            if (weights[unit] > 0) {
                largest = Math.max(largest, Math.abs(predictor(unit, beta)));
            }
        }
        return largest;
    }

    /** Score and information (lower triangle) at {@code beta}. */
    private void expand(double[] weights, double[] beta) {
        Arrays.fill(score, 0);
        Arrays.fill(information, 0);
        for (int unit = 0; unit < units; unit++) {
            double weight = weights[unit];
            if (weight > 0) {
                double p = 1 / (1 + Math.exp(-predictor(unit, beta)));
                double residual = weight * ((response[unit] ? 1 : 0) - p);
                double curvature = weight * p * (1 - p);
                int at = unit * columns;
                for (int i = 0; i < columns; i++) {
                    double xi = x[at + i];
                    score[i] += residual * xi;
                    double scaled = curvature * xi;
                    int row = i * columns;
                    for (int j = 0; j <= i; j++) {
                        information[row + j] += scaled * x[at + j];
                    }
                }
            }
        }
    }
}
