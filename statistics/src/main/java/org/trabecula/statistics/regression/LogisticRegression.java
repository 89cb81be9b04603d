package org.trabecula.statistics.regression;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;

/**
 * The model log(p / (1 - p)) = x'b for units that have an event or not, by maximum likelihood.
 *
 * <p>Source: Cox DR, J R Stat Soc B 1958;20:215-242. R: {@code glm(family = binomial)} iterated until nothing moves.
 */
public final class LogisticRegression {
    private static final double TOLERANCE = 1e-7;

    private LogisticRegression() {}

    /**
     * Fits with every unit counting once.
     *
     * @param rows n rows of p columns, with a column of ones if an intercept is wanted
     * @param response whether each of the n units has the event
     * @return the fit; {@code SEPARATION} when columns tell events from non-events apart, wholly or at an edge,
     *     {@code SINGULAR} for collinear columns, {@code TOO_FEW} without units
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<LogisticFit> fit(double[][] rows, boolean[] response) {
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        return fit(rows, response, weights);
    }

    /**
     * Fits with weights.
     *
     * @param weights how often each unit counts, 0 or more; the covariance takes them as numbers of units
     */
    public static Outcome<LogisticFit> fit(double[][] rows, boolean[] response, double[] weights) {
        requireWeights(weights, rows.length);
        if (rows.length == 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "a logistic regression needs units, but there are none");
        }
        var solver = new LogisticSolver(rows, response, TOLERANCE);
        double[] beta = new double[rows[0].length];
        LogisticSolver.Status status = solver.solve(weights, beta);
        return switch (status) {
            case CONVERGED -> {
                double[] fitted = new double[rows.length];
                Arrays.setAll(fitted, unit -> LogisticFit.probability(rows[unit], beta));
                yield Outcome.of(new LogisticFit(beta, solver.covariance(beta), fitted, solver.logLikelihood(beta)));
            }
            case SEPARATED ->
                Outcome.none(
                        Shortfall.Cause.SEPARATION,
                        "the columns tell events and non-events apart, so that a coefficient is infinite");
            case SINGULAR ->
                Outcome.none(
                        Shortfall.Cause.SINGULAR,
                        "the " + beta.length + " columns of the model are collinear among its units");
            case EXHAUSTED ->
                new Outcome.Missing<>(new Shortfall(
                        Shortfall.Cause.NOT_CONVERGED,
                        "the logistic regression did not converge; the trace is Newton's decrement step by step",
                        Arrays.stream(solver.trace()).boxed().toList()));
        };
    }

    private static void requireWeights(double[] weights, int units) {
        if (weights.length != units) {
            throw new IllegalArgumentException(
                    "A model needs a weight for each row, but there are " + weights.length + " and " + units);
        }
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weight is finite and not negative, but one is " + weight);
            }
        }
    }
}
