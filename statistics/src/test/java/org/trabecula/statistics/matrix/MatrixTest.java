package org.trabecula.statistics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    void models_that_are_stacked_on_each_other_are_eliminated_like_any_matrix() {
        // Blocks along the diagonal and a last block that leans on all of them, as in a chain of models: mostly zeros.
        for (int seed = 0; seed < 200; seed++) {
            double[][] stacked = stacked(1 + chance.nextInt(4), 1 + chance.nextInt(3));
            double[][] kept = Arrays.stream(stacked).map(double[]::clone).toArray(double[][]::new);
            double[][] inverse = Elimination.inverse(stacked).orElseThrow();
            assertNear(Products.times(inverse, stacked), Products.identity(stacked.length));
            double[] b = random(1, stacked.length)[0];
            double[] x = Elimination.solve(stacked, b).orElseThrow();
            assertThat(Products.times(stacked, x)).containsExactly(b, within(1e-8));
            assertThat(x).containsExactly(Products.times(inverse, b), within(1e-8));
            assertThat(stacked).isDeepEqualTo(kept);
        }
    }

    @Test
    void a_stack_with_a_singular_block_is_singular_wherever_the_block_is() {
        for (int block = 0; block < 3; block++) {
            double[][] stacked = stacked(3, 2);
            for (int column = 0; column < stacked.length; column++) {
                stacked[2 * block + 1][column] = -3 * stacked[2 * block][column];
            }
            assertThat(Elimination.inverse(stacked)).isEmpty();
            assertThat(Elimination.solve(stacked, new double[stacked.length])).isEmpty();
        }
    }

    @Test
    void a_row_too_small_to_be_scaled_counts_as_zero_and_never_gives_what_is_no_number() {
        // 1 / 1e-310 is beyond the largest double.
        assertThat(Elimination.solve(new double[][] {{1e-310}}, new double[] {1}))
                .isEmpty();
        assertThat(Elimination.inverse(new double[][] {{1, 0}, {1e-320, 1e-310}}))
                .isEmpty();
        assertThat(Elimination.inverse(new double[][] {{1, 0}, {Double.NaN, 1}}))
                .isEmpty();
    }

    @Test
    void a_solution_that_no_double_holds_is_none() {
        // 1e10 / 1e-300 is beyond the largest double.
        assertThat(Elimination.solve(new double[][] {{1e-300}}, new double[] {1e10}))
                .isEmpty();
        assertThat(Elimination.solve(new double[][] {{1, 0}, {1, 1}}, new double[] {1, Double.NaN}))
                .isEmpty();
        assertThat(Elimination.solve(new double[0][], new double[0])).isPresent();
    }

    @Test
    void four_sums_at_once_come_to_the_same_as_one_and_look_no_further_than_told() {
        for (int length = 0; length < 12; length++) {
            double[] one = random(1, length + 2)[0];
            double[] other = random(1, length + 2)[0];
            double expected = Products.dot(Arrays.copyOf(one, length), Arrays.copyOf(other, length));
            assertThat(Products.dot(one, other, length)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void many_right_sides_at_once_are_solved_as_each_alone() {
        Cholesky factored = Cholesky.of(Products.cross(random(9, 4), 4)).orElseThrow();
        double[][] sides = random(4, 7);
        double[][] alone = Products.transpose(sides);
        for (double[] side : alone) {
            factored.forward(side);
        }
        factored.forward(sides);
        assertNear(sides, Products.transpose(alone));
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

    private double[][] stacked(int models, int size) {
        double[][] all = random(models * size + 1, models * size + 1);
        for (int row = 0; row < models * size; row++) {
            for (int column = 0; column < all.length; column++) {
                all[row][column] = row / size == column / size ? all[row][column] : 0;
            }
        }
        return all;
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
