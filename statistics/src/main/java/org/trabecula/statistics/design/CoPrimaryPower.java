package org.trabecula.statistics.design;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.distribution.BivariateNormal;
import org.trabecula.statistics.distribution.Quantile;

/**
 * The power of two binary endpoints together, in two equal groups, by the large-sample normal test of each. The
 * correlation is that of the two test statistics.
 *
 * <p>Source: Sozu T, Sugimoto T, Hamasaki T, Stat Med 2010;29:2169-2179, with the pooled variance under the hypothesis.
 *
 * @param first both proportions of the first endpoint
 * @param second both proportions of the second endpoint
 * @param members how many in each group
 */
public record CoPrimaryPower(Endpoint first, Endpoint second, double members) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * An endpoint.
     *
     * @param p1 its proportion in the first group
     * @param p2 its proportion in the second group
     */
    public record Endpoint(double p1, double p2) {
        public Endpoint {
            if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1) || p1 * (1 - p1) + p2 * (1 - p2) == 0) {
                throw new IllegalArgumentException(
                        "An endpoint has two proportions that are not both certain, but they are " + p1 + " and " + p2);
            }
        }

        double deviate(double members, double alpha) {
            double pooled = (p1 + p2) / 2;
            double hypothesis = -Quantile.normal(alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled));
            return (Math.abs(p1 - p2) * Math.sqrt(members) - hypothesis) / Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        }
    }

    public CoPrimaryPower {
        if (!(members > 0)) {
            throw new IllegalArgumentException("A group has members, but there are " + members);
        }
    }

    /** The power of each endpoint alone at the two-sided level. */
    public double[] marginal(double alpha) {
        return new double[] {
            NORMAL.cumulativeProbability(first.deviate(members, alpha)),
            NORMAL.cumulativeProbability(second.deviate(members, alpha))
        };
    }

    /** The power to show both, each at the full two-sided level. */
    public double both(double alpha, double correlation) {
        return BivariateNormal.below(first.deviate(members, alpha), second.deviate(members, alpha), correlation);
    }

    /** The power to show at least one, each at half the two-sided level (Bonferroni). */
    public double atLeastOne(double alpha, double correlation) {
        return 1
                - BivariateNormal.below(
                        -first.deviate(members, alpha / 2), -second.deviate(members, alpha / 2), correlation);
    }
}
