package org.trabecula.statistics.censored;

import java.util.Arrays;

/**
 * The innermost intervals of censored times: those from a left end to a right end with no other end between. The
 * likelihood is largest only if all probability lies in them, and each subject's interval covers a run of them.
 *
 * <p>Between, before and after the m intervals lie m + 1 <em>cuts</em>; a subject's event falls between the cut
 * {@code low} and the cut {@code high}. Ends at one time are ordered: the left end of an exact time, then right ends,
 * which belong to their interval, then left ends, which do not.
 *
 * <p>Source: Turnbull BW, J R Stat Soc B 1976;38:290-295.
 *
 * @param left the left ends, increasing
 * @param right the right ends, increasing; the last may be infinite
 * @param low for each subject the cut before its first interval
 * @param high for each subject the cut after its last interval
 */
record Innermost(double[] left, double[] right, int[] low, int[] high) {

    /** How many intervals. */
    int size() {
        return left.length;
    }

    static Innermost of(CensoredTimes times) {
        int n = times.size();
        double[] values = distinct(times);
        int[] start = new int[n];
        int[] end = new int[n];
        boolean[] closes = new boolean[values.length];
        boolean[] opensAt = new boolean[values.length];
        boolean[] opensAfter = new boolean[values.length];
        for (int i = 0; i < n; i++) {
            start[i] = Arrays.binarySearch(values, times.left()[i] + 0.0);
            end[i] = Arrays.binarySearch(values, times.right()[i] + 0.0);
            closes[end[i]] = true;
            (times.exact(i) ? opensAt : opensAfter)[start[i]] = true;
        }
        double[] left = new double[values.length];
        double[] right = new double[values.length];
        int[] before = new int[values.length];
        int[] within = new int[values.length];
        int columns = 0;
        double open = Double.NaN;
        for (int u = 0; u < values.length; u++) {
            before[u] = columns;
            open = opensAt[u] ? values[u] : open;
            if (closes[u] && !Double.isNaN(open)) {
                left[columns] = open;
                right[columns++] = values[u];
                open = Double.NaN;
            }
            within[u] = columns;
            open = opensAfter[u] ? values[u] : open;
        }
        for (int i = 0; i < n; i++) {
            start[i] = times.exact(i) ? before[start[i]] : within[start[i]];
            end[i] = within[end[i]];
        }
        return new Innermost(Arrays.copyOf(left, columns), Arrays.copyOf(right, columns), start, end);
    }

    /** All ends in order, each once; adding zero turns a negative zero into the usual one. */
    private static double[] distinct(CensoredTimes times) {
        int n = times.size();
        double[] all = new double[2 * n];
        for (int i = 0; i < n; i++) {
            all[2 * i] = times.left()[i] + 0.0;
            all[2 * i + 1] = times.right()[i] + 0.0;
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < all.length; i++) {
            if (kept == 0 || all[i] != all[kept - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }
}
