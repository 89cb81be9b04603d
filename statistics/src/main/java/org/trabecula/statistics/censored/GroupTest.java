package org.trabecula.statistics.censored;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A comparison of groups: is one early and another late beyond chance?
 *
 * @param sums the sum of scores of each group; positive where events come earlier than expected, together 0
 * @param chiSquare the statistic
 * @param degrees its degrees of freedom, one fewer than groups
 */
public record GroupTest(double[] sums, double chiSquare, int degrees) {

    /** The probability of a larger statistic if the groups do not differ; with two groups the two-sided one. */
    public double p() {
        return ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare);
    }

    /**
     * For two groups the standard normal statistic that has the sign of one group's sum.
     *
     * @throws IllegalStateException with more than two groups
     */
    public double z(int group) {
        if (degrees != 1) {
            throw new IllegalStateException(
                    "Only a comparison of two groups has a sign, but there are " + sums.length + " groups");
        }
        return Math.copySign(Math.sqrt(chiSquare), sums[group]);
    }
}
