package org.trabecula.statistics.matrix;

import java.util.Optional;

/**
 * Gaussian elimination with partial pivoting, for square matrices that need not be symmetric. Rows are first scaled by
 * their largest element, and a pivot below 1e-14 of that counts as zero.
 */
public final class Elimination {
    private static final double LEAST_PIVOT = 1e-14;

    private Elimination() {}

    /**
     * The solution X of AX = B.
     *
     * @param a a square matrix; left as it is
     * @param b as many rows as {@code a}; left as it is
     * @return the solution; empty when {@code a} is singular
     */
    public static Optional<double[][]> solve(double[][] a, double[][] b) {
        int size = a.length;
        double[][] left = new double[size][];
        double[][] right = new double[size][];
        for (int row = 0; row < size; row++) {
            double largest = 0;
            for (double element : a[row]) {
                largest = Math.max(largest, Math.abs(element));
            }
            if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            double scale = 1 / largest;
            left[row] = scaled(a[row], scale);
            right[row] = scaled(b[row], scale);
        }
        for (int step = 0; step < size; step++) {
            int pivot = largest(left, step);
            if (!(Math.abs(left[pivot][step]) > LEAST_PIVOT)) {
                return Optional.empty();
            }
            swap(left, step, pivot);
            swap(right, step, pivot);
            for (int row = step + 1; row < size; row++) {
                double factor = left[row][step] / left[step][step];
                subtract(left[row], left[step], factor, step);
                subtract(right[row], right[step], factor, 0);
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int other = row + 1; other < size; other++) {
                subtract(right[row], right[other], left[row][other], 0);
            }
            double pivot = left[row][row];
            for (int column = 0; column < right[row].length; column++) {
                right[row][column] /= pivot;
            }
        }
        return Optional.of(right);
    }

    /** The inverse of a square matrix; empty when it is singular. */
    public static Optional<double[][]> inverse(double[][] a) {
        return solve(a, Products.identity(a.length));
    }

    private static int largest(double[][] rows, int step) {
        int best = step;
        for (int row = step + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][step]) > Math.abs(rows[best][step])) {
                best = row;
            }
        }
        return best;
    }

    private static void swap(double[][] rows, int one, int other) {
        double[] kept = rows[one];
        rows[one] = rows[other];
        rows[other] = kept;
    }

    private static double[] scaled(double[] row, double scale) {
        double[] scaled = new double[row.length];
        for (int column = 0; column < row.length; column++) {
            scaled[column] = row[column] * scale;
        }
        return scaled;
    }

    /** From a column on: what stands before it is zero already, and never looked at again. */
    private static void subtract(double[] from, double[] what, double factor, int first) {
        if (factor != 0) {
            for (int column = first; column < from.length; column++) {
                from[column] -= factor * what[column];
            }
        }
    }
}
