package org.trabecula.app.report;

/** The little linear algebra of the second computation. */
final class LinearByHand {
    private LinearByHand() {}

    /** The chance that a logistic regression gives. */
    static double chance(double[] row, double[] coefficients) {
        return 1 / (1 + Math.exp(-dot(row, coefficients)));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static void add(double[] to, double[] row, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * row[i];
        }
    }

    /** Adds the row's product with itself. */
    static void add(double[][] to, double[] row, double times) {
        for (int i = 0; i < to.length; i++) {
            add(to[i], row, times * row[i]);
        }
    }

    /** Gauss with the largest pivot of a column. */
    static double[] solved(double[][] matrix, double[] right) {
        int k = right.length;
        double[][] m = new double[k][k + 1];
        for (int a = 0; a < k; a++) {
            System.arraycopy(matrix[a], 0, m[a], 0, k);
            m[a][k] = right[a];
        }
        for (int c = 0; c < k; c++) {
            int best = c;
            for (int r = c + 1; r < k; r++) {
                best = Math.abs(m[r][c]) > Math.abs(m[best][c]) ? r : best;
            }
            double[] swap = m[c];
            m[c] = m[best];
            m[best] = swap;
            for (int r = 0; r < k; r++) {
                if (r != c) {
                    double factor = m[r][c] / m[c][c];
                    for (int j = c; j <= k; j++) {
                        m[r][j] -= factor * m[c][j];
                    }
                }
            }
        }
        double[] solution = new double[k];
        for (int a = 0; a < k; a++) {
            solution[a] = m[a][k] / m[a][a];
        }
        return solution;
    }
}
