package org.trabecula.statistics.repeated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.statistics.matrix.Products;

/** Every derivative that was worked out on paper, against differences of the function itself. */
class DerivativesTest {
    private static final int VISITS = 4;

    @ParameterizedTest
    @EnumSource
    void score_and_information_are_the_slopes_of_the_restricted_likelihood(CovarianceStructure structure) {
        var likelihood = new RestrictedLikelihood(data(), structure.shape());
        double[] t = structure.shape().near(sigma());
        Curve curve = likelihood.curve(likelihood.at(t).orElseThrow());
        for (int a = 0; a < t.length; a++) {
            double step = 1e-4 * Math.abs(t[a]);
            double[] up = t.clone();
            double[] down = t.clone();
            up[a] += step;
            down[a] -= step;
            var above = likelihood.at(up).orElseThrow();
            var below = likelihood.at(down).orElseThrow();
            assertThat(curve.score()[a])
                    .isCloseTo(
                            (above.value() - below.value()) / (2 * step),
                            within(1e-5 * (1 + Math.abs(curve.score()[a]))));
            double[] steep = likelihood.curve(above).score();
            double[] flat = likelihood.curve(below).score();
            for (int b = 0; b < t.length; b++) {
                double slope = (flat[b] - steep[b]) / (2 * step);
                assertThat(curve.observed()[a][b]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
            }
        }
    }

    @Test
    void the_elements_of_a_matrix_multiply_as_the_whole_does() {
        // Dense products are the witness; S has two elements, a diagonal, or all.
        double[][] a = sigma();
        double[][] two = new double[VISITS][VISITS];
        two[3][1] = 0.7;
        two[1][3] = 0.7;
        for (double[][] s : List.of(two, Products.identity(VISITS), Products.times(a, a), new double[VISITS][VISITS])) {
            Elements elements = Elements.of(s);
            double[][] expected = Products.times(Products.times(a, s), a);
            double trace = 0;
            for (int row = 0; row < VISITS; row++) {
                assertThat(elements.between(a)[row]).containsExactly(expected[row], within(1e-9));
                trace += Products.times(s, a)[row][row];
            }
            assertThat(elements.traceWith(a)).isCloseTo(trace, within(1e-9));
        }
    }

    /** S = D L L' D from logarithms of standard deviations and the lower triangle of L. */
    @Test
    void unstructured_working_parameters() {
        double[] working = {1.1, 0.9, 1.2, 1.0, 0.4, -0.2, 0.5, 0.3, 0.1, 0.6};
        check(new Unstructured(), working, DerivativesTest::cholesky);
    }

    @Test
    void toeplitz_working_parameters() {
        check(
                new ByDistance(ByDistance.Kind.TOEPLITZ),
                new double[] {1.1, 0.9, 0.5, 0.3},
                phi -> byDistance(phi[0], distance -> distance == 0 ? 1 : ratio(phi[distance])));
    }

    @Test
    void compound_symmetry_working_parameters() {
        check(
                new ByDistance(ByDistance.Kind.COMPOUND_SYMMETRY),
                new double[] {1.1, 0.4},
                phi -> byDistance(
                        phi[0], distance -> distance == 0 ? 1 : (1 + 1.0 / 3) / (1 + Math.exp(-phi[1])) - 1.0 / 3));
    }

    @Test
    void autoregressive_working_parameters() {
        check(
                new Autoregressive(),
                new double[] {1.1, 0.8},
                phi -> byDistance(phi[0], distance -> Math.pow(ratio(phi[1]), distance)));
    }

    private interface Map {
        double[][] sigma(double[] working);
    }

    private static void check(Shape shape, double[] working, Map map) {
        var random = new SplittableRandom(5);
        double[] t = shape.near(map.sigma(working));
        double[][] jacobian = shape.jacobian(t, VISITS);
        for (int trial = 0; trial < 5; trial++) {
            double[] direction = random.doubles(working.length, -1, 1).toArray();
            double step = 1e-4;
            double[][] here = map.sigma(working);
            double[][] up = map.sigma(moved(working, direction, step));
            double[][] down = map.sigma(moved(working, direction, -step));
            double[] turned = Products.times(jacobian, direction);
            double[] above = shape.near(up);
            double[] below = shape.near(down);
            for (int a = 0; a < t.length; a++) {
                assertThat(turned[a]).isCloseTo((above[a] - below[a]) / (2 * step), within(1e-5));
            }
            double[][] bend = shape.bendAlong(t, VISITS, direction);
            for (int row = 0; row < VISITS; row++) {
                for (int column = 0; column < VISITS; column++) {
                    assertThat(bend[row][column])
                            .isCloseTo(
                                    (up[row][column] - 2 * here[row][column] + down[row][column]) / (step * step),
                                    within(1e-4));
                }
            }
        }
    }

    private static double[] moved(double[] from, double[] direction, double step) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += step * direction[i];
        }
        return to;
    }

    private static double[][] cholesky(double[] phi) {
        double[][] factor = new double[VISITS][VISITS];
        for (int row = 0, at = VISITS; row < VISITS; row++) {
            for (int column = 0; column <= row; column++) {
                factor[row][column] = Math.exp(phi[row]) * (column == row ? 1 : phi[at++]);
            }
        }
        return Products.times(factor, Products.transpose(factor));
    }

    private interface ByLag {
        double at(int distance);
    }

    private static double[][] byDistance(double logDeviation, ByLag correlation) {
        double[][] sigma = new double[VISITS][VISITS];
        for (int row = 0; row < VISITS; row++) {
            for (int column = 0; column < VISITS; column++) {
                sigma[row][column] = Math.exp(2 * logDeviation) * correlation.at(Math.abs(row - column));
            }
        }
        return sigma;
    }

    private static double ratio(double z) {
        return z / Math.sqrt(1 + z * z);
    }

    private static double[][] sigma() {
        return cholesky(new double[] {1.1, 0.9, 1.2, 1.0, 0.4, 0.2, 0.5, 0.3, 0.1, 0.6});
    }

    /** Thirty subjects with one of seven patterns each, an intercept and two covariates. */
    private static RepeatedMeasures data() {
        var random = new SplittableRandom(3);
        int[] rows = java.util.stream.IntStream.range(0, 30 * VISITS)
                .filter(row -> row / VISITS % 7 == 0 || ((row / VISITS % 7 + 8) >> (row % VISITS) & 1) == 1)
                .toArray();
        double[][] design = new double[rows.length][];
        double[] response = new double[rows.length];
        int[] subject = new int[rows.length];
        int[] visit = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            subject[i] = rows[i] / VISITS;
            visit[i] = rows[i] % VISITS;
            design[i] = new double[] {1, random.nextDouble(), visit[i]};
            response[i] = 4 + 3 * random.nextGaussian() + subject[i] % 5;
        }
        return new RepeatedMeasures(response, design, subject, visit, VISITS);
    }
}
