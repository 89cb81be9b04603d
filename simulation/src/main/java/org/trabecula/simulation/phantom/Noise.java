package org.trabecula.simulation.phantom;

import java.util.SplittableRandom;

/**
 * Noise as a reconstruction leaves it: neighbours correlated, little of it at the lowest frequencies (ramp) and none at the highest
 * (window). One tile serves all images, each from another place.
 */
final class Noise {
    private static final int SIZE = 512;
    private static final int MASK = SIZE - 1;
    private final float[] tile;

    /** @param sharpness standard deviation of its window, pixels */
    Noise(long seed, double sharpness) {
        SplittableRandom chance = new SplittableRandom(seed);
        float[] white = new float[SIZE * SIZE];
        for (int i = 0; i < white.length; i++) {
            white[i] = (float) chance.nextGaussian();
        }
        float[] fine = Blur.of(white, SIZE, SIZE, sharpness);
        float[] coarse = Blur.of(white, SIZE, SIZE, sharpness * 2.5);
        for (int i = 0; i < fine.length; i++) {
            fine[i] -= 0.8f * coarse[i];
        }
        tile = Texture.normal(fine);
    }

    /** Standard deviation 1. */
    float at(int column, int row, long place) {
        int x = (int) (place * 131 + (place >> 9)) + column;
        int y = (int) (place * 57) + row;
        return tile[(y & MASK) * SIZE + (x & MASK)];
    }
}
