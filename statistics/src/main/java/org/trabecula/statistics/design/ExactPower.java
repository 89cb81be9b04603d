package org.trabecula.statistics.design;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.proportion.ExactTest;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.TwoByTwo;

/**
 * The power of a test of two proportions by listing all tables that the two groups can give.
 *
 * @param first the size of the first group, at least 1
 * @param second the size of the second group, at least 1
 * @param rejected for each number of events in the first and in the second group, whether the test rejects
 */
public record ExactPower(int first, int second, boolean[][] rejected) {

    /** The tests of equal proportions whose power can be listed; all are two-sided. */
    public enum Test {
        /** Pearson's, |z| at least the normal deviate. */
        PEARSON,
        /** Pearson's with Yates' correction. */
        YATES,
        /** The score test with Miettinen and Nurminen's variance. */
        MIETTINEN_NURMINEN,
        /** Fisher's, by minimum likelihood. */
        FISHER,
        /** Fisher's mid-p, twice the smaller side. */
        FISHER_MID_P
    }

    /**
     * The rejection region of a test.
     *
     * @param alpha the two-sided level
     * @throws IllegalArgumentException if a group is empty or the level not strictly between 0 and 1
     */
    public static ExactPower of(Test test, int first, int second, double alpha) {
        if (first < 1 || second < 1 || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "Power needs members in both groups and a level between 0 and 1, but they" + " are " + first + ", "
                            + second + " and " + alpha);
        }
        double deviate = -Quantile.normal(alpha / 2);
        boolean[][] rejected = new boolean[first + 1][second + 1];
        for (int x1 = 0; x1 <= first; x1++) {
            for (int x2 = 0; x2 <= second; x2++) {
                rejected[x1][x2] = rejects(test, x1, first, x2, second, alpha, deviate);
            }
        }
        return new ExactPower(first, second, rejected);
    }

    private static boolean rejects(Test test, int x1, int n1, int x2, int n2, double alpha, double deviate) {
        return switch (test) {
            case PEARSON -> Math.abs(z(x1, n1, x2, n2, 0)) >= deviate;
            case YATES -> Math.abs(z(x1, n1, x2, n2, (1.0 / n1 + 1.0 / n2) / 2)) >= deviate;
            case MIETTINEN_NURMINEN ->
                Math.abs(z(x1, n1, x2, n2, 0)) * Math.sqrt((n1 + n2 - 1.0) / (n1 + (double) n2)) >= deviate;
            case FISHER -> exact(x1, n1, x2, n2).twoSided() <= alpha;
            case FISHER_MID_P -> exact(x1, n1, x2, n2).midPCentral() <= alpha;
        };
    }

    static double z(int x1, int n1, int x2, int n2, double correction) {
        double pooled = (x1 + (double) x2) / (n1 + (double) n2);
        double variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
        double gap = Math.max(0, Math.abs(x1 / (double) n1 - x2 / (double) n2) - correction);
        return variance > 0 ? gap / Math.sqrt(variance) : 0;
    }

    private static ExactTest exact(int x1, int n1, int x2, int n2) {
        return ExactTest.of(new TwoByTwo(new Proportion(x1, n1), new Proportion(x2, n2)));
    }

    /** The probability of rejection at these proportions: power where they differ, size where they do not. */
    public double at(double p1, double p2) {
        double[] one = chances(first, p1);
        double[] other = chances(second, p2);
        double sum = 0;
        for (int x1 = 0; x1 <= first; x1++) {
            double row = 0;
            for (int x2 = 0; x2 <= second; x2++) {
                row += rejected[x1][x2] ? other[x2] : 0;
            }
            sum += one[x1] * row;
        }
        return Math.min(1, sum);
    }

    /** How many tables are rejected. */
    public int tables() {
        int count = 0;
        for (boolean[] row : rejected) {
            for (boolean one : row) {
                count += one ? 1 : 0;
            }
        }
        return count;
    }

    private static double[] chances(int n, double p) {
        var binomial = BinomialDistribution.of(n, p);
        double[] chances = new double[n + 1];
        for (int x = 0; x <= n; x++) {
            chances[x] = binomial.probability(x);
        }
        return chances;
    }
}
