package org.trabecula.statistics.survival;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;

/**
 * The log-rank test of groups, and its relatives that weigh early events more.
 *
 * <p>Source: Mantel N, Cancer Chemother Rep 1966;50:163-170; weights S(t-)^rho: Harrington DP, Fleming TR, Biometrika
 * 1982;69:553-566. R: {@code survdiff(rho = )}.
 *
 * @param observed the weighted events of each group
 * @param expected the weighted events that it would have if groups did not differ
 * @param chiSquare the statistic
 * @param degrees its degrees of freedom, one fewer than groups with anybody at risk
 */
public record LogRank(double[] observed, double[] expected, double chiSquare, int degrees) {

    /** The probability of a larger statistic if groups do not differ. */
    public double p() {
        return ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare);
    }

    /**
     * Tests.
     *
     * @param group the group of each stretch, from 0
     * @param groups how many there are
     * @param rho 0 for the log-rank test, 1 for Peto and Peto's modification of the Wilcoxon test
     * @return the test; missing without events, or with fewer than two groups at risk when they happen
     */
    public static Outcome<LogRank> of(FollowUp data, int[] group, int groups, double rho) {
        if (group.length != data.size()) {
            throw new IllegalArgumentException(
                    "Each of " + data.size() + " stretches needs a group, but there are " + group.length);
        }
        if (data.events() == 0) {
            return Outcome.none(Cause.EMPTY_CELL, "Nobody had the event, so groups cannot be told apart.");
        }
        double[] observed = new double[groups];
        double[] expected = new double[groups];
        double[][] variance = new double[groups][groups];
        sum(data, group, rho, observed, expected, variance);
        return test(observed, expected, variance);
    }

    private static void sum(
            FollowUp data, int[] group, double rho, double[] observed, double[] expected, double[][] variance) {
        int[] byExit = FollowUp.order(data.exit());
        int[] byEntry = FollowUp.order(data.entry());
        double[] there = new double[observed.length];
        double all = 0;
        double survival = 1;
        int come = 0;
        for (int from = 0; from < byExit.length; ) {
            double time = data.exit()[byExit[from]];
            for (; come < byEntry.length && data.entry()[byEntry[come]] < time; come++, all++) {
                there[group[byEntry[come]]]++;
            }
            int to = from;
            double events = 0;
            double weight = Math.pow(survival, rho);
            for (; to < byExit.length && data.exit()[byExit[to]] == time; to++) {
                if (data.event()[byExit[to]]) {
                    events++;
                    observed[group[byExit[to]]] += weight;
                }
            }
            double spread = all > 1 ? weight * weight * events * (all - events) / (all - 1) : 0;
            for (int g = 0; g < there.length; g++) {
                double share = there[g] / all;
                expected[g] += weight * events * share;
                variance[g][g] += spread * share;
                for (int h = 0; h < there.length; h++) {
                    variance[g][h] -= spread * share * there[h] / all;
                }
            }
            survival *= 1 - events / all;
            for (; from < to; from++, all--) {
                there[group[byExit[from]]]--;
            }
        }
    }

    private static Outcome<LogRank> test(double[] observed, double[] expected, double[][] variance) {
        int[] used = java.util.stream.IntStream.range(0, expected.length)
                .filter(g -> expected[g] > 0)
                .toArray();
        int degrees = used.length - 1;
        if (degrees < 1) {
            return Outcome.none(Cause.EMPTY_CELL, "Fewer than two groups were at risk when events happened.");
        }
        double[][] kept = new double[degrees][degrees];
        double[] excess = new double[degrees];
        for (int g = 0; g < degrees; g++) {
            excess[g] = observed[used[g]] - expected[used[g]];
            for (int h = 0; h < degrees; h++) {
                kept[g][h] = variance[used[g]][used[h]];
            }
        }
        var factored = Cholesky.of(kept);
        if (factored.isEmpty()) {
            return Outcome.none(Cause.SINGULAR, "The events leave no room for chance between the groups.");
        }
        factored.orElseThrow().forward(excess);
        double chiSquare = 0;
        for (double one : excess) {
            chiSquare += one * one;
        }
        return Outcome.of(new LogRank(observed, expected, chiSquare, degrees));
    }
}
