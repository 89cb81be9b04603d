package org.trabecula.statistics.proportion;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A statistic that is standard normal when the hypothesis is true. It is infinite when the hypothesis leaves no
 * variance and the data contradict it.
 *
 * @param z the statistic, positive when the first group has more than the hypothesis says
 */
public record ScoreTest(double z) {
    private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

    /** @throws IllegalArgumentException if {@code z} is not a number */
    public ScoreTest {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("A score statistic must be a number");
        }
    }

    /** The p-value against "more than the hypothesis says". */
    public double greater() {
        return NORMAL.survivalProbability(z);
    }

    /** The p-value against "less than the hypothesis says". */
    public double less() {
        return NORMAL.cumulativeProbability(z);
    }

    /** The p-value against "not what the hypothesis says": twice the smaller tail. */
    public double twoSided() {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }
}
