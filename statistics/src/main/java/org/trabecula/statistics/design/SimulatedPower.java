package org.trabecula.statistics.design;

import java.util.random.RandomGenerator;
import org.trabecula.statistics.proportion.Proportion;

/**
 * The power of Pearson's test by simulation, participant by participant: the pattern for simulations that have no
 * formula, and the check of {@link ExactPower} which has one.
 */
public final class SimulatedPower {
    private SimulatedPower() {}

    /**
     * How many of the trials are significant.
     *
     * @param first the size of the first group
     * @param second the size of the second group
     * @param p1 the probability of the event in the first group
     * @param p2 the probability of the event in the second group
     * @param alpha the two-sided level
     * @param trials how many trials, at least 1
     * @param random where chance comes from
     * @return significant trials of all; its {@link Proportion#wilson} interval says how exact the simulation is
     */
    public static Proportion of(
            int first, int second, double p1, double p2, double alpha, int trials, RandomGenerator random) {
        boolean[][] rejected =
                ExactPower.of(ExactPower.Test.PEARSON, first, second, alpha).rejected();
        long limit1 = limit(p1);
        long limit2 = limit(p2);
        int significant = 0;
        for (int trial = 0; trial < trials; trial++) {
            significant += rejected[events(first, limit1, random)][events(second, limit2, random)] ? 1 : 0;
        }
        return new Proportion(significant, trials);
    }

    /** A probability on the scale of the 2^32 values of an int. */
    private static long limit(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1, but it is " + p);
        }
        return Math.round(p * 0x1p32);
    }

    private static int events(int members, long limit, RandomGenerator random) {
        int events = 0;
        for (int member = 0; member < members; member++) {
            // Without a branch, which chance would mispredict.
            events += (int) (((random.nextInt() & 0xFFFFFFFFL) - limit) >>> 63);
        }
        return events;
    }
}
