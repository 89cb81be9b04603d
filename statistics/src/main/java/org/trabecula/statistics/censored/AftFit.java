package org.trabecula.statistics.censored;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Newton;
import org.trabecula.statistics.matrix.Products;

/**
 * A fitted accelerated-failure-time model. exp(coefficient) is the factor by which time is stretched.
 *
 * <p>Everything is reported in (beta, log sigma), the order of rows of {@link #covariance}; without a free scale the last
 * is left out. The arrays belong to the record and must not be changed.
 */
public final class AftFit {
    private final TimeLaw law;
    private final double[] scaled;
    private final double tau;
    private final double logLikelihood;
    private final double[][] inverse;
    private final double[][] scores;
    private final boolean[] between;

    /**
     * @param scores each subject's gradient by (beta/sigma, 1/sigma)
     * @param between whether both ends of the subject's interval are finite and differ
     */
    AftFit(TimeLaw law, Newton.Summit summit, double[][] scores, boolean[] between) {
        int columns = summit.point().length - (law.freeScale() ? 1 : 0);
        this.law = law;
        this.scaled = Arrays.copyOf(summit.point(), columns);
        this.tau = law.freeScale() ? summit.point()[columns] : 1;
        this.logLikelihood = summit.height();
        this.inverse = summit.curvature().inverse();
        this.scores = scores;
        this.between = between;
    }

    /** The law of times. */
    public TimeLaw law() {
        return law;
    }

    /** The coefficients beta, in the order of the covariates. */
    public double[] coefficients() {
        return Arrays.stream(scaled).map(b -> b / tau).toArray();
    }

    /** log sigma; 0 when it is not estimated. */
    public double logScale() {
        return law.freeScale() ? -Math.log(tau) : 0;
    }

    /** The shape of a Weibull law, 1/sigma. */
    public double shape() {
        return tau;
    }

    /** The log-likelihood on the scale of time; the density of exact times is that of T, not of its logarithm. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** The inverse of the observed information. */
    public double[][] covariance() {
        return Products.sandwich(jacobian(), inverse);
    }

    /**
     * The covariance that holds when subjects of a cluster are alike: information inverse, sum of squared score sums,
     * information inverse; no small-sample factor. Source: Lin DY, Wei LJ, J Am Stat Assoc 1989;84:1074-1078.
     *
     * @param cluster the cluster of each subject, any numbers
     * @return the covariance in the same order; missing with fewer than two clusters
     */
    public Outcome<double[][]> robustCovariance(int[] cluster) {
        return robust(cluster, 1);
    }

    /**
     * What R's {@code survreg(robust = TRUE, cluster = )} of survival 3.5-3 gives in its place: the scores by log sigma
     * of subjects with two finite ends enter with their sign reversed, so that the scores do not sum to zero at the
     * maximum. It is here for comparison with R only; use {@link #robustCovariance}.
     */
    public Outcome<double[][]> robustCovarianceOfSurvreg(int[] cluster) {
        return robust(cluster, -1);
    }

    /**
     * Minus beta/sigma: the log hazard ratio of each covariate, the first usually of the intercept and without meaning.
     *
     * @throws IllegalStateException if hazards are not proportional under this law
     */
    public double[] logHazardRatios() {
        if (!law.proportionalHazards()) {
            throw new IllegalStateException("Hazards are not proportional under the law " + law);
        }
        return Arrays.stream(scaled).map(b -> -b).toArray();
    }

    /** Their standard errors by the delta method from {@link #covariance} or {@link #robustCovariance}. */
    public double[] logHazardRatioErrors(double[][] covariance) {
        double[] ratios = logHazardRatios();
        double[] errors = new double[ratios.length];
        for (int j = 0; j < errors.length; j++) {
            double[] slope = new double[inverse.length];
            slope[j] = -tau;
            if (law.freeScale()) {
                slope[ratios.length] = -ratios[j];
            }
            errors[j] = Math.sqrt(Products.quadratic(slope, covariance));
        }
        return errors;
    }

    private Outcome<double[][]> robust(int[] cluster, int sign) {
        if (cluster.length != scores.length) {
            throw new IllegalArgumentException(
                    "Each of " + scores.length + " subjects needs a cluster, but there are " + cluster.length);
        }
        var sums = new LinkedHashMap<Integer, double[]>();
        for (int i = 0; i < scores.length; i++) {
            double[] sum = sums.computeIfAbsent(cluster[i], _ -> new double[inverse.length]);
            double byLogScale = 0;
            for (int j = 0; j < scaled.length; j++) {
                sum[j] += tau * scores[i][j];
                byLogScale -= scaled[j] * scores[i][j];
            }
            if (law.freeScale()) {
                byLogScale -= tau * scores[i][scaled.length];
                sum[scaled.length] += between[i] ? sign * byLogScale : byLogScale;
            }
        }
        return sums.size() < 2
                ? Outcome.none(Cause.TOO_FEW_CLUSTERS, "There is one cluster, so nothing varies between clusters.")
                : Outcome.of(Products.sandwich(
                        covariance(), Products.cross(sums.values().toArray(double[][]::new), inverse.length)));
    }

    /** The derivatives of (beta, log sigma) by (beta/sigma, 1/sigma). */
    private double[][] jacobian() {
        double[][] rows = new double[inverse.length][inverse.length];
        int last = scaled.length;
        for (int j = 0; j < last; j++) {
            rows[j][j] = 1 / tau;
            if (law.freeScale()) {
                rows[j][last] = -scaled[j] / (tau * tau);
            }
        }
        if (law.freeScale()) {
            rows[last][last] = -1 / tau;
        }
        return rows;
    }
}
