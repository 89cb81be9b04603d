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
        int reach = kernel.length / 2;
        float[] across = new float[image.length];
        float[] wide = new float[columns + 2 * reach];
        Sum sum = new Sum(columns);
        for (int row = 0; row < rows; row++) {
            widen(image, row * columns, columns, reach, wide);
            for (int k = 0; k < kernel.length; k++) {
                sum.add(kernel[k], wide, k);
            }
            sum.into(across, row * columns);
        }
        float[] down = new float[image.length];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < kernel.length; k++) {
                sum.add(kernel[k], across, Math.clamp(row + k - reach, 0, rows - 1) * columns);
            }
            sum.into(down, row * columns);
        }
        return down;
    }

    private static void widen(float[] image, int start, int columns, int reach, float[] wide) {
        System.arraycopy(image, start, wide, reach, columns);
        for (int i = 0; i < reach; i++) {
            wide[i] = image[start];
            wide[reach + columns + i] = image[start + columns - 1];
        }
    }
}
