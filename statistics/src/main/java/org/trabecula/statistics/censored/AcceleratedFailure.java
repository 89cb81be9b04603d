package org.trabecula.statistics.censored;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Newton;
import org.trabecula.statistics.matrix.Products;

/**
 * Fits {@code log T = x'beta + sigma E} to times known only to lie in intervals, by maximum likelihood.
 *
 * <p>Newton's method in (beta/sigma, 1/sigma), where the likelihood has one summit (Burridge J, J R Stat Soc B
 * 1981;43:41-45); the covariance is the inverse of the observed information. Agrees with R's {@code survreg}.
 */
public final class AcceleratedFailure {
    /** A summit at infinity looks flat from afar: a subject's error of x'b there, in standard errors of E. */
    private static final double UNBOUNDED = 1e3;

    private AcceleratedFailure() {}

    /**
     * Fits.
     *
     * @param law the distribution of times
     * @param times the subjects' intervals; a left end of 0 or less is left-censored
     * @param x one row for each subject: the covariates, with a column of ones for an intercept
     * @return the fit; missing when there is nobody or no event, when the columns are collinear, or when the likelihood
     *     rises without end (a group without events, one time within everybody's interval)
     * @throws IllegalArgumentException if the rows differ in number or length, there is no column, or a number is not
     *     finite
     */
    public static Outcome<AftFit> fit(TimeLaw law, CensoredTimes times, double[][] x) {
        Rows.check(times, x);
        int n = times.size();
        double[] low = new double[n];
        double[] high = new double[n];
        boolean event = false;
        boolean free = false;
        for (int i = 0; i < n; i++) {
            low[i] = times.left()[i] > 0 ? Math.log(times.left()[i]) : Double.NEGATIVE_INFINITY;
            high[i] = times.right()[i] > 0 ? Math.log(times.right()[i]) : Double.NEGATIVE_INFINITY;
            event |= high[i] < Double.POSITIVE_INFINITY;
            free |= low[i] > Double.NEGATIVE_INFINITY;
            if (high[i] == Double.NEGATIVE_INFINITY) {
                return Outcome.none(
                        Cause.EMPTY_CELL, "Number " + (i + 1) + " has the event at time 0, which no such law allows.");
            }
        }
        if (n == 0) {
            return Outcome.none(Cause.TOO_FEW, "There is nobody to fit a model to.");
        }
        if (!event || !free) {
            String who = event ? "Everybody had the event before the first look" : "Nobody had the event";
            return Outcome.none(Cause.SEPARATION, who + ", so that the times have no finite law.");
        }
        var likelihood = new AftLikelihood(law, low, high, x);
        return start(law, low, high, x)
                .map(start -> settled(law, likelihood, Newton.climb(likelihood, start), x))
                .orElseGet(() -> Outcome.none(Cause.SINGULAR, "The covariates are collinear."));
    }

    /** Fits the law to all subjects alike: the model that covariates are compared with. */
    public static Outcome<AftFit> withoutCovariates(TimeLaw law, CensoredTimes times) {
        double[][] ones = new double[times.size()][];
        Arrays.setAll(ones, i -> new double[] {1});
        return fit(law, times, ones);
    }

    private static Outcome<AftFit> settled(
            TimeLaw law, AftLikelihood likelihood, Outcome<Newton.Summit> climbed, double[][] x) {
        return switch (climbed) {
            case Outcome.Found<Newton.Summit>(var summit)
            when bounded(summit.curvature(), x) ->
                Outcome.of(new AftFit(law, summit, likelihood.scores(), likelihood.between()));
            case Outcome.Found<Newton.Summit> _ -> unbounded(List.of());
            case Outcome.Missing<Newton.Summit>(var why) -> unbounded(why.trace());
        };
    }

    private static Outcome<AftFit> unbounded(List<Double> trace) {
        return new Outcome.Missing<>(new Shortfall(
                Cause.SEPARATION,
                "The likelihood rises without end: a group has no events or only events before its first look, or one"
                        + " time lies within everybody's interval.",
                trace));
    }

    private static boolean bounded(Cholesky information, double[][] x) {
        double most = 0;
        for (double[] row : x) {
            double[] part = Arrays.copyOf(row, information.size());
            information.forward(part);
            most = Math.max(most, Products.dot(part, part));
        }
        return most < UNBOUNDED * UNBOUNDED;
    }

    /** Least squares of the middles of the intervals; empty when the columns are collinear. */
    private static Optional<double[]> start(TimeLaw law, double[] low, double[] high, double[][] x) {
        int columns = x[0].length;
        double[] beta = new double[columns];
        double[] middle = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            middle[i] = Double.isInfinite(low[i])
                    ? (Double.isInfinite(high[i]) ? 0 : high[i] - 1)
                    : Double.isInfinite(high[i]) ? low[i] + 0.5 : (low[i] + high[i]) / 2;
            for (int j = 0; j < columns; j++) {
                beta[j] += x[i][j] * middle[i];
            }
        }
        return Cholesky.of(Products.cross(x, columns)).map(normal -> {
            normal.solve(beta);
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                double off = middle[i] - Products.dot(x[i], beta);
                squares += off * off;
            }
            double tau = law.freeScale() ? 1 / Math.max(0.1, Math.sqrt(squares / x.length)) : 1;
            double[] start = Arrays.copyOf(beta, columns + (law.freeScale() ? 1 : 0));
            for (int j = 0; j < columns; j++) {
                start[j] *= tau;
            }
            if (law.freeScale()) {
                start[columns] = tau;
            }
            return start;
        });
    }
}
