package org.trabecula.statistics.missing;

import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;

/**
 * One number that was estimated in each of m imputed data sets, pooled by Rubin's rules with the degrees of freedom of
 * Barnard and Rubin.
 *
 * <p>As in R's {@code mice}, the share of the variance that is due to missing values counts as at least 1e-4 for the degrees
 * of freedom, so that they stay finite when the imputations agree.
 *
 * <p>Source: Rubin DB, Multiple Imputation for Nonresponse in Surveys, 1987, section 3.3; Barnard J, Rubin DB, Biometrika
 * 1999;86:948-955, equations 2 to 4. R: {@code mice::pool.scalar}.
 *
 * @param imputations how many, m
 * @param estimate the mean of the estimates
 * @param within the mean of their variances
 * @param between the variance of the estimates, with m - 1 below
 * @param degreesOfFreedom for t
 */
public record Pooled(int imputations, double estimate, double within, double between, double degreesOfFreedom) {
    private static final double LEAST_SHARE = 1e-4;

    /**
     * Pools.
     *
     * @param estimates one for each imputed data set
     * @param variances their squared standard errors
     * @param completeDegrees the degrees of freedom if nothing were missing, such as n - p; infinite for a large sample
     * @return the pooled number; {@code TOO_FEW} with fewer than two imputations, {@code SINGULAR} when every variance is 0
     * @throws IllegalArgumentException if lengths differ, a number is not finite, a variance is negative or the degrees of
     *     freedom are not positive
     */
    public static Outcome<Pooled> of(double[] estimates, double[] variances, double completeDegrees) {
        int m = estimates.length;
        require(estimates, variances, completeDegrees);
        if (m < 2) {
            return Outcome.none(
                    Shortfall.Cause.TOO_FEW,
                    "pooling needs two imputations or more to see how they differ, but there are " + m);
        }
        double mean = 0;
        double within = 0;
        for (int k = 0; k < m; k++) {
            mean += estimates[k] / m;
            within += variances[k] / m;
        }
        double between = 0;
        for (double estimate : estimates) {
            between += (estimate - mean) * (estimate - mean) / (m - 1);
        }
        if (within == 0) {
            return Outcome.none(Shortfall.Cause.SINGULAR, "every imputed data set has the variance 0");
        }
        double extra = (1 + 1.0 / m) * between;
        double share = Math.max(LEAST_SHARE, extra / (within + extra));
        double old = (m - 1) / (share * share);
        double observed = (completeDegrees + 1) / (completeDegrees + 3) * completeDegrees * (1 - share);
        double degrees = Double.isInfinite(completeDegrees) ? old : old * observed / (old + observed);
        return Outcome.of(new Pooled(m, mean, within, between, degrees));
    }

    private static void require(double[] estimates, double[] variances, double completeDegrees) {
        if (estimates.length != variances.length) {
            throw new IllegalArgumentException("Each estimate has a variance, but there are " + estimates.length
                    + " estimates and " + variances.length + " variances");
        }
        for (int k = 0; k < estimates.length; k++) {
            if (!Double.isFinite(estimates[k]) || !(variances[k] >= 0 && variances[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Imputation " + k + " has the estimate " + estimates[k] + " and the variance " + variances[k]);
            }
        }
        if (!(completeDegrees > 0)) {
            throw new IllegalArgumentException(
                    "The complete data's degrees of freedom are positive, but they are " + completeDegrees);
        }
    }

    /** Within plus (1 + 1/m) between. */
    public double total() {
        return within + extra();
    }

    /** The square root of the total variance. */
    public double standardError() {
        return Math.sqrt(total());
    }

    /** How much the missing values add to the variance, relative to the variance within: r. */
    public double increase() {
        return extra() / within;
    }

    /** The share of the total variance that is due to the missing values: lambda. */
    public double share() {
        return extra() / total();
    }

    /** The fraction of missing information, (r + 2/(df + 3)) / (r + 1). */
    public double missingInformation() {
        return (increase() + 2 / (degreesOfFreedom + 3)) / (increase() + 1);
    }

    /** The efficiency beside infinitely many imputations, 1 / (1 + fmi/m). */
    public double relativeEfficiency() {
        return 1 / (1 + missingInformation() / imputations);
    }

    /**
     * The t interval.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval interval(double level) {
        double reach = Math.abs(Quantile.studentT(degreesOfFreedom, Confidence.tail(level))) * standardError();
        return new Interval(estimate - reach, estimate + reach);
    }

    /** The two-sided p-value of the t test against 0. */
    public double p() {
        return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(estimate / standardError()));
    }

    private double extra() {
        return (1 + 1.0 / imputations) * between;
    }
}
