package org.trabecula.statistics.survival;

import java.util.Arrays;

/**
 * Stretches of observation {@code (entry, exit]}, each ending with the event or without. A subject whose covariates change
 * has several that follow on each other. The arrays are the caller's and must not be changed afterwards.
 *
 * @param entry when observation begins; negative infinity for "from the outset"
 * @param exit when it ends, finite and after {@code entry}
 * @param event whether it ends with the event
 */
public record FollowUp(double[] entry, double[] exit, boolean[] event) {
    /** @throws IllegalArgumentException if the columns differ in length, or a stretch has no length or no end */
    public FollowUp {
        if (entry.length != exit.length || exit.length != event.length) {
            throw new IllegalArgumentException("Each stretch needs entry, exit and event, but there are " + entry.length
                    + ", " + exit.length + " and " + event.length);
        }
        for (int i = 0; i < exit.length; i++) {
            if (!(entry[i] < exit[i] && exit[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A stretch ends at a finite time after it begins, but number "
                        + (i + 1) + " is (" + entry[i] + ", " + exit[i] + "]");
            }
        }
    }

    /** Observation from the outset. */
    public static FollowUp from(double[] time, boolean[] event) {
        double[] entry = new double[time.length];
        Arrays.fill(entry, Double.NEGATIVE_INFINITY);
        return new FollowUp(entry, time, event);
    }

    /** How many stretches. */
    public int size() {
        return exit.length;
    }

    /** How many events. */
    public int events() {
        int sum = 0;
        for (boolean one : event) {
            sum += one ? 1 : 0;
        }
        return sum;
    }

    /** The stretches whose numbers (from 0) are listed, in that order. */
    public FollowUp at(int[] rows) {
        return new FollowUp(
                Arrays.stream(rows).mapToDouble(row -> entry[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> exit[row]).toArray(),
                flags(rows));
    }

    private boolean[] flags(int[] rows) {
        boolean[] flags = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            flags[i] = event[rows[i]];
        }
        return flags;
    }

    /** The row numbers in the order of a column; equal ones stay in their order. */
    static int[] order(double[] column) {
        double[] values = new double[column.length];
        Arrays.setAll(values, i -> column[i] + 0.0);
        Arrays.sort(values);
        int kept = 0;
        int[] next = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            if (kept == 0 || values[i] != values[kept - 1]) {
                next[kept] = i;
                values[kept++] = values[i];
            }
        }
        int[] order = new int[column.length];
        for (int i = 0; i < order.length; i++) {
            order[next[Arrays.binarySearch(values, 0, kept, column[i] + 0.0)]++] = i;
        }
        return order;
    }
}
