package org.trabecula.statistics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private final RandomGenerator chance =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);

    @Test
    void the_inverse_times_the_matrix_is_the_identity() {
        for (int size = 1; size <= 12; size++) {
            double[][] symmetric = Products.cross(random(size + 5, size), size);
            double[][] inverse = Cholesky.of(symmetric).orElseThrow().inverse();
            assertNear(Products.times(inverse, symmetric), Products.identity(size));
            double[][] any = random(size, size);
            assertNear(Products.times(Elimination.inverse(any).orElseThrow(), any), Products.identity(size));
        }
    }

    @Test
    void the_factor_gives_the_matrix_back() {
        double[][] symmetric = Products.cross(random(9, 4), 4);
        double[][] lower = Cholesky.of(symmetric).orElseThrow().factors();
        assertNear(Products.times(lower, Products.transpose(lower)), symmetric);
    }

    @Test
    void a_solution_in_two_steps_is_a_solution() {
        double[][] symmetric = Products.cross(random(9, 4), 4);
        Cholesky factored = Cholesky.of(symmetric).orElseThrow();
        double[] b = {1, -2, 3, 0.5};
        double[] x = b.clone();
        factored.solve(x);
        assertThat(Products.times(symmetric, x)).containsExactly(b, within(1e-10));
        double[] half = b.clone();
        factored.forward(half);
        assertThat(Products.dot(half, half)).isCloseTo(Products.dot(b, x), within(1e-10));
    }

    @Test
    void the_logarithm_of_a_determinant_is_that_of_the_product_of_pivots() {
        // det [[4, 2], [2, 3]] = 8, by hand.
        assertThat(Cholesky.of(new double[][] {{4, 2}, {2, 3}}).orElseThrow().logDeterminant())
                .isCloseTo(Math.log(8), within(1e-14));
    }

    @Test
    void a_column_that_repeats_others_makes_the_matrix_singular_in_any_unit() {
        for (double unit : new double[] {1e-6, 1, 1e6}) {
            double[][] rows = random(20, 3);
            for (double[] row : rows) {
                row[2] = unit * (row[0] + 2 * row[1]);
            }
            double[][] symmetric = Products.cross(rows, 3);
            assertThat(Cholesky.of(symmetric)).isEmpty();
        }
        assertThat(Elimination.inverse(new double[][] {{1, 2}, {2, 4}})).isEmpty();
        assertThat(Elimination.inverse(new double[][] {{0, 0}, {2, 4}})).isEmpty();
    }

    @Test
    void what_is_not_positive_definite_or_not_a_number_has_no_factor() {
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.POSITIVE_INFINITY}})).isEmpty();
    }

    @Test
    void a_workspace_forgets_the_matrix_before() {
        Cholesky work = Cholesky.ofSize(2);
        assertThat(work.factor(new double[] {1, 2, 2, 1})).isFalse();
        assertThat(work.factor(new double[] {4, 2, 2, 3})).isTrue();
        assertThat(work.inverse()[0][0]).isCloseTo(3.0 / 8, within(1e-15));
    }

    private double[][] random(int rows, int columns) {
        double[][] all = new double[rows][columns];
        for (double[] row : all) {
            for (int column = 0; column < columns; column++) {
                row[column] = chance.nextGaussian();
            }
        }
        return all;
    }

    private static void assertNear(double[][] actual, double[][] expected) {
        assertThat(actual).hasNumberOfRows(expected.length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).containsExactly(expected[row], within(1e-8));
        }
    }
}
