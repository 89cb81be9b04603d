package org.trabecula.statistics.regression;

import java.util.Arrays;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/**
 * Newton's method for logistic regression, which for this model is iteratively reweighted least squares (McCullagh P,
 * Nelder JA, Generalized Linear Models, 2nd edition 1989, section 4.4), in a workspace that is used again and again:
 * nothing is allocated by {@link #solve}, so a bootstrap can refit thousands of times from a warm start.
 *
 * <p>An iteration ends when the next step would move no unit's linear predictor by more than the tolerance; because the
 * method converges quadratically, the error that remains is of the order of the tolerance's square. Under separation
 * every step moves some predictor by about 1 while the likelihood gains nothing, and that is how it is recognised.
 *
 * <p>The design is held column by column, and only the units that have a weight are looked at: a resample leaves out a
 * third of them.
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

    private final int columns;
    private final double[][] rows;
    private final double[] events;
    private final double tolerance;
    private final double gate;
    private final double[] score;
    private final double[] information;
    private final double[] step;
    private final double[] before;
    private final Cholesky factor;
    private final double[] trace = new double[MOST_STEPS];
    private int steps;

    /** The units that have a weight, as many as {@code present}: design by column, events, weights. */
    private final double[][] x;

    private final double[] y;
    private final double[] weight;
    private int present;
    private final double[] predictor;
    private final double[] curvature;
    private final double[] scaled;

    /**
     * @param rows the design, with a column of ones if an intercept is wanted
     * @param response whether each unit has the event
     * @param tolerance the largest last move of a linear predictor, such as 1e-6
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public LogisticSolver(double[][] rows, boolean[] response, double tolerance) {
        int units = rows.length;
        this.columns = Shapes.columns(rows, response.length);
        this.rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        this.events = new double[units];
        Arrays.setAll(events, unit -> response[unit] ? 1 : 0);
        this.tolerance = tolerance;
        this.gate = Math.max(NO_GAIN, units * tolerance * tolerance);
        this.score = new double[columns];
        this.information = new double[columns * columns];
        this.step = new double[columns];
        this.before = new double[columns];
        this.factor = Cholesky.ofSize(columns);
        this.x = new double[columns][units];
        this.y = new double[units];
        this.weight = new double[units];
        this.predictor = new double[units];
        this.curvature = new double[units];
        this.scaled = new double[units];
    }

    /**
     * Finds the maximum.
     *
     * @param weights how often each unit counts, 0 or more
     * @param beta where to start; holds the solution afterwards
     * @return how it ended; {@code beta} is a solution only if it converged
     */
    public Status solve(double[] weights, double[] beta) {
        gather(weights);
        double last = Double.POSITIVE_INFINITY;
        for (steps = 0; steps < MOST_STEPS; steps++) {
            expand(beta);
            if (!factor.factor(information)) {
                return steps == 0 && largest(beta) < EXTREME ? Status.SINGULAR : Status.SEPARATED;
            }
            System.arraycopy(score, 0, step, 0, columns);
            factor.solve(step);
            double decrement = 0;
            for (int k = 0; k < columns; k++) {
                decrement += step[k] * score[k];
            }
            trace[steps] = decrement;
            if (decrement > last && decrement > NO_GAIN) {
                if (!retreat(beta)) {
                    return Status.EXHAUSTED;
                }
                last = Double.POSITIVE_INFINITY;
                continue;
            }
            // A step that moves nobody by the tolerance cannot have a larger decrement than the gate.
            double move = decrement < gate ? largest(step) : Double.POSITIVE_INFINITY;
            if (decrement < NO_GAIN && move > LARGE_MOVE && largest(beta) > EXTREME) {
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

    /** The linear predictor x'b of a unit. */
    public double predictor(int unit, double[] beta) {
        double[] row = rows[unit];
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            sum += row[k] * beta[k];
        }
        return sum;
    }

    /** Newton's decrement (twice the gain that the step promised) of each step of the last iteration. */
    double[] trace() {
        return Arrays.copyOf(trace, Math.min(steps + 1, MOST_STEPS));
    }

    /**
     * The covariance of the coefficients where the last step of the last iteration, which converged, began: as near to the
     * one at the solution as the tolerance, and already factored.
     */
    public double[][] lastCovariance() {
        return factor.inverse();
    }

    /** The inverse of the information at {@code beta} for the weights of the last iteration, which converged. */
    double[][] covariance(double[] beta) {
        expand(beta);
        if (!factor.factor(information)) {
            throw new IllegalStateException("The information is singular at the maximum");
        }
        return factor.inverse();
    }

    /** The log-likelihood for the weights of the last iteration. */
    double logLikelihood(double[] beta) {
        predict(beta);
        double sum = 0;
        for (int k = 0; k < present; k++) {
            sum += weight[k] * logOfLogistic(y[k] == 1 ? predictor[k] : -predictor[k]);
        }
        return sum;
    }

    /** The logarithm of 1 / (1 + exp(-t)) without loss at either end. */
    static double logOfLogistic(double t) {
        return Math.min(t, 0) - logOfOneAnd(Math.exp(-Math.abs(t)));
    }

    /**
     * log(1 + x) for x from 0 to 1 to the last digits, a third of the time of the library's.
     *
     * <p>Source: Goldberg D, ACM Comput Surv 1991;23:5-48, theorem 4.
     */
    private static double logOfOneAnd(double x) {
        double sum = 1 + x;
        return sum == 1 ? x : Math.log(sum) * x / (sum - 1);
    }

    /** Halves the way back to the point before until the likelihood is above that point's. */
    private boolean retreat(double[] beta) {
        double reached = logLikelihood(before);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            if (logLikelihood(beta) >= reached) {
                return true;
            }
            for (int k = 0; k < columns; k++) {
                beta[k] = (beta[k] + before[k]) / 2;
            }
        }
        return false;
    }

    private void gather(double[] weights) {
        present = 0;
        for (int unit = 0; unit < rows.length; unit++) {
            if (weights[unit] > 0) {
                double[] row = rows[unit];
                for (int column = 0; column < columns; column++) {
                    x[column][present] = row[column];
                }
                y[present] = events[unit];
                weight[present++] = weights[unit];
            }
        }
    }

    private double largest(double[] beta) {
        predict(beta);
        double largest = 0;
        for (int k = 0; k < present; k++) {
            largest = Math.max(largest, Math.abs(predictor[k]));
        }
        return largest;
    }

    private void predict(double[] beta) {
        Arrays.fill(predictor, 0, present, 0);
        for (int column = 0; column < columns; column++) {
            double factorOf = beta[column];
            double[] own = x[column];
            for (int k = 0; k < present; k++) {
                predictor[k] += factorOf * own[k];
            }
        }
    }

    /** Score and information (lower triangle) at {@code beta}. */
    private void expand(double[] beta) {
        predict(beta);
        for (int k = 0; k < present; k++) {
            double p = 1 / (1 + Math.exp(-predictor[k]));
            predictor[k] = weight[k] * (y[k] - p);
            curvature[k] = weight[k] * p * (1 - p);
        }
        for (int row = 0; row < columns; row++) {
            double[] own = x[row];
            score[row] = Products.dot(own, predictor, present);
            for (int k = 0; k < present; k++) {
                scaled[k] = curvature[k] * own[k];
            }
            for (int column = 0; column <= row; column++) {
                information[row * columns + column] = Products.dot(x[column], scaled, present);
            }
        }
    }
}
