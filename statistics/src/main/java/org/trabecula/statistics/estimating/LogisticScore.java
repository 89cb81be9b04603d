package org.trabecula.statistics.estimating;

import org.trabecula.statistics.regression.LogisticFit;

/**
 * The stage of a logistic regression: psi = x (y - p(x'b)) for the units that belong to it, and zero for the others, so
 * that a model fitted in one arm stacks on one fitted in both.
 *
 * @param rows the design, n rows
 * @param response whether each unit has the event
 * @param member which units the model is fitted to
 * @param at where its coefficients stand in theta, and its equations in psi
 */
public record LogisticScore(double[][] rows, boolean[] response, boolean[] member, int at) {

    /** The unit's probability under the coefficients in theta, whether or not it belongs to the fit. */
    public double probability(int unit, double[] theta) {
        return probability(rows[unit], theta);
    }

    /** The probability of any row of the same columns, such as one with the treatment set. */
    public double probability(double[] row, double[] theta) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * theta[at + k];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Adds the unit's score and its derivative. */
    public void add(int unit, double[] theta, double[] psi, double[][] slope) {
        if (member[unit]) {
            double[] row = rows[unit];
            double p = probability(unit, theta);
            double residual = (response[unit] ? 1 : 0) - p;
            for (int i = 0; i < row.length; i++) {
                psi[at + i] += residual * row[i];
                double factor = p * (1 - p) * row[i];
                double[] own = slope[at + i];
                for (int j = 0; j < row.length; j++) {
                    own[at + j] -= factor * row[j];
                }
            }
        }
    }

    /** Adds to an equation's derivative what a change of this unit's linear predictor does to it. */
    public void chain(double[] slopeRow, double[] row, double perPredictor) {
        for (int k = 0; k < row.length; k++) {
            slopeRow[at + k] += perPredictor * row[k];
        }
    }

    /** Writes the fit's coefficients where they stand in theta. */
    public void start(double[] theta, LogisticFit fit) {
        System.arraycopy(fit.coefficients(), 0, theta, at, fit.coefficients().length);
    }
}
