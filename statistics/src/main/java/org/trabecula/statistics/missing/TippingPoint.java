package org.trabecula.statistics.missing;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.ScoreVariance;
import org.trabecula.statistics.proportion.TwoByTwo;

/**
 * Every way in which the missing of a binary endpoint could have turned out, and the two-sided p-value of the
 * Miettinen-Nurminen score test of equal risks in each.
 *
 * <p>Source: Yan X, Lee S, Li N, J Biopharm Stat 2009;19:1085-1098, section 2; the test of Miettinen O, Nurminen M, Stat
 * Med 1985;4:213-226.
 *
 * @param p one row for each number j of events among the missing of the first arm, from 0; one column for each number k
 *     among the missing of the second
 */
public record TippingPoint(double[][] p) {

    /**
     * Computes the grid.
     *
     * @param first what was seen of the first arm
     * @param missing1 how many of the first arm were not seen
     * @param second what was seen of the second arm
     * @param missing2 how many of the second arm were not seen
     * @return the grid; {@code EMPTY_CELL} when an arm has nobody, seen or not
     * @throws IllegalArgumentException if a number of missing is negative
     */
    public static Outcome<TippingPoint> of(Proportion first, int missing1, Proportion second, int missing2) {
        if (missing1 < 0 || missing2 < 0) {
            throw new IllegalArgumentException(
                    "Numbers of missing are not negative, but they are " + missing1 + " and " + missing2);
        }
        if (first.total() + missing1 == 0 || second.total() + missing2 == 0) {
            return Outcome.none(Shortfall.Cause.EMPTY_CELL, "an arm has nobody, neither seen nor missing");
        }
        double[][] p = new double[missing1 + 1][missing2 + 1];
        for (int j = 0; j <= missing1; j++) {
            for (int k = 0; k <= missing2; k++) {
                p[j][k] = new TwoByTwo(with(first, j, missing1), with(second, k, missing2))
                        .riskDifference()
                        .orElseThrow()
                        .scoreTest(0, ScoreVariance.MIETTINEN_NURMINEN)
                        .twoSided();
            }
        }
        return Outcome.of(new TippingPoint(p));
    }

    private static Proportion with(Proportion seen, int events, int missing) {
        return new Proportion(seen.events() + events, seen.total() + missing);
    }

    /** How many of the grid's p-values are below {@code alpha}. */
    public int below(double alpha) {
        return (int) Arrays.stream(p)
                .flatMapToDouble(Arrays::stream)
                .filter(one -> one < alpha)
                .count();
    }

    /** The smallest p-value. */
    public double smallest() {
        return Arrays.stream(p).flatMapToDouble(Arrays::stream).min().orElseThrow();
    }

    /** The largest p-value. */
    public double largest() {
        return Arrays.stream(p).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }
}
