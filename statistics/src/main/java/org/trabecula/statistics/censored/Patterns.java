package org.trabecula.statistics.censored;

import java.util.Arrays;

/**
 * The different intervals among the subjects, each with how many have it; ordered by their last cut. With nominal visits
 * there are a handful for any number of subjects.
 *
 * @param low the cut before
 * @param high the cut after
 * @param weight how many subjects
 */
record Patterns(int[] low, int[] high, double[] weight) {

    static Patterns of(Innermost intervals) {
        int n = intervals.low().length;
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (long) intervals.high()[i] << Integer.SIZE | intervals.low()[i];
        }
        Arrays.sort(keys);
        int[] low = new int[n];
        int[] high = new int[n];
        double[] weight = new double[n];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                low[kept] = (int) keys[i];
                high[kept++] = (int) (keys[i] >>> Integer.SIZE);
            }
            weight[kept - 1]++;
        }
        return new Patterns(Arrays.copyOf(low, kept), Arrays.copyOf(high, kept), Arrays.copyOf(weight, kept));
    }

    double subjects() {
        return Arrays.stream(weight).sum();
    }

    Likelihood likelihood(Law law) {
        return new Likelihood(law, low, high, weight, new double[low.length][0]);
    }

    /**
     * Equal masses in the fewest intervals that give everybody a chance: going up, an interval is taken where a subject
     * ends who has none yet.
     */
    Levels stabbing(int intervals) {
        int[] taken = new int[intervals];
        int count = 0;
        for (int i = 0; i < low.length; i++) {
            if (count == 0 || taken[count - 1] < low[i]) {
                taken[count++] = high[i] - 1;
            }
        }
        double[] values = new double[count - 1];
        for (int b = 0; b < values.length; b++) {
            values[b] = (b + 1.0) / count;
        }
        return Levels.of(intervals, Law.UNIFORM, Arrays.copyOf(taken, count), values);
    }
}
