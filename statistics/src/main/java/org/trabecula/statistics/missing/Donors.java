package org.trabecula.statistics.missing;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Units in the order of their predictions, equal ones in random order, so that the nearest few are found by halving. A
 * prediction's last bits make room for the unit's number, which lets one sort of primitive numbers do it all.
 */
final class Donors {
    private static final int NEAREST = 5;

    private final double[] predictions;
    private final double[] values;

    Donors(double[] predictions, double[] values, RandomGenerator chance) {
        int size = predictions.length;
        int[] shuffled = new int[size];
        for (int k = 0; k < size; k++) {
            int other = chance.nextInt(k + 1);
            shuffled[k] = shuffled[other];
            shuffled[other] = k;
        }
        long room = Long.highestOneBit(Math.max(1, size)) * 2 - 1;
        long[] keys = new long[size];
        for (int place = 0; place < size; place++) {
            keys[place] = (sortable(predictions[shuffled[place]]) & ~room) | place;
        }
        Arrays.sort(keys);
        this.predictions = new double[size];
        this.values = new double[size];
        for (int k = 0; k < size; k++) {
            int unit = shuffled[(int) (keys[k] & room)];
            this.predictions[k] = predictions[unit];
            this.values[k] = values[unit];
        }
    }

    /** A value of one of the five units whose predictions are nearest, or of all when they are fewer. */
    double near(double prediction, RandomGenerator chance) {
        int from = Math.min(values.length, place(prediction));
        int to = from;
        for (int count = Math.min(NEAREST, values.length); count > 0; count--) {
            boolean left = from > 0
                    && (to == values.length || prediction - predictions[from - 1] <= predictions[to] - prediction);
            if (left) {
                from--;
            } else {
                to++;
            }
        }
        return values[from + chance.nextInt(to - from)];
    }

    /** How many predictions are below. */
    private int place(double prediction) {
        int low = 0;
        int high = predictions.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (predictions[middle] < prediction) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Bits in the order of the numbers that they stand for. */
    private static long sortable(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }
}
