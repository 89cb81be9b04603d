package org.trabecula.statistics.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * The model log(p / (1 - p)) = x'b + s u, u standard normal and common to the units of a cluster, by maximum likelihood
 * with adaptive Gauss-Hermite quadrature. Its odds ratios are conditional on the cluster and not comparable with those of a
 * {@link MarginalLogistic}. R: {@code lme4::glmer(nAGQ = )}; SAS: PROC GLIMMIX METHOD=QUAD.
 *
 * <p>Source: Pinheiro JC, Bates DM, J Comput Graph Stat 1995;4:12-35.
 *
 * @param deviation s, on the scale of log odds; 0 or more
 * @param coefficients b, log odds within a cluster
 * @param covariance of s and b in this order, the inverse of the observed information
 * @param logLikelihood at the maximum
 */
public record RandomInterceptLogistic(
        double deviation, double[] coefficients, double[][] covariance, double logLikelihood) {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final int MOST_POINTS = 100;
    /** Twice the gain in log-likelihood that another step promises, at which none is needed. */
    private static final double SMALLEST_GAIN = 1e-13;
    /** Second derivatives are worth their price only below this promise, or when so many cheap steps did not get there. */
    private static final double NEAR = 0.1;

    private static final int SCOUTS = 12;
    /** Near no deviation the likelihood is even in it, and products of its slopes say nothing of its curvature. */
    private static final double SMALL_DEVIATION = 0.3;

    /** A cluster whose log odds are spread so widely is all or nothing. */
    private static final double LARGEST_DEVIATION = 50;

    /**
     * Fits.
     *
     * @param points how many quadrature points, 1 (Laplace's approximation) to 100; 15 are usually enough
     * @return the fit; missing as in {@link LogisticRegression#fit} (SEPARATION, SINGULAR, TOO_FEW), with fewer than two
     *     clusters (TOO_FEW_CLUSTERS), when no cluster has two units, so that nothing tells s (NOT_UNIQUE), or when s grows
     *     beyond all bounds or the iteration ends otherwise (NOT_CONVERGED, with the log-likelihood step by step)
     * @throws IllegalArgumentException if the number of points is not in [1, 100]
     */
    public static Outcome<RandomInterceptLogistic> fit(ClusteredUnits units, int points) {
        if (points < 1 || points > MOST_POINTS) {
            throw new IllegalArgumentException("Quadrature takes 1 to 100 points, but was asked for " + points);
        }
        int[][] members = units.members();
        return LogisticRegression.fit(units.rows(), units.response()).then(start -> {
            if (members.length < 2) {
                return Outcome.none(Cause.TOO_FEW_CLUSTERS, "There is only one cluster");
            }
            if (Arrays.stream(members).allMatch(own -> own.length == 1)) {
                return Outcome.none(
                        Cause.NOT_UNIQUE, "Every cluster is a single unit, so nothing tells how clusters differ");
            }
            double[] parameters = new double[units.columns() + 1];
            parameters[0] = 1;
            for (int k = 1; k < parameters.length; k++) {
                // Conditional log odds are larger than marginal ones by about this much (Zeger 1988).
                parameters[k] = start.coefficients()[k - 1] * Math.sqrt(1 + 0.346);
            }
            return climb(new MarginalLikelihood(units, members, GaussHermite.of(points)), parameters);
        });
    }

    private static Outcome<RandomInterceptLogistic> climb(MarginalLikelihood likelihood, double[] start) {
        var trace = new ArrayList<Double>();
        double[] here = start;
        double[] gradient = new double[here.length];
        boolean near = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            double value = likelihood.value(here, gradient);
            trace.add(value);
            double[][] outer = Products.times(likelihood.outer(), Products.identity(here.length));
            Optional<Cholesky> hessian = near ? Cholesky.of(information(likelihood, here, outer)) : Optional.empty();
            Optional<Cholesky> used = hessian.or(() -> Cholesky.of(outer));
            if (used.isEmpty() || Math.abs(here[0]) > LARGEST_DEVIATION) {
                return stuck(trace);
            }
            double[] direction = gradient.clone();
            used.orElseThrow().solve(direction);
            double gain = Products.dot(direction, gradient);
            near = gain < NEAR || step > SCOUTS || Math.abs(here[0]) < SMALL_DEVIATION;
            if (gain < SMALLEST_GAIN && hessian.isPresent()) {
                return Outcome.of(new RandomInterceptLogistic(
                        Math.abs(here[0]),
                        Arrays.copyOfRange(here, 1, here.length),
                        hessian.orElseThrow().inverse(),
                        value));
            }
            Optional<double[]> next = better(likelihood, here, value, direction, gain);
            if (next.isEmpty()) {
                return stuck(trace);
            }
            here = next.orElseThrow();
        }
        return stuck(trace);
    }

    private static Optional<double[]> better(
            MarginalLikelihood likelihood, double[] from, double value, double[] direction, double gain) {
        double[] unused = new double[from.length];
        // A far jump of the deviation may land where so few points no longer integrate a steep likelihood.
        double length = Math.min(1, (1 + Math.abs(from[0])) / Math.abs(direction[0]));
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] to = moved(from, direction, length);
            if (likelihood.value(to, unused) >= value + 1e-4 * length * gain - 1e-13 * Math.abs(value)) {
                return Optional.of(to);
            }
        }
        return Optional.empty();
    }

    /** Minus the second derivatives: differences of the gradient in four places along each axis. */
    private static double[][] information(MarginalLikelihood likelihood, double[] at, double[][] outer) {
        int n = at.length;
        double[][] information = new double[n][n];
        double[] gradient = new double[n];
        double[] weights = {1 / 12.0, -2 / 3.0, 2 / 3.0, -1 / 12.0};
        for (int k = 0; k < n; k++) {
            double step = Math.min(1e-3 * axis(outer[k][k]), k == 0 ? 1e-2 : Double.POSITIVE_INFINITY);
            double[] unit = new double[n];
            unit[k] = 1;
            double[] places = {-2 * step, -step, step, 2 * step};
            double[] sums = new double[n];
            for (int place = 0; place < 4; place++) {
                likelihood.value(moved(at, unit, places[place]), gradient);
                for (int l = 0; l < n; l++) {
                    sums[l] -= weights[place] * gradient[l] / step;
                }
            }
            information[k] = sums;
        }
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < k; l++) {
                double mean = (information[k][l] + information[l][k]) / 2;
                information[k][l] = mean;
                information[l][k] = mean;
            }
        }
        return information;
    }

    private static double axis(double square) {
        return square > 0 ? 1 / Math.sqrt(square) : 1;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int k = 0; k < to.length; k++) {
            to[k] += length * direction[k];
        }
        return to;
    }

    private static <T> Outcome<T> stuck(List<Double> trace) {
        return new Outcome.Missing<>(new Shortfall(
                Cause.NOT_CONVERGED,
                "The likelihood had no maximum within " + trace.size()
                        + " steps; clusters may be all events or none, or change from one to the other once",
                trace));
    }

    /** The standard errors of the coefficients, with allowance for an estimated s. */
    public double[] standardErrors() {
        double[] errors = new double[coefficients.length];
        Arrays.setAll(errors, k -> Math.sqrt(covariance[k + 1][k + 1]));
        return errors;
    }
}
