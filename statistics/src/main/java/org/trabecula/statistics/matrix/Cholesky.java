package org.trabecula.statistics.matrix;

import java.util.Optional;

/**
 * The factorisation A = LL' of a symmetric positive definite matrix.
 *
 * <p>A matrix counts as singular when a pivot falls below 1e-13 of its diagonal element: then a column is, to rounding,
 * a combination of those before it. The test does not depend on the columns' units.
 *
 * <p>{@link #of(double[][])} factors once. A loop that factors many matrices of one size takes {@link #ofSize(int)} and
 * calls {@link #factor(double[])} again and again without allocating; such a workspace belongs to one thread.
 */
public final class Cholesky {
    private static final double LEAST_PIVOT = 1e-13;

    private final int size;
    private final double[] lower;

    private Cholesky(int size) {
        this.size = size;
        this.lower = new double[size * size];
    }

    /** A workspace for matrices with so many rows and columns; {@link #factor} must succeed before anything else. */
    public static Cholesky ofSize(int size) {
        return new Cholesky(size);
    }

    /** Factors a symmetric matrix, of which only the lower triangle is read; empty when it is singular. */
    public static Optional<Cholesky> of(double[][] symmetric) {
        var factored = new Cholesky(symmetric.length);
        for (int row = 0; row < symmetric.length; row++) {
            System.arraycopy(symmetric[row], 0, factored.lower, row * symmetric.length, row + 1);
        }
        return factored.factor() ? Optional.of(factored) : Optional.empty();
    }

    /**
     * Factors another matrix in this workspace.
     *
     * @param symmetric the matrix row by row; only its lower triangle is read, and nothing is kept of it
     * @return whether it is positive definite; if not, the workspace holds nothing of use
     */
    public boolean factor(double[] symmetric) {
        System.arraycopy(symmetric, 0, lower, 0, lower.length);
        return factor();
    }

    private boolean factor() {
        for (int row = 0; row < size; row++) {
            int at = row * size;
            for (int column = 0; column < row; column++) {
                int other = column * size;
                double sum = lower[at + column];
                for (int k = 0; k < column; k++) {
                    sum -= lower[at + k] * lower[other + k];
                }
                lower[at + column] = sum / lower[other + column];
            }
            double diagonal = lower[at + row];
            double pivot = diagonal;
            for (int k = 0; k < row; k++) {
                pivot -= lower[at + k] * lower[at + k];
            }
            if (!(diagonal > 0 && pivot > LEAST_PIVOT * diagonal && pivot < Double.POSITIVE_INFINITY)) {
                return false;
            }
            lower[at + row] = Math.sqrt(pivot);
        }
        return true;
    }

    /** How many rows and columns. */
    public int size() {
        return size;
    }

    /** Turns b into the solution x of Ax = b. */
    public void solve(double[] b) {
        forward(b);
        backward(b);
    }

    /** Turns b into the solution y of Ly = b; y'y is then b'A⁻¹b. */
    public void forward(double[] b) {
        for (int row = 0; row < size; row++) {
            double sum = b[row];
            for (int k = 0; k < row; k++) {
                sum -= lower[row * size + k] * b[k];
            }
            b[row] = sum / lower[row * size + row];
        }
    }

    /** The same for many right sides at once, which stand beside each other in the rows of b. */
    public void forward(double[][] b) {
        for (int row = 0; row < size; row++) {
            double[] own = b[row];
            for (int k = 0; k < row; k++) {
                double factor = lower[row * size + k];
                double[] other = b[k];
                for (int i = 0; i < own.length; i++) {
                    own[i] -= factor * other[i];
                }
            }
            double pivot = lower[row * size + row];
            for (int i = 0; i < own.length; i++) {
                own[i] /= pivot;
            }
        }
    }

    /** Turns y into the solution x of L'x = y; for independent normal y, x then has the covariance A⁻¹. */
    public void backward(double[] y) {
        for (int row = size - 1; row >= 0; row--) {
            double sum = y[row];
            for (int k = row + 1; k < size; k++) {
                sum -= lower[k * size + row] * y[k];
            }
            y[row] = sum / lower[row * size + row];
        }
    }

    /** The inverse of A. */
    public double[][] inverse() {
        double[][] columns = new double[size][size];
        for (int column = 0; column < size; column++) {
            columns[column][column] = 1;
            solve(columns[column]);
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                columns[column][row] = columns[row][column];
            }
        }
        return columns;
    }

    /** The factor L, with zeros above the diagonal. */
    public double[][] factors() {
        double[][] rows = new double[size][size];
        for (int row = 0; row < size; row++) {
            System.arraycopy(lower, row * size, rows[row], 0, row + 1);
        }
        return rows;
    }

    /** The natural logarithm of A's determinant. */
    public double logDeterminant() {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += Math.log(lower[row * size + row]);
        }
        return 2 * sum;
    }
}
