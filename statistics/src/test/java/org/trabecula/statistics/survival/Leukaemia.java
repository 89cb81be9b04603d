package org.trabecula.statistics.survival;

import java.util.stream.IntStream;

/**
 * Weeks of remission of 42 children with leukaemia, 6-mercaptopurine (group 1) and placebo (group 0): Freireich EJ et
 * al., Blood 1963;21:699-716, as tabled by Cox DR, J R Stat Soc B 1972;34:187-220.
 */
final class Leukaemia {
    private static final double[] TREATED = {
        6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
    };
    private static final boolean[] RELAPSED = {
        true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true, false,
        false, false, false, false
    };
    private static final double[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    private Leukaemia() {}

    static FollowUp treated() {
        return FollowUp.from(TREATED, RELAPSED);
    }

    static FollowUp all() {
        double[] time = new double[42];
        boolean[] event = new boolean[42];
        for (int i = 0; i < 21; i++) {
            time[i] = TREATED[i];
            event[i] = RELAPSED[i];
            time[21 + i] = PLACEBO[i];
            event[21 + i] = true;
        }
        return FollowUp.from(time, event);
    }

    /** 1 for treated. */
    static int[] groups() {
        return IntStream.range(0, 42).map(i -> i < 21 ? 1 : 0).toArray();
    }
}
