package org.trabecula.simulation.phantom;

import java.util.Arrays;

/**
 * What a digital detector and its processing make of line integrals: photons, scatter and blur, then a logarithm, less of what is coarse
 * and more of what is fine, and the range that fits. What is coarse is taken from beside the metal, so that no screw stands in a dark
 * seam that is not there.
 */
final class Development {
    private static final double BLUR_MM = 0.25;
    private static final double COARSE_MM = 12;
    private static final int EVERY = 8;
    private static final double SCATTER = 0.0008;
    private static final double GRAIN = 0.003;
    private static final float KEPT_OF_COARSE = 0.06f;
    private static final float GAIN = 4;
    /** The logarithm behind the thinnest part of a trunk that is of interest. */
    private static final float THINNEST = 2;

    private static final int PER_UNIT = 512;
    private static final int DEEPEST = 30;
    private static final int STEPS = 4096;

    private final int columns;
    private final int rows;
    private final double pixel;
    private final Noise noise;
    /** The logarithm that arrives behind so much attenuation, and the deviation of its noise. */
    private final float[] measured = new float[DEEPEST * PER_UNIT];

    private final float[] grain = new float[DEEPEST * PER_UNIT];

    Development(int columns, int rows, double pixel, long seed) {
        this.columns = columns;
        this.rows = rows;
        this.pixel = pixel;
        this.noise = new Noise(seed, 0.8);
        for (int step = 0; step < measured.length; step++) {
            double signal = Math.exp(-(step + 0.5) / PER_UNIT) + SCATTER;
            measured[step] = (float) -Math.log(signal);
            grain[step] = (float) (GRAIN * Math.sqrt(0.01 / signal));
        }
    }

    short[] of(float[] path, long seed) {
        float[] sharp = Blur.of(path, columns, rows, Math.max(0.3, BLUR_MM / pixel));
        float[] log = new float[sharp.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                int step = Math.clamp((int) (sharp[i] * PER_UNIT), 0, measured.length - 1);
                log[i] = measured[step] + grain[step] * noise.at(column, row, seed);
            }
        }
        float[] coarse = coarse(log);
        float[] shown = new float[log.length];
        for (int i = 0; i < shown.length; i++) {
            float detail = log[i] - coarse[i];
            shown[i] = KEPT_OF_COARSE * coarse[i] + detail / (1 + GAIN * Math.abs(detail));
        }
        return ranged(shown, log);
    }

    /** Wide smoothing over what is not metal, on every eighth pixel. */
    private float[] coarse(float[] image) {
        float metal = quantile(image, 0.75) + 0.5f;
        int wide = (columns + EVERY - 1) / EVERY + 1;
        int high = (rows + EVERY - 1) / EVERY + 1;
        float[] weighted = new float[wide * high];
        float[] weight = new float[wide * high];
        for (int j = 0; j < high; j++) {
            for (int i = 0; i < wide; i++) {
                float value = image[Math.min(rows - 1, j * EVERY) * columns + Math.min(columns - 1, i * EVERY)];
                weight[j * wide + i] = value < metal ? 1 : 0.02f;
                weighted[j * wide + i] = weight[j * wide + i] * Math.min(value, metal);
            }
        }
        double sigma = COARSE_MM / pixel / EVERY;
        float[] smooth = Blur.of(weighted, wide, high, sigma);
        float[] share = Blur.of(weight, wide, high, sigma);
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] /= share[i];
        }
        return Coarse.spread(smooth, wide, EVERY, columns, rows);
    }

    /** What is beside the body may be as black, and metal as white, as it comes out. */
    private static short[] ranged(float[] shown, float[] log) {
        float[] body = body(shown, log);
        float low = quantile(body, 0.01);
        float high = quantile(body, 0.96);
        short[] stored = new short[shown.length];
        for (int i = 0; i < stored.length; i++) {
            double share = (shown[i] - low) / (high - low);
            stored[i] = (short) Math.clamp(Math.round(XRay.WHITE * (0.06 + 0.84 * share)), 0, XRay.WHITE);
        }
        return stored;
    }

    private static float[] body(float[] shown, float[] log) {
        float[] body = new float[shown.length];
        int count = 0;
        for (int i = 0; i < shown.length; i++) {
            if (log[i] > THINNEST) {
                body[count++] = shown[i];
            }
        }
        return count < 2 ? shown : Arrays.copyOf(body, count);
    }

    /** To a thousandth of the range. */
    private static float quantile(float[] values, double share) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        int[] counts = new int[STEPS + 1];
        float scale = STEPS / Math.max(1e-6f, high - low);
        for (float value : values) {
            counts[(int) ((value - low) * scale)]++;
        }
        long wanted = Math.round(share * values.length);
        int step = 0;
        for (long below = counts[0]; below < wanted && step < STEPS; below += counts[step]) {
            step++;
        }
        return low + step / scale;
    }
}
