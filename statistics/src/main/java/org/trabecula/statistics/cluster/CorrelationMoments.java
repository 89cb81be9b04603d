package org.trabecula.statistics.cluster;

import java.util.OptionalDouble;
import org.trabecula.statistics.solve.Root;

/**
 * Moment estimates of the working correlation from Pearson residuals divided by the root of the scale.
 *
 * @param members the units of each cluster
 * @param weights one for each unit, the same for all of a cluster
 * @param columns how many coefficients were estimated
 * @param convention by what is divided
 */
record CorrelationMoments(int[][] members, double[] weights, int columns, MomentConvention convention) {
    private static final int CELLS = 400;
    private static final double EDGE = 0.999;
    /** The search stays off 0, where a correlation without neighbouring pairs has no slope. */
    private static final double SMALLEST = 1e-6;

    /** The scale: the mean square of the residuals. */
    OptionalDouble scale(double[] residuals) {
        double squares = 0;
        double units = 0;
        for (int unit = 0; unit < residuals.length; unit++) {
            squares += weights[unit] * residuals[unit] * residuals[unit];
            units += weights[unit];
        }
        double divisor = convention == MomentConvention.SAS ? units - columns : units;
        return divisor > 0 && squares > 0 ? OptionalDouble.of(squares / divisor) : OptionalDouble.empty();
    }

    /** The parameter; empty when there are too few pairs for it. */
    OptionalDouble alpha(WorkingCorrelation kind, double[] residuals, double scale) {
        return switch (kind) {
            case INDEPENDENCE -> OptionalDouble.of(0);
            case EXCHANGEABLE -> ratio(allPairs(residuals), scale);
            case AUTOREGRESSIVE ->
                convention == MomentConvention.SAS
                        ? ratio(byDistance(residuals, 1)[1], scale)
                        : leastSquares(byDistance(residuals, longest() - 1), scale);
        };
    }

    private OptionalDouble ratio(double[] sumAndPairs, double scale) {
        double divisor = sumAndPairs[1] - (convention == MomentConvention.SAS ? columns : 0);
        return divisor > 0 ? OptionalDouble.of(sumAndPairs[0] / scale / divisor) : OptionalDouble.empty();
    }

    private double[] allPairs(double[] residuals) {
        double products = 0;
        double pairs = 0;
        for (int[] own : members) {
            double sum = 0;
            double squares = 0;
            for (int unit : own) {
                sum += residuals[unit];
                squares += residuals[unit] * residuals[unit];
            }
            double weight = weights[own[0]];
            products += own.length > 1 ? weight * (sum * sum - squares) / 2 : 0;
            pairs += weight * own.length * (own.length - 1.0) / 2;
        }
        return new double[] {products, pairs};
    }

    private int longest() {
        int longest = 1;
        for (int[] own : members) {
            longest = Math.max(longest, own.length);
        }
        return longest;
    }

    /** For each distance up to one: the sum of products of residuals so far apart, and the number of pairs, weighted. */
    private double[][] byDistance(double[] residuals, int furthest) {
        double[][] sums = new double[Math.max(1, furthest) + 1][2];
        for (int[] own : members) {
            double weight = weights[own[0]];
            for (int later = 1; later < own.length; later++) {
                for (int earlier = Math.max(0, later - furthest); earlier < later; earlier++) {
                    sums[later - earlier][0] += weight * residuals[own[later]] * residuals[own[earlier]];
                    sums[later - earlier][1] += weight;
                }
            }
        }
        return sums;
    }

    /** The a for which the powers of a are nearest to the products, over all pairs. */
    private static OptionalDouble leastSquares(double[][] byDistance, double scale) {
        double best = Double.POSITIVE_INFINITY;
        OptionalDouble found = OptionalDouble.empty();
        for (int cell = 0; cell < CELLS; cell++) {
            double low = place(cell);
            double high = place(cell + 1);
            if (slope(byDistance, scale, low) > 0 && slope(byDistance, scale, high) <= 0) {
                double a = Root.between(x -> slope(byDistance, scale, x), low, high);
                if (misfit(byDistance, scale, a) < best) {
                    best = misfit(byDistance, scale, a);
                    found = OptionalDouble.of(a);
                }
            }
        }
        return found;
    }

    private static double place(int cell) {
        double place = EDGE * (2.0 * cell / CELLS - 1);
        return cell == CELLS / 2 ? SMALLEST : place;
    }

    /** Minus half the derivative of the sum of squares. */
    private static double slope(double[][] byDistance, double scale, double a) {
        double sum = 0;
        for (int distance = 1; distance < byDistance.length; distance++) {
            double before = Math.pow(a, distance - 1);
            sum += distance * before * (byDistance[distance][0] / scale - byDistance[distance][1] * before * a);
        }
        return sum;
    }

    private static double misfit(double[][] byDistance, double scale, double a) {
        double sum = 0;
        for (int distance = 1; distance < byDistance.length; distance++) {
            double power = Math.pow(a, distance);
            sum += power * (byDistance[distance][1] * power - 2 * byDistance[distance][0] / scale);
        }
        return sum;
    }
}
