package org.trabecula.statistics.describe;

/**
 * The nine definitions of a sample's quantile, of which programs use different ones. R's default is type 7; SAS's
 * (PCTLDEF=5) is type 2; SPSS's is type 6.
 *
 * <p>Source: Hyndman RJ, Fan Y, Am Stat 1996;50:361-365. R: {@code quantile(type =)}, with its slack of four units in the
 * last place.
 */
public enum SampleQuantile {
    /** The inverse of the empirical distribution function. */
    TYPE_1,
    /** The same, averaging where it is flat. */
    TYPE_2,
    /** The nearest even order statistic (an old SAS definition). */
    TYPE_3,
    /** Linear in the empirical distribution function. */
    TYPE_4,
    /** Linear between the middles of its steps. */
    TYPE_5,
    /** Linear in the expected ranks, k/(n + 1). */
    TYPE_6,
    /** Linear in the modes of ranks, (k - 1)/(n - 1). */
    TYPE_7,
    /** Nearly the median of ranks, whatever the distribution. */
    TYPE_8,
    /** Nearly the expected rank of a normal distribution. */
    TYPE_9;

    private static final double SLACK = 4 * Math.ulp(1.0);

    /**
     * The quantile.
     *
     * @param sorted the sample by size, not empty
     * @param p the share below, in [0, 1]
     * @throws IllegalArgumentException if the sample is empty or {@code p} outside
     */
    public double of(double[] sorted, double p) {
        if (sorted.length == 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "A quantile needs a sample and a share in [0, 1], but they are " + sorted.length + " and " + p);
        }
        int n = sorted.length;
        return switch (this) {
            case TYPE_1 -> stepped(sorted, n * p, 1, false);
            case TYPE_2 -> stepped(sorted, n * p, 0.5, false);
            case TYPE_3 -> stepped(sorted, n * p - 0.5, 0, true);
            case TYPE_4 -> linear(sorted, p, 0, 1);
            case TYPE_5 -> linear(sorted, p, 0.5, 0.5);
            case TYPE_6 -> linear(sorted, p, 0, 0);
            case TYPE_7 -> linear(sorted, p, 1, 1);
            case TYPE_8 -> linear(sorted, p, 1 / 3.0, 1 / 3.0);
            case TYPE_9 -> linear(sorted, p, 3 / 8.0, 3 / 8.0);
        };
    }

    private static double stepped(double[] sorted, double rank, double between, boolean even) {
        double below = Math.floor(rank + SLACK);
        boolean beyond = rank > below + SLACK;
        double share;
        if (even) {
            share = beyond || ((long) below) % 2 != 0 ? 1 : 0;
        } else {
            share = beyond ? 1 : between == 1 ? 0 : between;
        }
        return mixed(sorted, below, share);
    }

    private static double linear(double[] sorted, double p, double a, double b) {
        double rank = a + p * (sorted.length + 1 - a - b);
        double below = Math.floor(rank + SLACK);
        double share = rank - below;
        return mixed(sorted, below, Math.abs(share) < SLACK ? 0 : share);
    }

    private static double mixed(double[] sorted, double below, double share) {
        double low = at(sorted, below);
        double high = at(sorted, below + 1);
        return share == 0 || low == high ? low : share == 1 ? high : (1 - share) * low + share * high;
    }

    private static double at(double[] sorted, double rank) {
        return sorted[(int) Math.clamp(rank, 1, sorted.length) - 1];
    }
}
