package org.trabecula.statistics.regression;

/**
 * A logistic regression at its maximum.
 *
 * @param coefficients log odds per unit of each column, p of them
 * @param covariance the inverse of the Fisher information at the estimate, p by p
 * @param fitted each unit's probability, n of them
 * @param logLikelihood at the estimate (for Firth's: with the penalty)
 */
public record LogisticFit(double[] coefficients, double[][] covariance, double[] fitted, double logLikelihood) {

    /** The square roots of the covariance's diagonal. */
    public double[] standardErrors() {
        double[] errors = new double[coefficients.length];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = Math.sqrt(covariance[k][k]);
        }
        return errors;
    }

    /** The probability that the model gives to a unit with these columns. */
    public double probability(double[] row) {
        return probability(row, coefficients);
    }

    /** 1 / (1 + exp(-x'b)). */
    public static double probability(double[] row, double[] coefficients) {
        double sum = 0;
        for (int k = 0; k < coefficients.length; k++) {
            sum += row[k] * coefficients[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
