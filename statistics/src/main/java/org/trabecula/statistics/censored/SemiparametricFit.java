package org.trabecula.statistics.censored;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/**
 * A regression of times known only to lie in intervals in which the curve is free: only what covariates do to it is a
 * model.
 *
 * <p>Curve and coefficients are maximised together; on the scale on which covariates add, the likelihood is concave in
 * both, so the maximum is the only one. No standard errors: the observed information of so many steps is not a safe
 * one. Compare log-likelihoods (twice their difference is chi-square with as many degrees as covariates), or bootstrap.
 *
 * <p>Source: Finkelstein DM, Biometrics 1986;42:845-854; Huang J, Rossini AJ, J Am Stat Assoc 1997;92:960-967; Pan W, J
 * Comput Graph Stat 1999;8:109-120. R: {@code icenReg::ic_sp}, which stops somewhat below the maximum.
 *
 * @param model what covariates multiply
 * @param coefficients in the order of the covariates
 * @param logLikelihood the maximum
 * @param nullLogLikelihood the maximum without covariates
 */
public record SemiparametricFit(
        Proportional model, double[] coefficients, double logLikelihood, double nullLogLikelihood) {
    private static final double ACCEPTED = 1e-7;
    /** A coefficient times its covariate's standard deviation that no finite maximum has in practice. */
    private static final double UNBOUNDED = 15;

    /**
     * Fits.
     *
     * @param times the subjects' intervals
     * @param x one row for each subject: at least one covariate, no intercept
     * @return the fit; missing when there is nobody, when a covariate is constant or collinear with others, or when the
     *     likelihood rises without end (a group without events)
     * @throws IllegalArgumentException if the rows differ in number or length or a number is not finite
     */
    public static Outcome<SemiparametricFit> of(Proportional model, CensoredTimes times, double[][] x) {
        Rows.check(times, x);
        if (times.size() == 0) {
            return Outcome.none(Cause.TOO_FEW, "There is nobody to fit a model to.");
        }
        double[] spread = spread(x);
        double[][] scaled = scaled(model, x, spread);
        if (Cholesky.of(Products.cross(scaled, spread.length)).isEmpty()) {
            return Outcome.none(Cause.SINGULAR, "A covariate is constant or a combination of others.");
        }
        return CurveFit.of(times).then(curve -> climb(model, curve, scaled, spread));
    }

    private static Outcome<SemiparametricFit> climb(
            Proportional model, CurveFit curve, double[][] scaled, double[] spread) {
        double[] ones = new double[scaled.length];
        Arrays.fill(ones, 1);
        var likelihood = new Likelihood(
                model.law(), curve.intervals().low(), curve.intervals().high(), ones, scaled);
        var ascent = new Ascent(likelihood, curve.levels().through(model.law(), model::level));
        ascent.climb();
        double[] beta = ascent.beta();
        boolean wild = Arrays.stream(beta).anyMatch(one -> !(Math.abs(one) < UNBOUNDED));
        if (wild || !(ascent.excess() <= ACCEPTED * Math.max(1, scaled.length))) {
            return new Outcome.Missing<>(new Shortfall(
                    wild ? Cause.SEPARATION : Cause.NOT_CONVERGED,
                    wild
                            ? "The likelihood rises without end: a group has no events, or only events before all others."
                            : "The curve and the coefficients did not settle.",
                    ascent.trace()));
        }
        for (int j = 0; j < beta.length; j++) {
            beta[j] /= spread[j];
        }
        return Outcome.of(new SemiparametricFit(model, beta, ascent.value(), curve.logLikelihood()));
    }

    /** The standard deviations of the columns; 1 for a constant one. */
    private static double[] spread(double[][] x) {
        double[] spread = new double[x[0].length];
        for (int j = 0; j < spread.length; j++) {
            double mean = mean(x, j);
            double squares = 0;
            for (double[] row : x) {
                squares += (row[j] - mean) * (row[j] - mean);
            }
            spread[j] = squares > 0 ? Math.sqrt(squares / x.length) : 1;
        }
        return spread;
    }

    private static double[][] scaled(Proportional model, double[][] x, double[] spread) {
        double[][] scaled = new double[x.length][spread.length];
        for (int j = 0; j < spread.length; j++) {
            double mean = mean(x, j);
            for (int i = 0; i < x.length; i++) {
                scaled[i][j] = model.sign() * (x[i][j] - mean) / spread[j];
            }
        }
        return scaled;
    }

    private static double mean(double[][] x, int column) {
        double sum = 0;
        for (double[] row : x) {
            sum += row[column];
        }
        return sum / x.length;
    }
}
