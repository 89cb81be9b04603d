package org.trabecula.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/** The penalised likelihood of a logistic regression, and its maximum with all coefficients free or one of them held. */
final class Penalised {
    /** No coefficient is held. */
    static final int NOTHING = -1;

    private static final int MOST_STEPS = 500;
    private static final int MOST_HALVINGS = 40;
    /** A gain below which a step is shorter than 1e-11 standard errors. */
    private static final double LEAST_GAIN = 1e-22;
    /** A gain that the likelihood's own rounding hides. */
    private static final double ROUNDING = 1e-13;

    private static final double LONGEST_MOVE = 5;

    private final double[][] rows;
    private final boolean[] response;
    private final int columns;
    private final Cholesky factor;
    private final double[] score;
    private final double[] information;
    private final double[] fitted;
    /** Where all of this was last worked out. */
    private double[] at = {};

    private double logLikelihood;

    Penalised(double[][] rows, boolean[] response) {
        this.rows = rows;
        this.response = response;
        this.columns = rows.length == 0 ? 0 : rows[0].length;
        this.factor = Cholesky.ofSize(columns);
        this.score = new double[columns];
        this.information = new double[columns * columns];
        this.fitted = new double[rows.length];
    }

    /**
     * Fisher scoring with halved steps: the score is the modified one of Firth 1993, section 3, and the information that
     * of the coefficients that are free.
     */
    Outcome<double[]> maximum(double[] start, int held) {
        if (rows.length == 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "a logistic regression needs units, but there are none");
        }
        double[] beta = start.clone();
        List<Double> trace = new ArrayList<>();
        if (!expand(beta)) {
            return Outcome.none(
                    Shortfall.Cause.SINGULAR, "the " + columns + " columns of the model are collinear among its units");
        }
        double last = Double.POSITIVE_INFINITY;
        for (int count = 0; count < MOST_STEPS; count++) {
            trace.add(logLikelihood);
            double[] step = step(held);
            double gain = 0;
            for (int k = 0; k < columns; k++) {
                gain += k == held ? 0 : step[k] * score[k];
            }
            if (gain < LEAST_GAIN || (gain < ROUNDING && gain >= last)) {
                return Outcome.of(beta);
            }
            // So near to the maximum the steps shrink of themselves, and the likelihood can no longer tell them apart.
            if (gain < ROUNDING ? !moved(beta, step) : !advance(beta, step)) {
                return notConverged("no step raises the likelihood", trace);
            }
            last = gain;
        }
        return notConverged("the penalised likelihood was still rising", trace);
    }

    static <T> Outcome<T> notConverged(String sentence) {
        return notConverged(sentence, List.of());
    }

    private static <T> Outcome<T> notConverged(String sentence, List<Double> trace) {
        return new Outcome.Missing<>(new Shortfall(Shortfall.Cause.NOT_CONVERGED, sentence, trace));
    }

    /** The penalised log-likelihood. */
    double logLikelihood(double[] beta) {
        requireExpanded(beta);
        return logLikelihood;
    }

    /** Its derivative for one coefficient. */
    double slope(double[] beta, int column) {
        requireExpanded(beta);
        return score[column];
    }

    /** The inverse of the unpenalised information. */
    double[][] covariance(double[] beta) {
        requireExpanded(beta);
        return factor.inverse();
    }

    private void requireExpanded(double[] beta) {
        if (!Arrays.equals(beta, at) && !expand(beta)) {
            throw new IllegalStateException("The information is singular at the maximum");
        }
    }

    private boolean moved(double[] beta, double[] step) {
        for (int k = 0; k < columns; k++) {
            beta[k] += step[k];
        }
        return expand(beta);
    }

    private boolean advance(double[] beta, double[] step) {
        double reached = logLikelihood;
        double largest = 0;
        for (double one : step) {
            largest = Math.max(largest, Math.abs(one));
        }
        double scale = largest > LONGEST_MOVE ? LONGEST_MOVE / largest : 1;
        double[] before = beta.clone();
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int k = 0; k < columns; k++) {
                beta[k] = before[k] + scale * step[k];
            }
            if (expand(beta) && logLikelihood >= reached) {
                return true;
            }
            scale /= 2;
        }
        System.arraycopy(before, 0, beta, 0, columns);
        requireExpanded(beta);
        return false;
    }

    private double[] step(int held) {
        if (held == NOTHING) {
            double[] step = score.clone();
            factor.solve(step);
            return step;
        }
        // A held coefficient: its row and column become those of the identity and its score 0.
        double[] free = information.clone();
        double[] step = score.clone();
        for (int k = 0; k < columns; k++) {
            free[held * columns + k] = 0;
            free[k * columns + held] = 0;
        }
        free[held * columns + held] = 1;
        step[held] = 0;
        Cholesky part = Cholesky.ofSize(columns);
        if (!part.factor(free)) {
            throw new IllegalStateException("A part of a positive definite matrix is not positive definite");
        }
        part.solve(step);
        return step;
    }

    /** Likelihood, information and modified score; false when the information is singular. */
    private boolean expand(double[] beta) {
        Arrays.fill(information, 0);
        Arrays.fill(score, 0);
        at = new double[0];
        double sum = 0;
        for (int unit = 0; unit < rows.length; unit++) {
            double t = predictor(unit, beta);
            sum += LogisticSolver.logOfLogistic(response[unit] ? t : -t);
            fitted[unit] = 1 / (1 + Math.exp(-t));
            addInformation(rows[unit], fitted[unit]);
        }
        if (!factor.factor(information)) {
            return false;
        }
        logLikelihood = sum + factor.logDeterminant() / 2;
        double[] leverages = leverages();
        for (int unit = 0; unit < rows.length; unit++) {
            double p = fitted[unit];
            double residual = (response[unit] ? 1 : 0) - p + leverages[unit] * (0.5 - p);
            for (int k = 0; k < columns; k++) {
                score[k] += residual * rows[unit][k];
            }
        }
        at = beta.clone();
        return true;
    }

    /** Its lower triangle, which is all that a factorisation reads. */
    private void addInformation(double[] row, double p) {
        for (int i = 0; i < columns; i++) {
            double weight = p * (1 - p) * row[i];
            for (int j = 0; j <= i; j++) {
                information[i * columns + j] += weight * row[j];
            }
        }
    }

    /** How much each unit pulls its own fit: x'(information)^-1 x p (1 - p). */
    private double[] leverages() {
        double[][] whitened = Products.transpose(rows);
        factor.forward(whitened);
        double[] leverages = new double[rows.length];
        for (double[] column : whitened) {
            for (int unit = 0; unit < leverages.length; unit++) {
                leverages[unit] += column[unit] * column[unit];
            }
        }
        for (int unit = 0; unit < leverages.length; unit++) {
            leverages[unit] *= fitted[unit] * (1 - fitted[unit]);
        }
        return leverages;
    }

    private double predictor(int unit, double[] beta) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            sum += rows[unit][k] * beta[k];
        }
        return sum;
    }
}
