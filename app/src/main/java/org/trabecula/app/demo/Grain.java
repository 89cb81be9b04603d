package org.trabecula.app.demo;

/** Noise that is the same wherever the same seed is: the grain of film, and of bone. */
final class Grain {
    private static final int TILE = 128;
    private static final int MASK = TILE - 1;
    private final float[] tile = new float[TILE * TILE];

    Grain(long seed) {
        long state = seed;
        for (int i = 0; i < tile.length; i++) {
            float sum = 0;
            for (int part = 0; part < 3; part++) {
                state += 0x9E3779B97F4A7C15L;
                sum += (float) ((mixed(state) >>> 40) / (double) (1 << 24));
            }
            // Three uniform numbers make a bell that is near enough: mean 0, standard deviation 1.
            tile[i] = (sum - 1.5f) * 2f;
        }
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** One grain per cell, mean 0, standard deviation 1. */
    float at(int column, int row) {
        return tile[((row & MASK) * TILE) + (column & MASK)];
    }

    /** Grains that run into each other. */
    float smooth(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        float fx = (float) (x - column);
        float fy = (float) (y - row);
        float upper = at(column, row) * (1 - fx) + at(column + 1, row) * fx;
        float lower = at(column, row + 1) * (1 - fx) + at(column + 1, row + 1) * fx;
        return upper * (1 - fy) + lower * fy;
    }
}
