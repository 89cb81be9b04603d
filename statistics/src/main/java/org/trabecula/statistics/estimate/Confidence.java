package org.trabecula.statistics.estimate;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What a two-sided confidence level means for the tails. */
public final class Confidence {
    private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

    private Confidence() {}

    /** The probability that is left in each tail. */
    public static double tail(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "A confidence level lies strictly between 0 and 1 (0.95 for 95 %), but it is " + level);
        }
        return (1 - level) / 2;
    }

    /** The standard normal deviate that cuts off that tail: 1.96 for 0.95. */
    public static double deviate(double level) {
        return NORMAL.inverseSurvivalProbability(tail(level));
    }
}
