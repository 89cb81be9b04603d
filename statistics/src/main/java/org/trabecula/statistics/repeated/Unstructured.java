package org.trabecula.statistics.repeated;

import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/**
 * Any covariance matrix; t is its lower triangle, row by row. The working parameters are those of S =
 * D L L' D, D = diag(exp(.)), L lower triangular with ones on its diagonal.
 */
record Unstructured() implements Shape {
    @Override
    public int parameters(int visits) {
        return visits * (visits + 1) / 2;
    }

    @Override
    public double[] near(double[][] sigma) {
        double[] t = new double[parameters(sigma.length)];
        for (int row = 0, at = 0; row < sigma.length; row++) {
            for (int column = 0; column <= row; column++) {
                t[at++] = sigma[row][column];
            }
        }
        return t;
    }

    @Override
    public double[][] sigma(double[] t, int visits) {
        double[][] sigma = new double[visits][visits];
        for (int row = 0, at = 0; row < visits; row++) {
            for (int column = 0; column <= row; column++, at++) {
                sigma[row][column] = t[at];
                sigma[column][row] = t[at];
            }
        }
        return sigma;
    }

    @Override
    public double[][][] slopes(double[] t, int visits) {
        double[][][] slopes = new double[t.length][visits][visits];
        for (int row = 0, at = 0; row < visits; row++) {
            for (int column = 0; column <= row; column++, at++) {
                slopes[at][row][column] = 1;
                slopes[at][column][row] = 1;
            }
        }
        return slopes;
    }

    @Override
    public boolean linear() {
        return true;
    }

    @Override
    public double[][] bend(double[] t, int visits, int a, int b) {
        return new double[visits][visits];
    }

    @Override
    public double[][] jacobian(double[] t, int visits) {
        double[][] factor = factor(t, visits);
        double[][] rows = new double[t.length][];
        for (int k = 0; k < t.length; k++) {
            double[] unit = new double[t.length];
            unit[k] = 1;
            double[][] half = Products.times(along(factor, unit, false), Products.transpose(factor));
            rows[k] = near(plusTranspose(half));
        }
        return Products.transpose(rows);
    }

    @Override
    public double[][] bendAlong(double[] t, int visits, double[] direction) {
        double[][] factor = factor(t, visits);
        double[][] first = along(factor, direction, false);
        double[][] second = along(factor, direction, true);
        double[][] half = Products.times(second, Products.transpose(factor));
        double[][] square = Products.times(first, Products.transpose(first));
        for (int row = 0; row < visits; row++) {
            for (int column = 0; column < visits; column++) {
                half[row][column] += square[row][column];
            }
        }
        return plusTranspose(half);
    }

    private double[][] factor(double[] t, int visits) {
        return Cholesky.of(sigma(t, visits)).orElseThrow().factors();
    }

    /** A derivative of DL along a direction: first the m logarithms, then the elements of L row by row. */
    private static double[][] along(double[][] factor, double[] direction, boolean second) {
        int visits = factor.length;
        double[][] result = new double[visits][visits];
        for (int row = 0, at = visits; row < visits; row++) {
            double scale = direction[row];
            for (int column = 0; column <= row; column++) {
                double own = column < row ? factor[row][row] * direction[at++] : 0;
                result[row][column] =
                        second ? scale * (scale * factor[row][column] + 2 * own) : scale * factor[row][column] + own;
            }
        }
        return result;
    }

    private static double[][] plusTranspose(double[][] a) {
        double[][] sum = new double[a.length][a.length];
        for (int row = 0; row < a.length; row++) {
            for (int column = 0; column < a.length; column++) {
                sum[row][column] = a[row][column] + a[column][row];
            }
        }
        return sum;
    }
}
