package org.trabecula.statistics.cluster;

import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * An ordinary logistic regression with variances that allow units of a cluster to resemble each other. The working model
 * behind CR2 and its degrees of freedom is that of independent binomial units.
 */
public final class ClusterRobustLogistic {
    private final ClusteredUnits units;
    private final int[][] members;
    private final LogisticFit fit;
    private final double[][] information;

    private ClusterRobustLogistic(ClusteredUnits units, int[][] members, LogisticFit fit) {
        this.units = units;
        this.members = members;
        this.fit = fit;
        this.information = information(IntStream.range(0, units.size()).toArray());
    }

    /**
     * Fits.
     *
     * @return the fit; missing as in {@link LogisticRegression#fit} (SEPARATION, SINGULAR, TOO_FEW) or with fewer than two
     *     clusters (TOO_FEW_CLUSTERS)
     */
    public static Outcome<ClusterRobustLogistic> fit(ClusteredUnits units) {
        int[][] members = units.members();
        return LogisticRegression.fit(units.rows(), units.response())
                .then(fit -> members.length < 2
                        ? Outcome.none(
                                Cause.TOO_FEW_CLUSTERS, "There is only one cluster, so nothing varies between clusters")
                        : Outcome.of(new ClusterRobustLogistic(units, members, fit)));
    }

    /** The regression as if units were independent. */
    public LogisticFit fit() {
        return fit;
    }

    /** How many clusters. */
    public int clusters() {
        return members.length;
    }

    /**
     * The coefficients' robust covariance.
     *
     * @return the covariance; missing for CR1S when there are not more units than coefficients (TOO_FEW) and for CR3 when
     *     a cluster determines a coefficient alone (TOO_FEW_CLUSTERS)
     */
    public Outcome<double[][]> covariance(ClusterRobust kind) {
        int columns = units.columns();
        int m = members.length;
        if (kind == ClusterRobust.CR1S && units.size() <= columns) {
            return Outcome.none(Cause.TOO_FEW, "There are not more units than coefficients");
        }
        double factor = switch (kind) {
            case CR1 -> m / (m - 1.0);
            case CR1S -> m * (units.size() - 1.0) / ((m - 1.0) * (units.size() - columns));
            case CR0, CR2, CR3 -> 1;
        };
        double[][] meat = new double[columns][columns];
        for (int[] own : members) {
            Optional<double[]> score = score(own, kind);
            if (score.isEmpty()) {
                return Outcome.none(
                        Cause.TOO_FEW_CLUSTERS, "Without one of the clusters a coefficient is not determined");
            }
            double[] one = score.orElseThrow();
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    meat[i][j] += factor * one[i] * one[j];
                }
            }
        }
        return Outcome.of(Products.sandwich(fit.covariance(), meat));
    }

    /**
     * One coefficient with the CR2 standard error and Satterthwaite's degrees of freedom.
     *
     * @return the coefficient; missing (TOO_FEW_CLUSTERS) when no variance or no degrees of freedom are left
     */
    public Outcome<Contrast> coefficient(int column) {
        return covariance(ClusterRobust.CR2).then(covariance -> {
            double degrees = degreesOfFreedom(column);
            double variance = covariance[column][column];
            return degrees > 0 && variance > 0
                    ? Outcome.of(new Contrast(fit.coefficients()[column], Math.sqrt(variance), degrees))
                    : Outcome.none(
                            Cause.TOO_FEW_CLUSTERS,
                            members.length + " clusters leave no degrees of freedom for coefficient " + (column + 1));
        });
    }

    private Optional<double[]> score(int[] own, ClusterRobust kind) {
        double[] residuals = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            residuals[i] = (units.response()[own[i]] ? 1 : 0) - fit.fitted()[own[i]];
        }
        if (kind == ClusterRobust.CR2) {
            return Optional.of(Products.times(new BiasReduced(units, own, fit).turned(), residuals));
        }
        double[] score = new double[units.columns()];
        for (int i = 0; i < own.length; i++) {
            for (int k = 0; k < score.length; k++) {
                score[k] += units.rows()[own[i]][k] * residuals[i];
            }
        }
        return kind == ClusterRobust.CR3 ? leftOut(own, score) : Optional.of(score);
    }

    /** A (A - Q)^-1 g: the score after (I - H)^-1, with A the whole and Q the cluster's information. */
    private Optional<double[]> leftOut(int[] own, double[] score) {
        double[][] part = information(own);
        double[][] others = new double[part.length][part.length];
        for (int row = 0; row < part.length; row++) {
            for (int column = 0; column < part.length; column++) {
                others[row][column] = information[row][column] - part[row][column];
            }
        }
        return Cholesky.of(others).map(factored -> {
            double[] solved = score.clone();
            factored.solve(solved);
            return Products.times(information, solved);
        });
    }

    private double[][] information(int[] some) {
        double[][] sum = new double[units.columns()][units.columns()];
        for (int unit : some) {
            double[] x = units.rows()[unit];
            double variance = fit.fitted()[unit] * (1 - fit.fitted()[unit]);
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[i][j] += variance * x[i] * x[j];
                }
            }
        }
        return sum;
    }

    /**
     * 2 E^2 / V of the variance estimate, which is a sum of squares of m linear forms in the residuals with the covariance
     * T: (tr T)^2 / tr T^2. T is diag(a) - (q'Mq), so that its m^2 elements are never needed.
     *
     * <p>Source: Bell RM, McCaffrey DF, Survey Methodology 2002;28:169-181, section 5.
     */
    private double degreesOfFreedom(int column) {
        double[][] bread = fit.covariance();
        double trace = 0;
        double squares = 0;
        double[][] outer = new double[bread.length][bread.length];
        for (int[] own : members) {
            BiasReduced.Form form = new BiasReduced(units, own, fit).form(bread[column]);
            double shared = Products.quadratic(form.pull(), bread);
            trace += form.square() - shared;
            squares += (form.square() - shared) * (form.square() - shared) - shared * shared;
            for (int i = 0; i < outer.length; i++) {
                for (int j = 0; j < outer.length; j++) {
                    outer[i][j] += form.pull()[i] * form.pull()[j];
                }
            }
        }
        double[][] product = Products.times(bread, outer);
        for (int i = 0; i < outer.length; i++) {
            for (int j = 0; j < outer.length; j++) {
                squares += product[i][j] * product[j][i];
            }
        }
        return squares > 0 ? trace * trace / squares : 0;
    }
}
