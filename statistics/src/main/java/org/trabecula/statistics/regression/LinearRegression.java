package org.trabecula.statistics.regression;

import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;

/**
 * The model y = x'b + error with equal variances, by least squares, through Householder reflections of the design, which
 * lose only half the digits that normal equations would.
 *
 * <p>Source: Golub GH, Numer Math 1965;7:206-216. R: {@code lm}.
 */
public final class LinearRegression {
    private static final double LEAST_PIVOT = 1e-7;

    private LinearRegression() {}

    /**
     * Fits.
     *
     * @param rows n rows of p columns, with a column of ones if an intercept is wanted
     * @param response n numbers
     * @return the fit; {@code TOO_FEW} when n is not above p, {@code SINGULAR} for collinear columns
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<LinearFit> fit(double[][] rows, double[] response) {
        int columns = Shapes.columns(rows, response.length);
        for (int unit = 0; unit < response.length; unit++) {
            if (!Double.isFinite(response[unit])) {
                throw new IllegalArgumentException(
                        "A response is finite, but number " + unit + " is " + response[unit]);
            }
        }
        int freedom = rows.length - columns;
        if (freedom <= 0) {
            return Outcome.none(
                    Shortfall.Cause.TOO_FEW,
                    "least squares with " + columns + " columns needs more units than that, but there are "
                            + rows.length);
        }
        double[][] a = new double[rows.length][];
        for (int unit = 0; unit < rows.length; unit++) {
            a[unit] = rows[unit].clone();
        }
        double[] y = response.clone();
        if (!reflect(a, y, columns)) {
            return Outcome.none(Shortfall.Cause.SINGULAR, "the " + columns + " columns of the model are collinear");
        }
        double residual = 0;
        for (int unit = columns; unit < rows.length; unit++) {
            residual += y[unit] * y[unit];
        }
        double[][] inverse = inverse(a, columns);
        double[] beta = new double[columns];
        double[][] covariance = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                beta[i] += inverse[i][j] * y[j];
                for (int k = Math.max(i, j); k < columns; k++) {
                    covariance[i][j] += inverse[i][k] * inverse[j][k];
                }
            }
        }
        return Outcome.of(new LinearFit(beta, covariance, residual / freedom, freedom));
    }

    /** Turns the design into its triangle R and the response into Q'y. */
    private static boolean reflect(double[][] a, double[] y, int columns) {
        for (int column = 0; column < columns; column++) {
            double whole = 0;
            double rest = 0;
            for (int unit = 0; unit < a.length; unit++) {
                double square = a[unit][column] * a[unit][column];
                whole += square;
                rest += unit >= column ? square : 0;
            }
            double length = Math.sqrt(rest);
            if (!(length > LEAST_PIVOT * Math.sqrt(whole))) {
                return false;
            }
            double pivot = a[column][column];
            double diagonal = pivot > 0 ? -length : length;
            double scale = 1 / (length * (length + Math.abs(pivot)));
            a[column][column] = pivot - diagonal;
            for (int other = column + 1; other < columns; other++) {
                double sum = 0;
                for (int unit = column; unit < a.length; unit++) {
                    sum += a[unit][column] * a[unit][other];
                }
                for (int unit = column; unit < a.length; unit++) {
                    a[unit][other] -= scale * sum * a[unit][column];
                }
            }
            double sum = 0;
            for (int unit = column; unit < a.length; unit++) {
                sum += a[unit][column] * y[unit];
            }
            for (int unit = column; unit < a.length; unit++) {
                y[unit] -= scale * sum * a[unit][column];
            }
            a[column][column] = diagonal;
        }
        return true;
    }

    /** The inverse of the triangle on top of {@code a}. */
    private static double[][] inverse(double[][] a, int columns) {
        double[][] inverse = new double[columns][columns];
        for (int column = 0; column < columns; column++) {
            inverse[column][column] = 1 / a[column][column];
            for (int row = column - 1; row >= 0; row--) {
                double sum = 0;
                for (int k = row + 1; k <= column; k++) {
                    sum += a[row][k] * inverse[k][column];
                }
                inverse[row][column] = -sum / a[row][row];
            }
        }
        return inverse;
    }
}
