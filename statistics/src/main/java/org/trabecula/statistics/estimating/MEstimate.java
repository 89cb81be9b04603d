package org.trabecula.statistics.estimating;

import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.matrix.Products;

/**
 * The root of estimating equations.
 *
 * @param parameters theta, q of them
 * @param covariance its sandwich, q by q
 */
public record MEstimate(double[] parameters, double[][] covariance) {

    /** The square root of a parameter's variance. */
    public double standardError(int parameter) {
        return Math.sqrt(covariance[parameter][parameter]);
    }

    /** The covariance of some of the parameters, such as the last two. */
    public double[][] covariance(int... chosen) {
        double[][] part = new double[chosen.length][chosen.length];
        for (int row = 0; row < chosen.length; row++) {
            for (int column = 0; column < chosen.length; column++) {
                part[row][column] = covariance[chosen[row]][chosen[column]];
            }
        }
        return part;
    }

    /**
     * A function of the parameters with its standard error by the delta method.
     *
     * @param value the function's value
     * @param gradient the derivative for each parameter: of the function itself, or of its logarithm on that scale
     * @param scale which of the two
     */
    public Estimate function(double value, double[] gradient, Estimate.Scale scale) {
        return new Estimate(value, Math.sqrt(Products.quadratic(gradient, covariance)), scale);
    }
}
