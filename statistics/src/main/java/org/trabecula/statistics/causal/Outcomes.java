package org.trabecula.statistics.causal;

import java.util.Arrays;

/** The rules that outcomes must keep. */
final class Outcomes {
    private Outcomes() {}

    /** @throws IllegalArgumentException if there is not one finite outcome for each unit */
    static void require(double[] outcome, int units) {
        requireLength(outcome.length, units);
        for (int unit = 0; unit < units; unit++) {
            if (!Double.isFinite(outcome[unit])) {
                throw new IllegalArgumentException("An outcome is finite, but unit " + unit + " has " + outcome[unit]);
            }
        }
    }

    /** @throws IllegalArgumentException if there is not one outcome for each unit */
    static void requireLength(int outcomes, int units) {
        if (outcomes != units) {
            throw new IllegalArgumentException(
                    "Each unit has one outcome, but there are " + units + " units and " + outcomes + " outcomes");
        }
    }

    /** True for everybody. */
    static boolean[] everybody(int units) {
        boolean[] all = new boolean[units];
        Arrays.fill(all, true);
        return all;
    }
}
