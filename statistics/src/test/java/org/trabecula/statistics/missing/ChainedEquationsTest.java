package org.trabecula.statistics.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.regression.LinearRegression;
import org.trabecula.statistics.resample.Philox;

class ChainedEquationsTest {
    private static final double NONE = Double.NaN;

    @ParameterizedTest
    @EnumSource
    void what_was_seen_stays_and_everything_is_filled_in(ImputationMethod method) {
        double[][] data = data(80, 1, method);
        double[][] filled = impute(data, method, 3, 0);
        for (int column = 0; column < data.length; column++) {
            for (int row = 0; row < 80; row++) {
                double seen = data[column][row];
                assertThat(filled[column][row]).isFinite();
                assertThat(Double.isNaN(seen) || seen == filled[column][row]).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_says_everything(ImputationMethod method) {
        double[][] data = data(50, 2, method);
        assertThat(impute(data, method, 2, 7)).isDeepEqualTo(impute(data, method, 2, 7));
        assertThat(Arrays.deepEquals(impute(data, method, 2, 7), impute(data, method, 2, 8)))
                .isFalse();
    }

    @Test
    void matching_gives_only_values_that_were_seen() {
        double[][] data = data(60, 3, ImputationMethod.MATCHING);
        double[][] filled = impute(data, ImputationMethod.MATCHING, 5, 0);
        for (int column = 0; column < data.length; column++) {
            assertThat(data[column]).contains(filled[column]);
        }
    }

    @Test
    void the_nearest_five_are_drawn_alike_and_no_other() {
        double[] predictions = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] values = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
        Philox chance = Philox.of(1, 1);
        int[] drawn = new int[20];
        for (int k = 0; k < 5_000; k++) {
            drawn[(int) new Donors(predictions, values, chance).near(4.1, chance)]++;
        }
        // 2, 3, 4, 5, 6 are nearest to 4.1; 1,000 each, standard deviation 28.
        for (int value = 10; value < 20; value++) {
            boolean near = value >= 12 && value <= 16;
            assertThat(drawn[value]).isBetween(near ? 880 : 0, near ? 1_120 : 0);
        }
        assertThat(new Donors(predictions, values, chance).near(-3, chance)).isBetween(10.0, 14.0);
        assertThat(new Donors(new double[] {-1, -2}, new double[] {5, 6}, chance).near(0, chance))
                .isIn(5.0, 6.0);
    }

    @Test
    void equal_predictions_are_drawn_alike() {
        double[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Philox chance = Philox.of(2, 1);
        int[] drawn = new int[10];
        for (int k = 0; k < 10_000; k++) {
            drawn[(int) new Donors(new double[10], values, chance).near(0, chance)]++;
        }
        // 1,000 each, standard deviation 30.
        assertThat(Arrays.stream(drawn).min().orElseThrow()).isGreaterThan(870);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isLessThan(1_130);
    }

    @Test
    void pooled_regressions_find_the_truth_where_complete_cases_do_not() {
        // y = x + noise; y is missing the more often the larger x is. The mean of y is 0; complete cases put it below.
        int size = 400;
        double[][] data = new double[2][size];
        Philox chance = Philox.of(5, 0);
        double seen = 0;
        int count = 0;
        for (int row = 0; row < size; row++) {
            data[0][row] = chance.nextGaussian();
            data[1][row] = data[0][row] + 0.5 * chance.nextGaussian();
            if (chance.nextDouble() < 1 / (1 + Math.exp(-2 * data[0][row]))) {
                data[1][row] = NONE;
            } else {
                seen += data[1][row];
                count++;
            }
        }
        double pooled = 0;
        for (int k = 0; k < 20; k++) {
            pooled += Arrays.stream(impute(data, ImputationMethod.NORMAL, 5, k)[1])
                            .sum()
                    / size
                    / 20;
        }
        double sample = Arrays.stream(data[0]).sum() / size;
        assertThat(seen / count).isLessThan(-0.3);
        // The residual means of 400 and of 20 imputations leave a standard deviation near 0.04.
        assertThat(pooled).isCloseTo(sample, within(0.13));
    }

    @Test
    void pooled_intervals_cover_as_often_as_they_say() {
        // The slope is 1; a third of y is missing at random. 300 studies: 0.95 within 3.2 standard errors of 0.0126.
        int covered = 0;
        for (int study = 0; study < 300; study++) {
            Philox chance = Philox.of(study, 99);
            double[][] data = new double[2][60];
            for (int row = 0; row < 60; row++) {
                data[0][row] = chance.nextGaussian();
                data[1][row] = data[0][row] + chance.nextGaussian();
                data[1][row] = chance.nextDouble() < 1.0 / 3 ? NONE : data[1][row];
            }
            covered += covers(data) ? 1 : 0;
        }
        assertThat(covered / 300.0).isCloseTo(0.95, within(0.04));
    }

    private static boolean covers(double[][] data) {
        int imputations = 10;
        double[] slopes = new double[imputations];
        double[] variances = new double[imputations];
        for (int k = 0; k < imputations; k++) {
            double[][] filled = impute(data, ImputationMethod.NORMAL, 2, k);
            double[][] rows =
                    Arrays.stream(filled[0]).mapToObj(x -> new double[] {1, x}).toArray(double[][]::new);
            var fit = LinearRegression.fit(rows, filled[1]).orElseThrow();
            slopes[k] = fit.coefficients()[1];
            variances[k] = fit.variances()[1];
        }
        return Pooled.of(slopes, variances, 58).orElseThrow().interval(0.95).contains(1);
    }

    @Test
    void drawn_variances_have_the_mean_and_variance_of_chi_square() {
        for (double degrees : new double[] {1, 2, 7, 40}) {
            Philox chance = Philox.of(3, (long) degrees);
            int draws = 40_000;
            double sum = 0;
            double squares = 0;
            for (int k = 0; k < draws; k++) {
                double one = ChiSquareDraw.next(degrees, chance);
                sum += one / draws;
                squares += one * one / draws;
            }
            // Mean k, variance 2k; five standard errors of each.
            assertThat(sum).isCloseTo(degrees, within(5 * Math.sqrt(2 * degrees / draws)));
            double error = Math.sqrt((8 * degrees * degrees + 48 * degrees) / draws);
            assertThat(squares - sum * sum).isCloseTo(2 * degrees, within(5 * error));
        }
    }

    @Test
    void a_column_that_is_separated_or_collinear_is_still_imputed() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] twice = Arrays.stream(x).map(one -> 2 * one).toArray();
        double[] separated = {0, 0, 0, NONE, 1, 1, 1, NONE};
        double[] constant = {3, 3, 3, 3, 3, 3, 3, 3};
        double[][] data = {x, twice, separated, constant};
        for (ImputationMethod method : ImputationMethod.values()) {
            var methods = List.of(ImputationMethod.NORMAL, ImputationMethod.NORMAL, method, ImputationMethod.NORMAL);
            double[][] filled =
                    ChainedEquations.of(data, methods, 3).orElseThrow().impute(Philox.of(1, 0));
            assertThat(filled[2][7]).isFinite();
        }
    }

    @Test
    void one_column_alone_is_drawn_from_itself() {
        double[][] data = {{1, 2, NONE, 4}};
        assertThat(impute(data, ImputationMethod.MATCHING, 2, 0)[0][2]).isIn(1.0, 2.0, 4.0);
    }

    @Test
    void columns_without_anything_seen_have_no_imputation() {
        var methods = List.of(ImputationMethod.NORMAL, ImputationMethod.NORMAL);
        assertThat(cause(ChainedEquations.of(new double[][] {{1, 2}, {NONE, NONE}}, methods, 5)))
                .isEqualTo(Cause.ALL_MISSING);
        assertThat(cause(ChainedEquations.of(new double[][] {{1, 2}, {NONE, 3}}, methods, 5)))
                .isEqualTo(Cause.TOO_FEW);
        assertThat(cause(ChainedEquations.of(new double[2][0], methods, 5))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(ChainedEquations.of(new double[0][], List.of(), 5))).isEqualTo(Cause.TOO_FEW);
        assertThatThrownBy(() -> ChainedEquations.of(new double[2][2], methods, 0))
                .hasMessageContaining("at least one round");
        assertThatThrownBy(() -> ChainedEquations.of(new double[1][2], methods, 1))
                .hasMessageContaining("1 columns and 2 methods");
        assertThatThrownBy(() -> ChainedEquations.of(new double[][] {{1, 2}}, List.of(ImputationMethod.LOGISTIC), 1))
                .hasMessageContaining("0 or 1");
    }

    private static double[][] impute(double[][] data, ImputationMethod method, int rounds, int stream) {
        return ChainedEquations.of(data, Collections.nCopies(data.length, method), rounds)
                .orElseThrow()
                .impute(Philox.of(42, stream));
    }

    /** Three related columns, a fifth of each missing; zeros and ones for the logistic method. */
    private static double[][] data(int size, int seed, ImputationMethod method) {
        Philox chance = Philox.of(seed, 0);
        double[][] data = new double[3][size];
        for (int row = 0; row < size; row++) {
            double common = chance.nextGaussian();
            for (double[] column : data) {
                double value = common + chance.nextGaussian();
                column[row] = method == ImputationMethod.LOGISTIC ? (value > 0 ? 1 : 0) : value;
                column[row] = chance.nextDouble() < 0.2 ? NONE : column[row];
            }
        }
        return data;
    }

    private static Cause cause(Outcome<?> outcome) {
        return ((Outcome.Missing<?>) outcome).shortfall().cause();
    }
}
