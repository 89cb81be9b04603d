package org.trabecula.statistics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpectrumTest {
    @Test
    void values_and_vectors_put_the_matrix_together_again() {
        var random = new SplittableRandom(13);
        for (int n = 1; n <= 20; n++) {
            double[][] rows = new double[n + 2][];
            int columns = n;
            Arrays.setAll(rows, row -> random.doubles(columns, -1, 1).toArray());
            double[][] positive = Products.cross(rows, n);
            double[][] root = Spectrum.of(positive).apply(Math::sqrt);
            double[][] square = Products.times(root, root);
            positive[0][n - 1] -= 3;
            positive[n - 1][0] = positive[0][n - 1];
            double[][] again = Spectrum.of(positive).apply(value -> value);
            for (int row = 0; row < n; row++) {
                assertThat(again[row]).containsExactly(positive[row], within(1e-12 * n));
            }
            square[0][n - 1] -= 3;
            square[n - 1][0] = square[0][n - 1];
            for (int row = 0; row < n; row++) {
                assertThat(square[row]).containsExactly(positive[row], within(1e-12 * n));
            }
        }
    }

    /** 2 on the diagonal, -1 beside it: the eigenvalues are 2 - 2 cos(k pi / (n + 1)). */
    @Test
    void finds_known_eigenvalues() {
        double[] values = Spectrum.of(new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}})
                .values()
                .clone();
        Arrays.sort(values);
        assertThat(values).containsExactly(new double[] {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)}, within(1e-14));
    }
}
