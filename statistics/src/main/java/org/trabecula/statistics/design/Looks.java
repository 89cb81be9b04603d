package org.trabecula.statistics.design;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The path of a score process (Brownian motion with a drift) that has not crossed its boundary at earlier looks, carried
 * from look to look on Gauss-Legendre points.
 *
 * <p>Source: Armitage P, McPherson CK, Rowe BC, J R Stat Soc A 1969;132:235-244.
 */
final class Looks {
    private static final double REACH = 9;
    private static final double[] NODES = {
        -0.9602898564975363,
        -0.7966664774136267,
        -0.525532409916329,
        -0.1834346424956498,
        0.1834346424956498,
        0.525532409916329,
        0.7966664774136267,
        0.9602898564975363
    };
    private static final double[] WEIGHTS = {
        0.1012285362903763, 0.2223810344533745, 0.3137066458778873, 0.362683783378362,
        0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double drift;
    private final int sides;
    private double time;
    private double power;
    private double[] points = {0};
    private double[] masses = {1};
    private final List<Double> crossed = new ArrayList<>();

    Looks(double drift, int sides) {
        this.drift = drift;
        this.sides = sides;
    }

    /** The probability of crossing a critical value at a look, on any side, not having crossed before. */
    double crossing(double next, double critical) {
        double sd = Math.sqrt(next - time);
        double bound = critical * Math.sqrt(next);
        double sum = above(next, critical);
        for (int i = 0; i < points.length && sides == 2; i++) {
            sum += masses[i] * NORMAL.cumulativeProbability((-bound - points[i] - drift * (next - time)) / sd);
        }
        return sum;
    }

    /** The probability of crossing above. */
    private double above(double next, double critical) {
        double sd = Math.sqrt(next - time);
        double bound = critical * Math.sqrt(next);
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += masses[i] * NORMAL.survivalProbability((bound - points[i] - drift * (next - time)) / sd);
        }
        return sum;
    }

    /** Goes on to a look and leaves those out who cross there. */
    void pass(double next, double critical) {
        crossed.add(crossing(next, critical));
        power += above(next, critical);
        double sd = Math.sqrt(next - time);
        double high = Math.min(critical * Math.sqrt(next), drift * next + REACH * Math.sqrt(next));
        double low = drift * next - REACH * Math.sqrt(next);
        if (sides == 2) {
            low = Math.max(low, -critical * Math.sqrt(next));
        }
        int pieces = Math.max(4, (int) Math.ceil((high - low) / (0.75 * sd)));
        double[] at = new double[pieces * NODES.length];
        double[] mass = new double[at.length];
        double width = Math.max(0, high - low) / pieces;
        for (int i = 0; i < at.length; i++) {
            int piece = i / NODES.length;
            at[i] = low + (piece + 0.5 + NODES[i % NODES.length] / 2) * width;
            double density = 0;
            for (int j = 0; j < points.length; j++) {
                double off = (at[i] - points[j] - drift * (next - time)) / sd;
                density += masses[j] * Math.exp(-off * off / 2);
            }
            mass[i] = density / (sd * Math.sqrt(2 * Math.PI)) * WEIGHTS[i % NODES.length] * width / 2;
        }
        points = at;
        masses = mass;
        time = next;
    }

    /** The probability of having crossed by each look. */
    double[] spent() {
        double[] sums = new double[crossed.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += crossed.get(i);
            sums[i] = sum;
        }
        return sums;
    }

    /** The probability of having crossed on any side at the last look. */
    static double total(double[] information, double[] critical, int sides) {
        double[] spent = walked(information, critical, 0, sides).spent();
        return spent[spent.length - 1];
    }

    /** The probability of having crossed above, where a drift upwards belongs. */
    static double power(double[] information, double[] critical, double drift, int sides) {
        return walked(information, critical, drift, sides).power;
    }

    private static Looks walked(double[] information, double[] critical, double drift, int sides) {
        var looks = new Looks(drift, sides);
        for (int i = 0; i < information.length; i++) {
            looks.pass(information[i], critical[i]);
        }
        return looks;
    }
}
