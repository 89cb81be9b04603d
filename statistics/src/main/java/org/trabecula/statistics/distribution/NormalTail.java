package org.trabecula.statistics.distribution;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The logarithm of normal tail probabilities, which has digits where the probability itself is no double any more. */
public final class NormalTail {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private NormalTail() {}

    /** The natural logarithm of the probability of a standard normal value above {@code z}. R: {@code pnorm(log.p = TRUE)}. */
    public static double logAbove(double z) {
        return z > 1
                ? Math.log(Erfcx.value(z / Math.sqrt(2)) / 2) - z * z / 2
                : Math.log1p(-NORMAL.cumulativeProbability(z));
    }
}
