package org.trabecula.statistics.repeated;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.statistics.matrix.Products;

/**
 * The fixed effects' covariance with allowance for estimated covariances: phi + 2 phi (sum over pairs of parameters of W
 * (Q - P phi P - R / 4)) phi.
 *
 * <p>Source: Kenward MG, Roger JH, Biometrics 1997;53:983-997, equation 5. Their W is the inverse expected information;
 * here, as in R's mmrm, it is the inverse observed information.
 *
 * @param likelihood what was maximised
 * @param top its maximum
 * @param weights W, the covariance of the estimated covariance parameters
 */
record KenwardRoger(RestrictedLikelihood likelihood, Curve top, double[][] weights) {

    /**
     * The corrected covariance.
     *
     * @param curved whether to count the second derivatives of the covariance matrix, R
     * @return empty when R has no weights because W is singular
     */
    Optional<double[][]> covariance(boolean curved) {
        int visits = likelihood.visits();
        return curved
                ? likelihood.shape().curvature(top.point().t(), visits, weights).map(this::with)
                : Optional.of(with(new double[visits][visits]));
    }

    private double[][] with(double[][] curvature) {
        double[][] phi = top.point().phi();
        double[][] middle = linear(curvature);
        double[][][] slopes = top.informationSlopes();
        for (int a = 0; a < weights.length; a++) {
            double[][] sum = new double[phi.length][phi.length];
            for (int b = 0; b < weights.length; b++) {
                add(sum, weights[a][b], slopes[b]);
            }
            add(middle, -1, Products.times(Products.times(slopes[a], phi), sum));
        }
        double[][] corrected = Products.sandwich(phi, middle);
        for (int row = 0; row < phi.length; row++) {
            for (int column = 0; column < phi.length; column++) {
                corrected[row][column] = phi[row][column] + 2 * corrected[row][column];
            }
        }
        return corrected;
    }

    /** The sum of W (Q - R / 4), which is linear in the data's products. */
    private double[][] linear(double[][] curvature) {
        double[][][] slopes = likelihood.shape().slopes(top.point().t(), likelihood.visits());
        double[] sums = new double[Packed.length(likelihood.columns() + 1)];
        int at = 0;
        for (MissingPattern pattern : likelihood.patterns()) {
            double[][] inverse = top.point().inverses()[at++];
            double[][] core = pattern.part(curvature);
            for (double[] row : core) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= -4;
                }
            }
            double[][][] parts = Arrays.stream(slopes).map(pattern::part).toArray(double[][][]::new);
            for (int a = 0; a < weights.length; a++) {
                double[][] sum = new double[core.length][core.length];
                for (int b = 0; b < weights.length; b++) {
                    add(sum, weights[a][b], parts[b]);
                }
                add(core, 1, Products.times(Products.times(parts[a], inverse), sum));
            }
            pattern.addWeighted(Products.sandwich(inverse, core), sums);
        }
        return Packed.leading(sums, likelihood.columns());
    }

    private static void add(double[][] target, double factor, double[][] what) {
        for (int row = 0; row < target.length; row++) {
            for (int column = 0; column < target.length; column++) {
                target[row][column] += factor * what[row][column];
            }
        }
    }
}
