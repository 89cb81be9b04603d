package org.trabecula.statistics.matrix;

import java.util.function.DoubleUnaryOperator;

/**
 * A symmetric matrix A = V diag(values) V', by cyclic Jacobi rotations; meant for a few dozen rows.
 *
 * <p>Source: Golub GH, Van Loan CF, Matrix Computations, 4th edition 2013, section 8.5.
 *
 * @param values the eigenvalues, in no particular order
 * @param vectors V: the eigenvector of the i-th value is column i
 */
public record Spectrum(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 60;

    /** The spectrum of a symmetric matrix of finite numbers. */
    public static Spectrum of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = Products.times(matrix, Products.identity(n));
        double[][] v = new double[n][n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep(a, v); sweep++) {
            // The sweep does the work and says whether it found any.
        }
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return new Spectrum(values, v);
    }

    /** V diag(f(values)) V': an inverse, a square root, or any other function of the matrix. */
    public double[][] apply(DoubleUnaryOperator f) {
        int n = values.length;
        double[][] result = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = f.applyAsDouble(values[k]);
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < n; column++) {
                    result[row][column] += value * vectors[row][k] * vectors[column][k];
                }
            }
        }
        return result;
    }

    private static boolean sweep(double[][] a, double[][] v) {
        boolean turned = false;
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (Math.abs(a[p][q]) > Math.ulp(Math.sqrt(Math.abs(a[p][p] * a[q][q]))) / 4) {
                    turn(a, v, p, q);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private static void turn(double[][] a, double[][] v, int p, int q) {
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double first = a[k][p];
            double second = a[k][q];
            a[k][p] = cosine * first - sine * second;
            a[k][q] = sine * first + cosine * second;
        }
        for (int k = 0; k < a.length; k++) {
            double first = a[p][k];
            double second = a[q][k];
            a[p][k] = cosine * first - sine * second;
            a[q][k] = sine * first + cosine * second;
            first = v[k][p];
            second = v[k][q];
            v[k][p] = cosine * first - sine * second;
            v[k][q] = sine * first + cosine * second;
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }
}
