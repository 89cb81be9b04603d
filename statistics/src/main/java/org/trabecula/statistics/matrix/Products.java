package org.trabecula.statistics.matrix;

/** Sums of products of vectors and matrices (rows of equal length). Nothing given is changed; all that is answered is new. */
public final class Products {
    private Products() {}

    /** The sum of products of two vectors of equal length. */
    public static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The same of their first elements, so many of them; four sums at once, since one would wait for itself. */
    public static double dot(double[] one, double[] other, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k + 3 < length; k += 4) {
            a += one[k] * other[k];
            b += one[k + 1] * other[k + 1];
            c += one[k + 2] * other[k + 2];
            d += one[k + 3] * other[k + 3];
        }
        for (; k < length; k++) {
            a += one[k] * other[k];
        }
        return a + b + (c + d);
    }

    /** The matrix with ones on the diagonal. */
    public static double[][] identity(int size) {
        double[][] rows = new double[size][size];
        for (int row = 0; row < size; row++) {
            rows[row][row] = 1;
        }
        return rows;
    }

    /** The matrix A turned over, A'. */
    public static double[][] transpose(double[][] a) {
        double[][] rows = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int row = 0; row < a.length; row++) {
            for (int column = 0; column < rows.length; column++) {
                rows[column][row] = a[row][column];
            }
        }
        return rows;
    }

    /** Ax. */
    public static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int row = 0; row < a.length; row++) {
            product[row] = dot(a[row], x);
        }
        return product;
    }

    /** AB. */
    public static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int row = 0; row < a.length; row++) {
            double[] left = a[row];
            double[] sums = product[row];
            for (int k = 0; k < b.length; k++) {
                double factor = left[k];
                double[] right = b[k];
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += factor * right[column];
                }
            }
        }
        return product;
    }

    /** X'X for X with so many columns; the number of columns is asked for because X may have no rows. */
    public static double[][] cross(double[][] x, int columns) {
        double[][] product = new double[columns][columns];
        for (double[] row : x) {
            for (int i = 0; i < columns; i++) {
                double factor = row[i];
                for (int j = 0; j <= i; j++) {
                    product[i][j] += factor * row[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < i; j++) {
                product[j][i] = product[i][j];
            }
        }
        return product;
    }

    /** g'Ag: the variance of a combination g of numbers with the covariance A. */
    public static double quadratic(double[] g, double[][] a) {
        return dot(g, times(a, g));
    }

    /** AMA', made exactly symmetric: the sandwich with the bread A and the meat M. */
    public static double[][] sandwich(double[][] a, double[][] m) {
        double[][] product = times(times(a, m), transpose(a));
        for (int row = 0; row < product.length; row++) {
            for (int column = 0; column < row; column++) {
                double mean = (product[row][column] + product[column][row]) / 2;
                product[row][column] = mean;
                product[column][row] = mean;
            }
        }
        return product;
    }
}
