package org.trabecula.statistics.repeated;

import java.util.Optional;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Elimination;
import org.trabecula.statistics.matrix.Products;

/**
 * A covariance matrix S of m visits as a function of parameters t. These are the matrix's own elements wherever it is
 * linear in them, because the restricted likelihood is then closest to a parabola and Newton's steps are best.
 */
sealed interface Shape permits Unstructured, ByDistance, Autoregressive {

    /** How many parameters. */
    int parameters(int visits);

    /** Parameters of a matrix of this shape near a given one. */
    double[] near(double[][] sigma);

    /** S(t). */
    double[][] sigma(double[] t, int visits);

    /** dS/dt, one matrix for each parameter. */
    double[][][] slopes(double[] t, int visits);

    /** Whether S is linear in t, so that second derivatives are zero. */
    boolean linear();

    /** d2S/dt da db. */
    double[][] bend(double[] t, int visits, int a, int b);

    /** The derivatives of t (rows) with respect to the working parameters (columns) that R's mmrm takes. */
    double[][] jacobian(double[] t, int visits);

    /** The second derivative of S along a direction of the working parameters. */
    double[][] bendAlong(double[] t, int visits, double[] direction);

    /**
     * What the Kenward-Roger correction asks of the second derivatives: their sum over pairs of working parameters,
     * weighted with the covariance W of those. It is the one quantity that depends on which parameters one works with.
     * With W = CC', it is the sum of the second derivatives along the columns of C.
     *
     * @param covariance of the estimated t
     * @return empty when the covariance is singular
     */
    default Optional<double[][]> curvature(double[] t, int visits, double[][] covariance) {
        return Elimination.inverse(jacobian(t, visits))
                .flatMap(toWorking -> Cholesky.of(Products.sandwich(toWorking, covariance)))
                .map(factored -> {
                    double[][] sum = new double[visits][visits];
                    for (double[] direction : Products.transpose(factored.factors())) {
                        double[][] bend = bendAlong(t, visits, direction);
                        for (int row = 0; row < visits; row++) {
                            for (int column = 0; column < visits; column++) {
                                sum[row][column] += bend[row][column];
                            }
                        }
                    }
                    return sum;
                });
    }
}
