package org.trabecula.statistics.matrix;

import java.util.Arrays;
import java.util.Optional;

/**
 * Gaussian elimination with partial pivoting, for square matrices that need not be symmetric. Rows are first scaled by
 * their largest element, and a pivot below 1e-14 of that counts as zero.
 */
public final class Elimination {
    private static final double LEAST_PIVOT = 1e-14;

    private Elimination() {}

    /**
     * The solution x of Ax = b.
     *
     * @param a a square matrix; left as it is
     * @param b as long as {@code a} has rows; left as it is
     * @return the solution; empty when {@code a} is singular, or no double holds the solution
     */
    public static Optional<double[]> solve(double[][] a, double[] b) {
        double[][] rows = new double[a.length][];
        for (int row = 0; row < a.length; row++) {
            rows[row] = Arrays.copyOf(a[row], a.length + 1);
            rows[row][a.length] = b[row];
        }
        return solved(rows).map(solved -> {
            double[] x = new double[a.length];
            Arrays.setAll(x, row -> solved[row][a.length]);
            return x;
        });
    }

    /** The inverse of a square matrix, which is left as it is; empty when it is singular, or no double holds the inverse. */
    public static Optional<double[][]> inverse(double[][] a) {
        double[][] rows = new double[a.length][];
        for (int row = 0; row < a.length; row++) {
            rows[row] = Arrays.copyOf(a[row], 2 * a.length);
            rows[row][a.length + row] = 1;
        }
        return solved(rows).map(solved -> {
            Arrays.setAll(solved, row -> Arrays.copyOfRange(solved[row], a.length, 2 * a.length));
            return solved;
        });
    }

    /** Turns rows of a square matrix and the right sides beside it into rows that have the solutions there. */
    private static Optional<double[][]> solved(double[][] rows) {
        int size = rows.length;
        if (!scaled(rows) || !triangular(rows)) {
            return Optional.empty();
        }
        for (int row = size - 1; row >= 0; row--) {
            double[] own = rows[row];
            for (int other = row + 1; other < size; other++) {
                subtract(own, rows[other], own[other], size, own.length);
            }
            for (int column = size; column < own.length; column++) {
                own[column] /= own[row];
            }
            if (!Finite.all(own)) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    /** Whether every row has something in the matrix large enough to be scaled by, and all of it is finite. */
    private static boolean scaled(double[][] rows) {
        for (double[] row : rows) {
            double largest = 0;
            for (int column = 0; column < rows.length; column++) {
                largest = Math.max(largest, Math.abs(row[column]));
            }
            if (!(largest >= Double.MIN_NORMAL && largest < Double.POSITIVE_INFINITY)) {
                return false;
            }
            double scale = 1 / largest;
            for (int column = 0; column < row.length; column++) {
                row[column] *= scale;
            }
        }
        return true;
    }

    /** Takes away what stands below the diagonal, whose elements are the pivots; whether none counts as zero. */
    private static boolean triangular(double[][] rows) {
        int size = rows.length;
        int[] ends = ends(rows);
        for (int step = 0; step < size; step++) {
            int pivot = largest(rows, step);
            double[] first = rows[pivot];
            int end = ends[pivot];
            if (!(Math.abs(first[step]) > LEAST_PIVOT)) {
                return false;
            }
            rows[pivot] = rows[step];
            ends[pivot] = ends[step];
            rows[step] = first;
            ends[step] = end;
            for (int row = step + 1; row < size; row++) {
                double[] own = rows[row];
                if (own[step] != 0) {
                    double factor = own[step] / first[step];
                    subtract(own, first, factor, step, end);
                    subtract(own, first, factor, size, own.length);
                    ends[row] = Math.max(ends[row], end);
                }
            }
        }
        return true;
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

    /** Where the zeros at the end of each row of the matrix begin. Models that are stacked on each other have many of them. */
    private static int[] ends(double[][] rows) {
        int[] ends = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            int end = rows.length;
            while (end > 0 && rows[row][end - 1] == 0) {
                end--;
            }
            ends[row] = end;
        }
        return ends;
    }

    /** Of the columns from {@code first} to {@code end}: before them all is zero already, or never looked at again. */
    private static void subtract(double[] from, double[] what, double factor, int first, int end) {
        if (factor != 0) {
            for (int column = first; column < end; column++) {
                from[column] -= factor * what[column];
            }
        }
    }
}
