package org.trabecula.statistics.survival;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Newton;
import org.trabecula.statistics.matrix.Products;

/**
 * Proportional-hazards regression by partial likelihood; covariates may change from one stretch of a subject to the next.
 *
 * <p>Source: Cox DR, J R Stat Soc B 1972;34:187-220; counting processes: Andersen PK, Gill RD, Ann Stat
 * 1982;10:1100-1120. R: {@code coxph}.
 */
public final class Cox {
    /** A coefficient times its covariate's standard deviation that no finite maximum has in practice. */
    private static final double UNBOUNDED = 15;

    private Cox() {}

    /**
     * Fits.
     *
     * @param data the stretches of observation
     * @param x one row for each: at least one covariate, no intercept
     * @return the fit; missing without events, when a covariate is constant or collinear with others among those at
     *     risk, or when the likelihood rises without end (a group without events)
     * @throws IllegalArgumentException if the rows differ in number or length or a number is not finite
     */
    public static Outcome<CoxFit> fit(FollowUp data, double[][] x, Ties ties) {
        check(data, x);
        if (data.events() == 0) {
            return Outcome.none(Cause.EMPTY_CELL, "Nobody had the event, so nothing can be told about hazards.");
        }
        double[] spread = new double[x[0].length];
        double[][] scaled = scaled(x, spread);
        if (Cholesky.of(Products.cross(scaled, spread.length)).isEmpty()) {
            return collinear();
        }
        var moments = new Moments(data, scaled, ties);
        var likelihood = new PartialLikelihood(moments);
        double[] gradient = new double[spread.length];
        var atNull = Cholesky.of(likelihood.derive(new double[spread.length], gradient));
        if (atNull.isEmpty()) {
            return collinear();
        }
        atNull.orElseThrow().forward(gradient);
        double score = Products.dot(gradient, gradient);
        double nullLikelihood = likelihood.at(new double[spread.length]);
        return switch (Newton.climb(likelihood, new double[spread.length])) {
            case Outcome.Found<Newton.Summit>(var summit)
            when finite(summit.point()) ->
                Outcome.of(new CoxFit(data, scaled, spread, moments, summit, nullLikelihood, score));
            case Outcome.Found<Newton.Summit> _ -> unbounded(java.util.List.of());
            case Outcome.Missing<Newton.Summit>(var why) -> unbounded(why.trace());
        };
    }

    private static boolean finite(double[] beta) {
        return Arrays.stream(beta).allMatch(one -> Math.abs(one) < UNBOUNDED);
    }

    private static Outcome<CoxFit> collinear() {
        return Outcome.none(Cause.SINGULAR, "A covariate is constant or a combination of others among those at risk.");
    }

    private static Outcome<CoxFit> unbounded(java.util.List<Double> trace) {
        return new Outcome.Missing<>(new Shortfall(
                Cause.SEPARATION,
                "The likelihood rises without end: a group has no events, or always the first ones.",
                trace));
    }

    /** Columns less their means over their standard deviations, which are filled in; 1 for a constant column. */
    private static double[][] scaled(double[][] x, double[] spread) {
        double[][] scaled = new double[x.length][spread.length];
        for (int j = 0; j < spread.length; j++) {
            int column = j;
            double mean =
                    Arrays.stream(x).mapToDouble(row -> row[column]).average().orElse(0);
            double squares = Arrays.stream(x)
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .sum();
            spread[j] = squares > 0 ? Math.sqrt(squares / x.length) : 1;
            for (int i = 0; i < x.length; i++) {
                scaled[i][j] = (x[i][j] - mean) / spread[j];
            }
        }
        return scaled;
    }

    private static void check(FollowUp data, double[][] x) {
        if (x.length != data.size()) {
            throw new IllegalArgumentException(
                    "Each of " + data.size() + " stretches needs a row of covariates, but there are " + x.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (x[i].length == 0 || x[i].length != x[0].length) {
                throw new IllegalArgumentException(
                        "All rows of covariates have the same columns, at least one, but row " + (i + 1) + " has "
                                + x[i].length);
            }
            for (double one : x[i]) {
                if (!Double.isFinite(one)) {
                    throw new IllegalArgumentException("A covariate is a finite number, but row " + (i + 1) + " has "
                            + one + "; leave out the rows in which one is missing");
                }
            }
        }
    }
}
