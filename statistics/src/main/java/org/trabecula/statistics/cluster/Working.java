package org.trabecula.statistics.cluster;

/**
 * The inverse of a working correlation matrix R, applied without building it: Sherman and Morrison's formula for a common
 * correlation, three diagonals for an autoregressive one.
 *
 * @param kind which correlation
 * @param alpha its parameter; 0 for independence
 */
record Working(WorkingCorrelation kind, double alpha) {

    /**
     * R^-1 Z for the members of a cluster.
     *
     * @param z rows of equal length, of which the first {@code size} count
     * @param result where to put as many rows
     */
    void solve(double[][] z, int size, double[][] result) {
        switch (kind) {
            case INDEPENDENCE -> copy(z, size, result, 1);
            case EXCHANGEABLE -> exchangeable(z, size, result);
            case AUTOREGRESSIVE -> autoregressive(z, size, result);
        }
    }

    private static void copy(double[][] z, int size, double[][] result, double factor) {
        for (int unit = 0; unit < size; unit++) {
            for (int column = 0; column < z[unit].length; column++) {
                result[unit][column] = factor * z[unit][column];
            }
        }
    }

    private void exchangeable(double[][] z, int size, double[][] result) {
        copy(z, size, result, 1 / (1 - alpha));
        double pull = alpha / (1 + (size - 1) * alpha);
        for (int column = 0; size > 0 && column < z[0].length; column++) {
            double sum = 0;
            for (int unit = 0; unit < size; unit++) {
                sum += result[unit][column];
            }
            for (int unit = 0; unit < size; unit++) {
                result[unit][column] -= pull * sum;
            }
        }
    }

    private void autoregressive(double[][] z, int size, double[][] result) {
        if (size == 1) {
            copy(z, size, result, 1);
            return;
        }
        double rest = 1 - alpha * alpha;
        for (int unit = 0; unit < size; unit++) {
            boolean edge = unit == 0 || unit == size - 1;
            for (int column = 0; column < z[unit].length; column++) {
                double own = (edge ? 1 : 1 + alpha * alpha) * z[unit][column];
                double beside = (unit > 0 ? z[unit - 1][column] : 0) + (unit < size - 1 ? z[unit + 1][column] : 0);
                result[unit][column] = (own - alpha * beside) / rest;
            }
        }
    }
}
