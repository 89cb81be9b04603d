package org.trabecula.statistics.resample;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What is drawn again and together: rows, or clusters of rows, from all of them or within strata. A draw says how often
 * each row was taken.
 */
public final class Resampling {
    private final int[][] strata;
    private final int[] unitOfRow;
    private final boolean clustered;

    private Resampling(int[][] strata, int[] unitOfRow, boolean clustered) {
        this.strata = strata;
        this.unitOfRow = unitOfRow;
        this.clustered = clustered;
    }

    /** Any of so many rows. */
    public static Resampling rows(int rows) {
        return stratified(new int[rows]);
    }

    /**
     * As many rows of each stratum as it has.
     *
     * @param stratum each row's stratum, from 0
     */
    public static Resampling stratified(int[] stratum) {
        int[] own = new int[stratum.length];
        Arrays.setAll(own, row -> row);
        return new Resampling(members(stratum), own, false);
    }

    /**
     * Whole clusters, as many as there are.
     *
     * @param cluster each row's cluster, from 0 without gaps
     */
    public static Resampling clusters(int[] cluster) {
        return clusters(cluster, new int[cluster.length]);
    }

    /**
     * Whole clusters, as many of each stratum as it has.
     *
     * @param cluster each row's cluster, from 0 without gaps
     * @param stratum each row's stratum, from 0, the same for all rows of a cluster
     * @throws IllegalArgumentException if the lengths differ or a cluster lies in two strata
     */
    public static Resampling clusters(int[] cluster, int[] stratum) {
        if (cluster.length != stratum.length) {
            throw new IllegalArgumentException("Each row needs a cluster and a stratum, but there are " + cluster.length
                    + " and " + stratum.length);
        }
        int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
        int[] of = new int[clusters];
        Arrays.fill(of, -1);
        for (int row = 0; row < cluster.length; row++) {
            int known = of[cluster[row]];
            if (known >= 0 && known != stratum[row]) {
                throw new IllegalArgumentException(
                        "Cluster " + cluster[row] + " lies in the strata " + known + " and " + stratum[row]);
            }
            of[cluster[row]] = stratum[row];
        }
        return new Resampling(members(of), cluster.clone(), true);
    }

    private static int[][] members(int[] stratum) {
        int strata = Arrays.stream(stratum).max().orElse(-1) + 1;
        int[] sizes = new int[strata];
        for (int one : stratum) {
            sizes[one]++;
        }
        int[][] members = new int[strata][];
        Arrays.setAll(members, s -> new int[sizes[s]]);
        int[] next = new int[strata];
        for (int unit = 0; unit < stratum.length; unit++) {
            members[stratum[unit]][next[stratum[unit]]++] = unit;
        }
        return members;
    }

    /** How many rows there are. */
    public int size() {
        return unitOfRow.length;
    }

    /** Units, and for each the size of its stratum. */
    int[][] strata() {
        return strata;
    }

    int units() {
        return Arrays.stream(strata).mapToInt(members -> members.length).sum();
    }

    /**
     * Draws.
     *
     * @param times is overwritten with how often each row was drawn
     * @param units work space, as long as there are units
     */
    void draw(int[] times, int[] units, RandomGenerator random) {
        int[] counts = clustered ? units : times;
        Arrays.fill(counts, 0);
        for (int[] members : strata) {
            int size = members.length;
            for (int i = 0; i < size; i++) {
                counts[members[random.nextInt(size)]]++;
            }
        }
        if (clustered) {
            expand(times, units);
        }
    }

    /** All rows once, but those of one unit. */
    void without(int unit, int[] times) {
        for (int row = 0; row < times.length; row++) {
            times[row] = unitOfRow[row] == unit ? 0 : 1;
        }
    }

    private void expand(int[] times, int[] units) {
        for (int row = 0; row < times.length; row++) {
            times[row] = units[unitOfRow[row]];
        }
    }
}
