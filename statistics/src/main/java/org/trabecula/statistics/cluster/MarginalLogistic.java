package org.trabecula.statistics.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * The marginal model log(p / (1 - p)) = x'b for clustered units, by generalised estimating equations: the sum over
 * clusters of D'V^-1 (y - p) = 0, where D = dp/db and V = A^1/2 R A^1/2 with A = diag(p (1 - p)) and R the working
 * correlation.
 *
 * <p>Source: Liang KY, Zeger SL, Biometrika 1986;73:13-22. R: {@code geepack::geeglm}, {@code gee::gee}; SAS: PROC GENMOD.
 */
public final class MarginalLogistic {
    private static final int MOST_STEPS = 500;
    /** The squared length of the last step in standard errors. */
    private static final double SMALLEST_STEP = 1e-22;

    private MarginalLogistic() {}

    /**
     * Fits with every cluster counting once.
     *
     * @return the fit; missing as in {@link LogisticRegression#fit} (SEPARATION, SINGULAR, TOO_FEW), with fewer than two
     *     clusters (TOO_FEW_CLUSTERS), when no cluster has the pairs that the correlation asks for (TOO_FEW), when the
     *     estimating equations become singular (SINGULAR) or the iteration does not settle (NOT_CONVERGED, with the
     *     squared lengths of its steps)
     */
    public static Outcome<MarginalFit> fit(
            ClusteredUnits units, WorkingCorrelation correlation, MomentConvention convention) {
        double[] weights = new double[units.size()];
        Arrays.fill(weights, 1);
        return fit(units, weights, correlation, convention);
    }

    /**
     * Fits with weights, such as overlap weights or one over the cluster's size. They multiply each cluster's estimating
     * equation and its part in the moments of scale and correlation, and are taken as known.
     *
     * @param weights one for each unit, above 0 and the same for all units of a cluster
     * @return as without weights
     * @throws IllegalArgumentException if there are not as many weights as units, or one is not above 0, not finite or
     *     differs from another of its cluster
     */
    public static Outcome<MarginalFit> fit(
            ClusteredUnits units, double[] weights, WorkingCorrelation correlation, MomentConvention convention) {
        int[][] members = units.members();
        requireWeights(weights, units, members);
        return LogisticRegression.fit(units.rows(), units.response(), weights)
                .then(start -> members.length < 2
                        ? Outcome.none(
                                Cause.TOO_FEW_CLUSTERS, "There is only one cluster, so nothing varies between clusters")
                        : iterate(
                                new EstimatingEquations(units, members, weights),
                                new CorrelationMoments(members, weights, units.columns(), convention),
                                correlation,
                                start.coefficients()));
    }

    private static void requireWeights(double[] weights, ClusteredUnits units, int[][] members) {
        if (weights.length != units.size()) {
            throw new IllegalArgumentException(
                    "There are " + units.size() + " units, but " + weights.length + " weights");
        }
        for (int[] own : members) {
            for (int unit : own) {
                if (!(weights[unit] > 0 && Double.isFinite(weights[unit])) || weights[unit] != weights[own[0]]) {
                    throw new IllegalArgumentException("Weights are above 0 and the same within a cluster, but units "
                            + own[0] + " and " + unit + " of one cluster have " + weights[own[0]] + " and "
                            + weights[unit]);
                }
            }
        }
    }

    private static Outcome<MarginalFit> iterate(
            EstimatingEquations equations, CorrelationMoments moments, WorkingCorrelation correlation, double[] start) {
        double[] beta = start.clone();
        var trace = new ArrayList<Double>();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] residuals = equations.residuals(beta);
            OptionalDouble scale = moments.scale(residuals);
            OptionalDouble alpha = scale.isEmpty() ? scale : moments.alpha(correlation, residuals, scale.getAsDouble());
            if (alpha.isEmpty()) {
                return Outcome.none(
                        Cause.TOO_FEW,
                        "There are too few units, or pairs of units in one cluster, for the correlation "
                                + correlation);
            }
            equations.expand(beta, new Working(correlation, alpha.getAsDouble()));
            var factored = Cholesky.of(equations.information());
            if (factored.isEmpty()) {
                return Outcome.none(
                        Cause.SINGULAR,
                        "The estimating equations are singular at a working correlation of " + alpha.getAsDouble());
            }
            double[] move = equations.score().clone();
            factored.orElseThrow().solve(move);
            double length = Products.dot(move, equations.score());
            trace.add(length);
            for (int k = 0; k < beta.length; k++) {
                beta[k] += move[k];
            }
            if (length < SMALLEST_STEP) {
                return Outcome.of(new MarginalFit(
                        beta,
                        alpha.getAsDouble(),
                        scale.getAsDouble(),
                        factored.orElseThrow().inverse(),
                        equations));
            }
        }
        return new Outcome.Missing<>(new Shortfall(
                Cause.NOT_CONVERGED, "The estimating equations did not settle in " + MOST_STEPS + " steps", trace));
    }
}
