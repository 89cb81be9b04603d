package org.trabecula.statistics.repeated;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The rank-sum test with the normal approximation; ties share their ranks.
 *
 * <p>Source: Wilcoxon F, Biometrics 1945;1:80-83; Mann HB, Whitney DR, Ann Math Stat 1947;18:50-60; for ties Lehmann EL,
 * Nonparametrics 1975, section 1.4. R: {@code wilcox.test(exact = FALSE)}.
 *
 * @param w the pairs in which the first sample's number is larger, a tie counting one half
 * @param expected W if both samples come from one distribution
 * @param standardError of W under the same, given the ties; above 0
 */
public record RankSum(double w, double expected, double standardError) {

    static Outcome<RankSum> of(double[] first, double[] second) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Arrays.sort(all);
        double ranks = 0;
        for (double one : first) {
            ranks += (below(all, one) + notAbove(all, one) + 1) / 2.0;
        }
        double ties = 0;
        for (int from = 0, to; from < all.length; from = to) {
            to = notAbove(all, all[from]);
            double together = to - from;
            ties += together * together * together - together;
        }
        double n = all.length;
        double pairs = (double) first.length * second.length;
        double variance = pairs / 12 * (n + 1 - ties / (n * (n - 1)));
        double w = ranks - first.length * (first.length + 1.0) / 2;
        return variance > 0
                ? Outcome.of(new RankSum(w, pairs / 2, Math.sqrt(variance)))
                : Outcome.none(Cause.SINGULAR, "All numbers are equal, so there are no ranks");
    }

    /**
     * The two-sided p-value.
     *
     * @param continuity whether W is moved one half towards its expectation first
     */
    public double p(boolean continuity) {
        double distance = Math.abs(w - expected);
        double moved = continuity && distance > 0 ? distance - 0.5 : distance;
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(moved / standardError));
    }

    private static int below(double[] sorted, double value) {
        return firstIndex(sorted, value, false);
    }

    private static int notAbove(double[] sorted, double value) {
        return firstIndex(sorted, value, true);
    }

    /** How many are below a value, or (inclusive) not above it. */
    private static int firstIndex(double[] sorted, double value, boolean inclusive) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (inclusive && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
