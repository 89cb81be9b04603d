package org.trabecula.statistics.censored;

import java.util.Optional;
import org.trabecula.statistics.matrix.Cholesky;

/** The information about some parameters when others are unknown as well. */
final class Schur {
    private Schur() {}

    /**
     * C - B A⁻¹ B' of the matrix whose upper left part is A.
     *
     * @param lower the lower triangle of the whole matrix, row by row
     * @param unknown how many rows A has
     * @param wanted how many rows C has
     * @return the complement; empty when A is singular
     */
    static Optional<double[][]> complement(double[] lower, int unknown, int wanted) {
        int size = unknown + wanted;
        double[] a = new double[unknown * unknown];
        for (int row = 0; row < unknown; row++) {
            System.arraycopy(lower, row * size, a, row * unknown, row + 1);
        }
        var factored = Cholesky.ofSize(unknown);
        if (!factored.factor(a)) {
            return Optional.empty();
        }
        double[][] half = new double[wanted][unknown];
        double[][] complement = new double[wanted][wanted];
        for (int row = 0; row < wanted; row++) {
            System.arraycopy(lower, (unknown + row) * size, half[row], 0, unknown);
            factored.forward(half[row]);
            for (int column = 0; column <= row; column++) {
                double sum = lower[(unknown + row) * size + unknown + column];
                for (int k = 0; k < unknown; k++) {
                    sum -= half[row][k] * half[column][k];
                }
                complement[row][column] = sum;
                complement[column][row] = sum;
            }
        }
        return Optional.of(complement);
    }
}
