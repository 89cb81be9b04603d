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
            for (int k = 0; k < b.length; k++) {
                double factor = a[row][k];
                for (int column = 0; column < b[k].length; column++) {
                    product[row][column] += factor * b[k][column];
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
