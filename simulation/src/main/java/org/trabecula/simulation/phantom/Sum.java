package org.trabecula.simulation.phantom;

import java.util.Arrays;

/**
 * Adds up weighted stretches of arrays, in the order in which they come. Four at a time are laid side by side first: only what lies at the
 * same place of several arrays does the JDK's compiler add with the processor's wide registers, which here is worth a factor of five.
 */
final class Sum {
    private static final int TOGETHER = 4;

    private final float[] total;
    private final float[][] stretches;
    private final float[] weights = new float[TOGETHER];
    private int waiting;

    Sum(int length) {
        this.total = new float[length];
        this.stretches = new float[TOGETHER][length];
    }

    void add(float weight, float[] from, int start) {
        System.arraycopy(from, start, stretches[waiting], 0, total.length);
        weights[waiting++] = weight;
        if (waiting == TOGETHER) {
            addAll();
        }
    }

    private void addAll() {
        add(total, stretches[0], stretches[1], stretches[2], stretches[3], weights);
        Arrays.fill(weights, 0);
        waiting = 0;
    }

    private static void add(
            float[] total, float[] first, float[] second, float[] third, float[] fourth, float[] weights) {
        float one = weights[0];
        float two = weights[1];
        float three = weights[2];
        float four = weights[3];
        for (int i = 0; i < total.length; i++) {
            total[i] = total[i] + one * first[i] + two * second[i] + three * third[i] + four * fourth[i];
        }
    }

    /** Puts what has come so far there, and begins anew. */
    void into(float[] to, int start) {
        if (waiting > 0) {
            addAll();
        }
        System.arraycopy(total, 0, to, start, total.length);
        Arrays.fill(total, 0);
    }
}
