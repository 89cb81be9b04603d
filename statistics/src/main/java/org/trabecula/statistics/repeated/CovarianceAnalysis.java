package org.trabecula.statistics.repeated;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.regression.LinearFit;
import org.trabecula.statistics.regression.LinearRegression;

/**
 * Analysis of covariance at one visit: a linear regression with what is usually said of it, and standard errors that hold
 * when the variance differs between units. R: {@code lm}, {@code sandwich::vcovHC}.
 *
 * @param rows the design, its first column ones; the caller's
 * @param fit the regression
 * @param residuals response minus fitted, in the response's unit
 * @param rSquared the share of the squared deviations from the mean that the model explains; 0 when there are none
 */
public record CovarianceAnalysis(double[][] rows, LinearFit fit, double[] residuals, double rSquared) {

    /** Which variance each unit is given: its squared residual u, made larger the more the unit pulls on the fit. */
    public enum Robust {
        /** u. White H, Econometrica 1980;48:817-838. */
        HC0,
        /** u n / (n - p). */
        HC1,
        /** u / (1 - h), h the unit's leverage. MacKinnon JG, White H, J Econometrics 1985;29:305-325. */
        HC2,
        /** u / (1 - h)^2, nearly the jackknife. Same source. */
        HC3
    }

    /**
     * Fits.
     *
     * @param rows n rows of p columns, the first of them ones
     * @param response n numbers
     * @return the analysis; missing (TOO_FEW, SINGULAR) as {@link LinearRegression#fit} says
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<CovarianceAnalysis> of(double[][] rows, double[] response) {
        return LinearRegression.fit(rows, response).map(fit -> {
            double[] residuals = new double[response.length];
            Arrays.setAll(residuals, unit -> response[unit] - fit.prediction(rows[unit]));
            double mean = Arrays.stream(response).average().orElse(0);
            double explained = 0;
            for (double[] row : rows) {
                double off = fit.prediction(row) - mean;
                explained += off * off;
            }
            double rest = fit.residualVariance() * fit.degreesOfFreedom();
            return new CovarianceAnalysis(
                    rows, fit, residuals, explained + rest > 0 ? explained / (explained + rest) : 0);
        });
    }

    /** The share explained, less what that many columns would explain of noise. */
    public double adjustedRSquared() {
        return 1 - (1 - rSquared) * (rows.length - 1.0) / fit.degreesOfFreedom();
    }

    /**
     * The ratio of explained to residual mean squares.
     *
     * @return the statistic; missing when the intercept is the only column (TOO_FEW) or nothing is left unexplained
     *     (SINGULAR)
     */
    public Outcome<Double> f() {
        int terms = fit.coefficients().length - 1;
        if (terms == 0) {
            return Outcome.none(Cause.TOO_FEW, "A model of an intercept alone explains nothing");
        }
        return fit.residualVariance() > 0
                ? Outcome.of(rSquared / (1 - rSquared) * fit.degreesOfFreedom() / terms)
                : Outcome.none(Cause.SINGULAR, "The model explains the response perfectly");
    }

    /**
     * One coefficient with the ordinary standard error.
     *
     * @return the coefficient; missing (SINGULAR) when the model explains the response perfectly
     */
    public Outcome<Contrast> coefficient(int column) {
        double variance = fit.variances()[column];
        return variance > 0
                ? Outcome.of(new Contrast(fit.coefficients()[column], Math.sqrt(variance), fit.degreesOfFreedom()))
                : Outcome.none(Cause.SINGULAR, "The model explains the response perfectly");
    }

    /**
     * Standard errors that allow each unit its own variance.
     *
     * @return one for each column; missing (SINGULAR) for HC2 and HC3 when a unit determines a coefficient alone, so that
     *     its residual says nothing
     */
    public Outcome<double[]> standardErrors(Robust kind) {
        int columns = fit.coefficients().length;
        double[][] meat = new double[columns][columns];
        for (int unit = 0; unit < rows.length; unit++) {
            double rest = 1 - Products.quadratic(rows[unit], fit.unscaled());
            boolean leveraged = kind == Robust.HC2 || kind == Robust.HC3;
            if (leveraged && !(rest > 1e-10)) {
                return Outcome.none(
                        Cause.SINGULAR, "Unit " + (unit + 1) + " determines a coefficient alone, its leverage is 1");
            }
            double variance = residuals[unit] * residuals[unit] * factor(kind, rest);
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    meat[i][j] += variance * rows[unit][i] * rows[unit][j];
                }
            }
        }
        double[][] covariance = Products.sandwich(fit.unscaled(), meat);
        double[] errors = new double[columns];
        // A column that one unit determines has no spread here, which rounding may turn negative.
        Arrays.setAll(errors, i -> Math.sqrt(Math.max(0, covariance[i][i])));
        return Outcome.of(errors);
    }

    private double factor(Robust kind, double rest) {
        return switch (kind) {
            case HC0 -> 1;
            case HC1 -> rows.length / (double) fit.degreesOfFreedom();
            case HC2 -> 1 / rest;
            case HC3 -> 1 / (rest * rest);
        };
    }
}
