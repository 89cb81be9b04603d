package org.trabecula.statistics.cluster;

import java.util.Optional;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/** A fitted {@link MarginalLogistic}. The arrays it answers belong to it and are to be read only. */
public final class MarginalFit {
    private final double[] coefficients;
    private final double alpha;
    private final double scale;
    private final double[][] bread;
    private final EstimatingEquations equations;

    MarginalFit(double[] coefficients, double alpha, double scale, double[][] bread, EstimatingEquations equations) {
        this.coefficients = coefficients;
        this.alpha = alpha;
        this.scale = scale;
        this.bread = bread;
        this.equations = equations;
    }

    /** Log odds per unit of each column, marginal: averaged over clusters. */
    public double[] coefficients() {
        return coefficients;
    }

    /** The working correlation's parameter; 0 for independence. It may lie outside what a correlation can be. */
    public double alpha() {
        return alpha;
    }

    /** The mean squared Pearson residual, near 1 for 0/1 responses. */
    public double scale() {
        return scale;
    }

    /** How many clusters. */
    public int clusters() {
        return equations.clusters();
    }

    /** The coefficients' covariance if the working correlation is true. */
    public double[][] naive() {
        double[][] naive = new double[bread.length][bread.length];
        for (int row = 0; row < bread.length; row++) {
            for (int column = 0; column < bread.length; column++) {
                naive[row][column] = scale * bread[row][column];
            }
        }
        return naive;
    }

    /**
     * The coefficients' robust covariance.
     *
     * @return the covariance; missing (TOO_FEW_CLUSTERS) when the correction would leave a cluster out without which the
     *     coefficients are not determined
     */
    public Outcome<double[][]> covariance(ClusterCorrection correction) {
        int columns = equations.columns();
        double[][] meat = new double[columns][columns];
        for (int cluster = 0; cluster < equations.clusters(); cluster++) {
            double[] score = equations.score(cluster);
            Optional<double[]> corrected = corrected(cluster, correction);
            if (corrected.isEmpty()) {
                return Outcome.none(
                        Cause.TOO_FEW_CLUSTERS,
                        "Without cluster " + (cluster + 1) + " a coefficient is not determined, so its residuals cannot"
                                + " be corrected");
            }
            double[] own = corrected.orElseThrow();
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    meat[i][j] += correction == ClusterCorrection.KAUERMANN_CARROLL
                            ? (score[i] * own[j] + own[i] * score[j]) / 2
                            : own[i] * own[j];
                }
            }
        }
        return Outcome.of(Products.sandwich(bread, meat));
    }

    /**
     * One coefficient with a robust standard error and Student's distribution on clusters less coefficients degrees of
     * freedom.
     *
     * @return the coefficient; missing (TOO_FEW_CLUSTERS) when there are not more clusters than coefficients or the
     *     correction is not possible
     */
    public Outcome<Contrast> coefficient(int column, ClusterCorrection correction) {
        int degrees = equations.clusters() - coefficients.length;
        return covariance(correction)
                .then(covariance -> degrees > 0 && covariance[column][column] > 0
                        ? Outcome.of(new Contrast(coefficients[column], Math.sqrt(covariance[column][column]), degrees))
                        : Outcome.none(
                                Cause.TOO_FEW_CLUSTERS,
                                equations.clusters() + " clusters are too few for " + coefficients.length
                                        + " coefficients"));
    }

    /**
     * A cluster's score g after correction. By Woodbury's formula D'V^-1 (I - H)^-1 e = A (A - Q)^-1 g, with A the whole
     * and Q the cluster's information, so that no matrix of the cluster's size is needed.
     */
    private Optional<double[]> corrected(int cluster, ClusterCorrection correction) {
        double[] score = equations.score(cluster);
        double[][] own = equations.information(cluster);
        return switch (correction) {
            case NONE -> Optional.of(score);
            case KAUERMANN_CARROLL, MANCL_DEROUEN ->
                Cholesky.of(difference(equations.information(), own)).map(others -> {
                    double[] solved = score.clone();
                    others.solve(solved);
                    return Products.times(equations.information(), solved);
                });
            case FAY_GRAUBARD -> {
                double[] scaled = score.clone();
                for (int k = 0; k < scaled.length; k++) {
                    scaled[k] /= Math.sqrt(1 - Math.min(0.75, Products.dot(own[k], bread[k])));
                }
                yield Optional.of(scaled);
            }
        };
    }

    private static double[][] difference(double[][] all, double[][] own) {
        double[][] rest = new double[all.length][all.length];
        for (int row = 0; row < all.length; row++) {
            for (int column = 0; column < all.length; column++) {
                rest[row][column] = all[row][column] - own[row][column];
            }
        }
        return rest;
    }
}
