package org.trabecula.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the partial likelihood needs to know of each event time: covariates of those with the event, and the mean and
 * variance of covariates of those at risk, each weighted by its relative hazard. With d events at one time there are d
 * risk sets, in which those with the event weigh less and less (Efron) or alike (Breslow).
 */
final class Moments {
    private final FollowUp data;
    private final double[][] x;
    private final Ties ties;
    private final int[] byExit;
    private final int[] byEntry;
    private final int columns;

    Moments(FollowUp data, double[][] x, Ties ties) {
        this.data = data;
        this.x = x;
        this.ties = ties;
        this.byExit = FollowUp.order(data.exit());
        this.byEntry = FollowUp.order(data.entry());
        this.columns = x[0].length;
    }

    /** One event time; sums are over its risk sets. */
    static final class Moment {
        final double time;
        final int events;
        /** Covariates of those with the event, less the sets' means. */
        final double[] residual;
        /** The sets' means. */
        final double[] mean;
        /** The sets' covariance matrices. */
        final double[][] variance;
        /** One over the sets' totals: for those without the event, and for those with it. */
        double hazard;

        double ownHazard;
        /** Means over totals: likewise. */
        final double[] drift;

        final double[] ownDrift;

        private Moment(double time, int events, int columns) {
            this.time = time;
            this.events = events;
            this.residual = new double[columns];
            this.mean = new double[columns];
            this.variance = new double[columns][columns];
            this.drift = new double[columns];
            this.ownDrift = new double[columns];
        }
    }

    /** The sums over those at risk, or over those with the event at one time. */
    private static final class Sums {
        double total;
        final double[] first;
        final double[][] second;

        Sums(int columns) {
            first = new double[columns];
            second = new double[columns][columns];
        }

        void clear() {
            total = 0;
            Arrays.fill(first, 0);
            for (double[] row : second) {
                Arrays.fill(row, 0);
            }
        }

        void add(double weight, double[] row) {
            total += weight;
            for (int j = 0; j < first.length; j++) {
                double part = weight * row[j];
                first[j] += part;
                for (int k = 0; k <= j; k++) {
                    second[j][k] += part * row[k];
                }
            }
        }
    }

    /** Each stretch's linear predictor. */
    double[] predictors(double[] beta) {
        double[] predictors = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < columns; j++) {
                predictors[i] += x[i][j] * beta[j];
            }
        }
        return predictors;
    }

    /** The log partial likelihood alone. */
    double logLikelihood(double[] beta) {
        double[] predictors = predictors(beta);
        double sum = 0;
        double risk = 0;
        int left = byEntry.length - 1;
        for (int from = byExit.length - 1; from >= 0; ) {
            double time = data.exit()[byExit[from]];
            for (; left >= 0 && data.entry()[byEntry[left]] >= time; left--) {
                risk -= Math.exp(predictors[byEntry[left]]);
            }
            double gone = 0;
            int events = 0;
            for (; from >= 0 && data.exit()[byExit[from]] == time; from--) {
                double weight = Math.exp(predictors[byExit[from]]);
                risk += weight;
                if (data.event()[byExit[from]]) {
                    gone += weight;
                    sum += predictors[byExit[from]];
                    events++;
                }
            }
            for (int set = 0; set < events; set++) {
                sum -= Math.log(risk - less(set, events) * gone);
            }
        }
        return sum;
    }

    /** The share of those with the event that has left a risk set already. */
    private double less(int set, int events) {
        return ties == Ties.EFRON ? set / (double) events : 0;
    }

    /** The event times at these coefficients, the last first. */
    List<Moment> at(double[] beta) {
        double[] predictors = predictors(beta);
        var moments = new ArrayList<Moment>();
        var risk = new Sums(columns);
        var gone = new Sums(columns);
        int left = byEntry.length - 1;
        for (int from = byExit.length - 1; from >= 0; ) {
            double time = data.exit()[byExit[from]];
            for (; left >= 0 && data.entry()[byEntry[left]] >= time; left--) {
                risk.add(-Math.exp(predictors[byEntry[left]]), x[byEntry[left]]);
            }
            gone.clear();
            double[] observed = new double[columns];
            int events = 0;
            for (; from >= 0 && data.exit()[byExit[from]] == time; from--) {
                int i = byExit[from];
                double weight = Math.exp(predictors[i]);
                risk.add(weight, x[i]);
                if (data.event()[i]) {
                    gone.add(weight, x[i]);
                    events++;
                    for (int j = 0; j < columns; j++) {
                        observed[j] += x[i][j];
                    }
                }
            }
            if (events > 0) {
                moments.add(moment(time, events, risk, gone, observed));
            }
        }
        return moments;
    }

    private Moment moment(double time, int events, Sums risk, Sums gone, double[] observed) {
        var moment = new Moment(time, events, columns);
        for (int set = 0; set < events; set++) {
            double less = less(set, events);
            double total = risk.total - less * gone.total;
            moment.hazard += 1 / total;
            moment.ownHazard += (1 - less) / total;
            for (int j = 0; j < columns; j++) {
                double mean = (risk.first[j] - less * gone.first[j]) / total;
                moment.mean[j] += mean;
                moment.drift[j] += mean / total;
                moment.ownDrift[j] += (1 - less) * mean / total;
                for (int k = 0; k <= j; k++) {
                    double other = (risk.first[k] - less * gone.first[k]) / total;
                    moment.variance[j][k] += (risk.second[j][k] - less * gone.second[j][k]) / total - mean * other;
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            moment.residual[j] = observed[j] - moment.mean[j];
            for (int k = 0; k < j; k++) {
                moment.variance[k][j] = moment.variance[j][k];
            }
        }
        return moment;
    }
}
