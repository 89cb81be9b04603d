package org.trabecula.statistics.cluster;

import java.util.SplittableRandom;

/** Clusters of six: an intercept, an arm that alternates between clusters, a position within the cluster. */
final class Drawn {
    private static final int SIZE = 6;

    private Drawn() {}

    static ClusteredUnits of(long seed, int clusters) {
        return of(seed, clusters, 1.2);
    }

    /** @param deviation of the clusters' log odds */
    static ClusteredUnits of(long seed, int clusters, double deviation) {
        var random = new SplittableRandom(seed);
        double[][] rows = new double[clusters * SIZE][];
        boolean[] response = new boolean[rows.length];
        int[] cluster = new int[rows.length];
        double own = 0;
        for (int unit = 0; unit < rows.length; unit++) {
            own = unit % SIZE > 0 ? own : deviation * random.nextGaussian();
            cluster[unit] = unit / SIZE;
            rows[unit] = new double[] {1, cluster[unit] % 2, unit % SIZE};
            double odds = Math.exp(-1 + 0.5 * rows[unit][1] + 0.2 * rows[unit][2] + own);
            response[unit] = random.nextDouble() < odds / (1 + odds);
        }
        return new ClusteredUnits(rows, response, cluster);
    }
}
