package org.trabecula.statistics.regression;

/**
 * A linear regression.
 *
 * @param coefficients per unit of each column, p of them
 * @param unscaled the inverse of X'X, p by p; times the residual variance it is the coefficients' covariance
 * @param residualVariance the sum of squared residuals divided by the degrees of freedom
 * @param degreesOfFreedom units minus columns
 */
public record LinearFit(double[] coefficients, double[][] unscaled, double residualVariance, int degreesOfFreedom) {

    /** The variance of each coefficient. */
    public double[] variances() {
        double[] variances = new double[coefficients.length];
        for (int k = 0; k < variances.length; k++) {
            variances[k] = residualVariance * unscaled[k][k];
        }
        return variances;
    }

    /** What the model says for a unit with these columns. */
    public double prediction(double[] row) {
        double sum = 0;
        for (int k = 0; k < coefficients.length; k++) {
            sum += row[k] * coefficients[k];
        }
        return sum;
    }
}
