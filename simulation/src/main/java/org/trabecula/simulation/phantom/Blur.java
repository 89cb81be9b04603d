package org.trabecula.simulation.phantom;

/** Gaussian smoothing. */
final class Blur {
    private Blur() {}

    /** @param sigma in cells; the weights add up to 1 */
    static float[] kernel(double sigma) {
        int reach = Math.max(1, (int) Math.ceil(3 * sigma));
        float[] kernel = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return kernel;
    }

    /** Both ways; beyond an edge it goes on as at the edge. */
    static float[] of(float[] image, int columns, int rows, double sigma) {
        float[] kernel = kernel(sigma);
        float[] across = new float[image.length];
        for (int row = 0; row < rows; row++) {
            line(image, across, row * columns, 1, columns, kernel);
        }
        float[] down = new float[image.length];
        for (int column = 0; column < columns; column++) {
            line(across, down, column, columns, rows, kernel);
        }
        return down;
    }

    private static void line(float[] from, float[] to, int start, int stride, int length, float[] kernel) {
        int reach = kernel.length / 2;
        for (int i = 0; i < length; i++) {
            float sum = 0;
            if (i >= reach && i < length - reach) {
                int at = start + (i - reach) * stride;
                for (float weight : kernel) {
                    sum += weight * from[at];
                    at += stride;
                }
            } else {
                for (int k = -reach; k <= reach; k++) {
                    sum += kernel[k + reach] * from[start + Math.clamp(i + k, 0, length - 1) * stride];
                }
            }
            to[start + i * stride] = sum;
        }
    }
}
