package org.trabecula.simulation.phantom;

import java.util.SplittableRandom;

/** Grain that runs into each other in three dimensions, mean 0 and standard deviation 1, repeated every few centimetres. Nothing of it is wider than some mm. */
final class Texture {
    private static final int SIZE = 64;
    private static final int MASK = SIZE - 1;
    private static final double CELL = 0.55;
    private static final double SIGMA = 1.1;
    private final float[] tile;
    private final int shift;

    private Texture(float[] tile, int shift) {
        this.tile = tile;
        this.shift = shift;
    }

    Texture(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        float[] white = new float[SIZE * SIZE * SIZE];
        for (int i = 0; i < white.length; i++) {
            white[i] = (float) chance.nextGaussian();
        }
        float[] fine = smooth(white, SIGMA);
        float[] coarse = smooth(white, 3 * SIGMA);
        for (int i = 0; i < fine.length; i++) {
            fine[i] -= coarse[i];
        }
        tile = normal(fine);
        shift = 0;
    }

    /** The same grain in another place. */
    Texture shifted(long by) {
        return new Texture(tile, (int) ((by * 0x9E3779B97F4A7C15L) >>> 40));
    }

    private static float[] smooth(float[] from, double sigma) {
        float[] kernel = Blur.kernel(sigma);
        return smooth(smooth(smooth(from, kernel, 1), kernel, SIZE), kernel, SIZE * SIZE);
    }

    /** Along one direction, round and round. */
    private static float[] smooth(float[] from, float[] kernel, int stride) {
        int reach = kernel.length / 2;
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            int place = i / stride & MASK;
            int start = i - place * stride;
            float sum = 0;
            for (int k = -reach; k <= reach; k++) {
                sum += kernel[k + reach] * from[start + (place + k & MASK) * stride];
            }
            to[i] = sum;
        }
        return to;
    }

    static float[] normal(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(squares / values.length - mean * mean);
        float[] normal = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            normal[i] = (float) ((values[i] - mean) / deviation);
        }
        return normal;
    }

    /** Its mean through a slice. */
    float through(double x, double y, double z, double thickness) {
        return (at(x, y, z - thickness / 3) + at(x, y, z) + at(x, y, z + thickness / 3)) / 3;
    }

    private float at(double x, double y, double z) {
        int i = (int) Math.floor(x / CELL) + shift & MASK;
        int j = (int) Math.floor(y / CELL) + (shift >> 6) & MASK;
        int k = (int) Math.floor(z / CELL) + (shift >> 12) & MASK;
        return tile[(k * SIZE + j) * SIZE + i];
    }
}
