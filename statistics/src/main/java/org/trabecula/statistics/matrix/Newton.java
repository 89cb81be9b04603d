package org.trabecula.statistics.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The summit of a concave function of a few numbers, by Newton's method with halved steps where a whole one does not
 * rise. It goes on until the rise that a step promises is far below rounding, so that the summit is exact to the last
 * digits the function has.
 */
public final class Newton {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 50;
    private static final double ENOUGH = 1e-4;
    /** A rise that is smaller, relatively, cannot be told from rounding. */
    private static final double ROUNDING = 1e-12;

    private static final double NOTHING = 1e-22;
    /** With the promise below {@link #ROUNDING}, one more step squares what is left of it. */
    private static final int LAST_STEPS = 3;

    private Newton() {}

    /** A function to climb. */
    public interface Hill {
        /** Its height; negative infinity or NaN where it has none. */
        double at(double[] point);

        /**
         * Its derivatives.
         *
         * @param gradient filled with the first derivatives
         * @return minus the second derivatives, symmetric
         */
        double[][] derive(double[] point, double[] gradient);
    }

    /**
     * The top.
     *
     * @param point where
     * @param height how high
     * @param curvature minus the second derivatives there, factored: for a log-likelihood the observed information
     */
    public record Summit(double[] point, double height, Cholesky curvature) {}

    /**
     * Climbs.
     *
     * @param start where to begin; the function must have a height there
     * @return the summit; missing as {@code SINGULAR} where the function is flat in some direction, and as
     *     {@code NOT_CONVERGED} where it does not stop rising; both with the heights step by step
     */
    public static Outcome<Summit> climb(Hill hill, double[] start) {
        double[] point = start;
        double height = hill.at(point);
        List<Double> trace = new ArrayList<>();
        int last = 0;
        for (int step = 0; step < MOST_STEPS && Double.isFinite(height); step++) {
            trace.add(height);
            double[] gradient = new double[point.length];
            Optional<Cholesky> curvature = Cholesky.of(hill.derive(point, gradient));
            if (curvature.isEmpty()) {
                return missing(
                        Cause.SINGULAR, "The function is flat in some direction, so it has no single summit.", trace);
            }
            double[] way = gradient.clone();
            curvature.orElseThrow().solve(way);
            double promise = Products.dot(gradient, way);
            double rounding = ROUNDING * (1 + Math.abs(height));
            last += promise <= rounding ? 1 : 0;
            if (promise <= NOTHING * (1 + Math.abs(height)) || last > LAST_STEPS) {
                return Outcome.of(new Summit(point, height, curvature.orElseThrow()));
            }
            Optional<Place> next = next(hill, point, way, height, promise);
            if (next.isEmpty()) {
                break;
            }
            point = next.orElseThrow().point();
            height = next.orElseThrow().height();
        }
        return missing(Cause.NOT_CONVERGED, "No step led to a summit.", trace);
    }

    private record Place(double[] point, double height) {}

    /** The end of the longest of the halved steps that rises enough; near the summit, that does not fall. */
    private static Optional<Place> next(Hill hill, double[] from, double[] way, double height, double promise) {
        double rounding = ROUNDING * (1 + Math.abs(height));
        double share = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
            double asked = promise > rounding ? height + ENOUGH * share * promise : height - rounding;
            double[] to = moved(from, way, share);
            double there = hill.at(to);
            if (there >= asked) {
                return Optional.of(new Place(to, there));
            }
        }
        return Optional.empty();
    }

    private static double[] moved(double[] from, double[] way, double share) {
        double[] to = from.clone();
        for (int j = 0; j < to.length; j++) {
            to[j] += share * way[j];
        }
        return to;
    }

    private static Outcome<Summit> missing(Cause cause, String sentence, List<Double> trace) {
        return new Outcome.Missing<>(new Shortfall(cause, sentence, trace));
    }
}
