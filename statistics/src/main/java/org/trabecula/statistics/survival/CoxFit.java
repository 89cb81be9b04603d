package org.trabecula.statistics.survival;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Newton;
import org.trabecula.statistics.matrix.Products;

/** A fitted proportional-hazards regression. exp(coefficient) is the factor by which the hazard is multiplied. */
public final class CoxFit {
    private final FollowUp data;
    private final double[][] scaled;
    private final double[] spread;
    private final Moments moments;
    private final Newton.Summit summit;
    private final double nullLogLikelihood;
    private final double scoreTest;
    private final double[][] inverse;

    /** @param scaled covariates less their means over {@code spread}, in which the summit was sought */
    CoxFit(
            FollowUp data,
            double[][] scaled,
            double[] spread,
            Moments moments,
            Newton.Summit summit,
            double nullLogLikelihood,
            double scoreTest) {
        this.data = data;
        this.scaled = scaled;
        this.spread = spread;
        this.moments = moments;
        this.summit = summit;
        this.nullLogLikelihood = nullLogLikelihood;
        this.scoreTest = scoreTest;
        this.inverse = summit.curvature().inverse();
    }

    /** The log hazard ratios, in the order of the covariates. */
    public double[] coefficients() {
        double[] coefficients = summit.point().clone();
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] /= spread[j];
        }
        return coefficients;
    }

    /** The inverse of the observed information. */
    public double[][] covariance() {
        return unscaled(inverse);
    }

    /** The log partial likelihood. */
    public double logLikelihood() {
        return summit.height();
    }

    /** The log partial likelihood without covariates. */
    public double nullLogLikelihood() {
        return nullLogLikelihood;
    }

    /** The score test of all coefficients, chi-square with as many degrees of freedom. */
    public double scoreTest() {
        return scoreTest;
    }

    /** The checks that hazards are proportional. */
    public Proportionality proportionality() {
        return new Proportionality(data, moments.at(summit.point()), inverse.length);
    }

    /**
     * The covariance that holds when stretches of a cluster are alike, as those of one subject are: information inverse,
     * squares of score residuals summed by cluster, information inverse; no small-sample factor.
     *
     * <p>Source: Lin DY, Wei LJ, J Am Stat Assoc 1989;84:1074-1078. R: {@code coxph(cluster = )}.
     *
     * @param cluster the cluster of each stretch, any numbers
     * @return the covariance; missing with fewer than two clusters
     */
    public Outcome<double[][]> robustCovariance(int[] cluster) {
        if (cluster.length != data.size()) {
            throw new IllegalArgumentException(
                    "Each of " + data.size() + " stretches needs a cluster, but there are " + cluster.length);
        }
        double[][] scores = scores();
        var sums = new LinkedHashMap<Integer, double[]>();
        for (int i = 0; i < scores.length; i++) {
            double[] sum = sums.computeIfAbsent(cluster[i], _ -> new double[spread.length]);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += scores[i][j];
            }
        }
        return sums.size() < 2
                ? Outcome.none(Cause.TOO_FEW_CLUSTERS, "There is one cluster, so nothing varies between clusters.")
                : Outcome.of(unscaled(Products.sandwich(
                        inverse, Products.cross(sums.values().toArray(double[][]::new), spread.length))));
    }

    /** What each stretch adds to the derivative of the likelihood (for scaled covariates); the columns sum to 0. */
    private double[][] scores() {
        List<Moments.Moment> events = moments.at(summit.point()).reversed();
        double[] predictors = moments.predictors(summit.point());
        double[] times = events.stream().mapToDouble(event -> event.time).toArray();
        double[] hazard = new double[times.length + 1];
        double[][] drift = new double[times.length + 1][spread.length];
        for (int k = 0; k < times.length; k++) {
            hazard[k + 1] = hazard[k] + events.get(k).hazard;
            for (int j = 0; j < spread.length; j++) {
                drift[k + 1][j] = drift[k][j] + events.get(k).drift[j];
            }
        }
        double[][] scores = new double[data.size()][spread.length];
        for (int i = 0; i < scores.length; i++) {
            double weight = Math.exp(predictors[i]);
            int from = upTo(times, data.entry()[i]);
            int to = upTo(times, data.exit()[i]);
            Moments.Moment last = data.event()[i] ? events.get(to - 1) : null;
            for (int j = 0; j < spread.length; j++) {
                double own = last == null ? 0 : last.ownHazard - last.hazard;
                double ownDrift = last == null ? 0 : last.ownDrift[j] - last.drift[j];
                scores[i][j] = weight * (drift[to][j] - drift[from][j] + ownDrift)
                        - weight * scaled[i][j] * (hazard[to] - hazard[from] + own)
                        + (last == null ? 0 : scaled[i][j] - last.mean[j] / last.events);
            }
        }
        return scores;
    }

    /** How many of the times are not after this one. */
    private static int upTo(double[] times, double time) {
        int place = Arrays.binarySearch(times, time);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /**
     * Harrell's concordance: among all pairs of which one has the event while the other is at risk and goes on, the share
     * in which the one with the event has the higher predictor; equal predictors count a half.
     *
     * @return the share; missing when there is no such pair
     */
    public Outcome<Double> concordance() {
        double[] predictors = moments.predictors(summit.point());
        long higher = 0;
        long equal = 0;
        long pairs = 0;
        for (int i = 0; i < predictors.length; i++) {
            double time = data.exit()[i];
            for (int j = 0; data.event()[i] && j < predictors.length; j++) {
                boolean goesOn = data.exit()[j] > time || (data.exit()[j] == time && !data.event()[j]);
                if (goesOn && data.entry()[j] < time) {
                    pairs++;
                    higher += predictors[i] > predictors[j] ? 1 : 0;
                    equal += predictors[i] == predictors[j] ? 1 : 0;
                }
            }
        }
        return pairs == 0
                ? Outcome.none(Cause.TOO_FEW, "Nobody goes on when another has the event.")
                : Outcome.of((higher + 0.5 * equal) / pairs);
    }

    private double[][] unscaled(double[][] covariance) {
        double[][] unscaled = new double[spread.length][spread.length];
        for (int j = 0; j < spread.length; j++) {
            for (int k = 0; k < spread.length; k++) {
                unscaled[j][k] = covariance[j][k] / (spread[j] * spread[k]);
            }
        }
        return unscaled;
    }
}
