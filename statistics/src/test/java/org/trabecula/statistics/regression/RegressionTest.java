package org.trabecula.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.resample.Philox;

class RegressionTest {

    @Test
    void the_logarithm_of_a_logistic_keeps_its_last_digits_everywhere() {
        // The library's log1p is the witness; far out log(1 / (1 + exp(-t))) is t below and -exp(-t) above.
        for (double t = -60; t <= 60; t += 0.0173) {
            double expected = t < 0 ? t - Math.log1p(Math.exp(t)) : -Math.log1p(Math.exp(-t));
            assertThat(LogisticSolver.logOfLogistic(t)).isCloseTo(expected, within(4 * Math.ulp(expected)));
        }
        assertThat(LogisticSolver.logOfLogistic(0)).isCloseTo(-Math.log(2), within(Math.ulp(1.0)));
        assertThat(LogisticSolver.logOfLogistic(-800)).isEqualTo(-800);
        assertThat(LogisticSolver.logOfLogistic(700)).isEqualTo(-Math.exp(-700));
        assertThat(LogisticSolver.logOfLogistic(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LogisticSolver.logOfLogistic(Double.POSITIVE_INFINITY)).isZero();
    }

    @Test
    void a_table_gives_its_own_log_odds_ratio_and_its_error() {
        // 2 x 2 table 10/20 against 5/25: log odds ratio log(10*20/(10*5)) and Woolf's variance, by hand.
        var data = table(10, 10, 5, 20);
        LogisticFit fit = LogisticRegression.fit(data.rows, data.response).orElseThrow();
        assertThat(fit.coefficients()[1]).isCloseTo(Math.log(4), within(1e-12));
        assertThat(fit.standardErrors()[1])
                .isCloseTo(Math.sqrt(1.0 / 10 + 1.0 / 10 + 1.0 / 5 + 1.0 / 20), within(1e-12));
        assertThat(fit.fitted()[0]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_weight_of_three_is_three_units() {
        var once = simulated(40, 1);
        double[] weights = new double[40];
        Arrays.setAll(weights, unit -> unit % 4);
        double[][] rows = new double[60][];
        boolean[] response = new boolean[60];
        int next = 0;
        for (int unit = 0; unit < 40; unit++) {
            for (int copy = 0; copy < unit % 4; copy++) {
                rows[next] = once.rows[unit];
                response[next++] = once.response[unit];
            }
        }
        assertThat(LogisticRegression.fit(once.rows, once.response, weights)
                        .orElseThrow()
                        .coefficients())
                .containsExactly(
                        LogisticRegression.fit(rows, response).orElseThrow().coefficients(), within(1e-9));
    }

    @Test
    void units_of_a_covariate_and_order_of_rows_do_not_matter() {
        for (int seed = 0; seed < 20; seed++) {
            var data = simulated(60, seed);
            double[] plain = LogisticRegression.fit(data.rows, data.response)
                    .orElseThrow()
                    .coefficients();
            double[][] scaled = new double[60][];
            boolean[] response = new boolean[60];
            for (int unit = 0; unit < 60; unit++) {
                double[] row = data.rows[59 - unit];
                scaled[unit] = new double[] {1, row[1] * 1e5, row[2] / 1e5};
                response[unit] = data.response[59 - unit];
            }
            double[] other =
                    LogisticRegression.fit(scaled, response).orElseThrow().coefficients();
            assertThat(other[1] * 1e5).isCloseTo(plain[1], within(1e-9));
            assertThat(other[2] / 1e5).isCloseTo(plain[2], within(1e-9));
        }
    }

    @Test
    void separation_is_said_and_not_iterated_into() {
        assertMissing(LogisticRegression.fit(column(1, 2, 3, 4), flags(0, 0, 1, 1)), Cause.SEPARATION);
        assertMissing(LogisticRegression.fit(column(1, 2, 2, 3), flags(0, 0, 1, 1)), Cause.SEPARATION);
        assertMissing(LogisticRegression.fit(column(1, 2, 3, 4), flags(0, 0, 0, 0)), Cause.SEPARATION);
        assertMissing(LogisticRegression.fit(column(1), flags(1)), Cause.SINGULAR);
        // A zero cell: every unit of one group has the event.
        var zero = table(10, 0, 5, 20);
        assertMissing(LogisticRegression.fit(zero.rows, zero.response), Cause.SEPARATION);
    }

    @Test
    void an_overlap_of_one_unit_is_enough_for_a_finite_estimate() {
        LogisticFit fit = LogisticRegression.fit(column(1, 2, 3, 4, 5, 5.1), flags(0, 0, 0, 1, 0, 1))
                .orElseThrow();
        assertThat(fit.coefficients()[1]).isPositive().isFinite();
        // At the maximum fitted probabilities sum to the number of events.
        assertThat(Arrays.stream(fit.fitted()).sum()).isCloseTo(2, within(1e-9));
    }

    @Test
    void collinear_columns_and_no_units_have_no_fit() {
        double[][] rows = {{1, 2, 4}, {1, 3, 6}, {1, 5, 10}, {1, 7, 14}};
        assertMissing(LogisticRegression.fit(rows, flags(0, 1, 0, 1)), Cause.SINGULAR);
        assertMissing(FirthRegression.fit(rows, flags(0, 1, 0, 1)), Cause.SINGULAR);
        assertMissing(LinearRegression.fit(rows, new double[] {1, 2, 3, 5}), Cause.SINGULAR);
        assertMissing(LogisticRegression.fit(new double[0][], new boolean[0]), Cause.TOO_FEW);
        assertMissing(FirthRegression.fit(new double[0][], new boolean[0]), Cause.TOO_FEW);
        assertMissing(LinearRegression.fit(column(1, 2), new double[] {1, 2}), Cause.TOO_FEW);
    }

    @Test
    void wrong_arguments_are_faults() {
        assertThatThrownBy(() -> LogisticRegression.fit(column(1, 2), flags(1)))
                .hasMessageContaining("a row for each response");
        assertThatThrownBy(() -> LogisticRegression.fit(column(1, Double.NaN), flags(1, 0)))
                .hasMessageContaining("row 1, column 1");
        assertThatThrownBy(() -> LogisticRegression.fit(column(1, 2), flags(1, 0), new double[] {1, -1}))
                .hasMessageContaining("not negative");
        assertThatThrownBy(() -> LinearRegression.fit(column(1, 2), new double[] {1, Double.NaN}))
                .hasMessageContaining("number 1");
    }

    @Test
    void firth_adds_a_half_to_each_cell_of_a_table() {
        // For a saturated 2 x 2 model the penalty adds 1/2 to each cell (Firth 1993, section 3.3).
        var data = table(7, 0, 3, 6);
        FirthRegression model = FirthRegression.fit(data.rows, data.response).orElseThrow();
        assertThat(model.estimate().coefficients()[1]).isCloseTo(Math.log(7.5 * 6.5 / (0.5 * 3.5)), within(1e-9));
        assertThat(model.interval(1, 0.95)
                        .orElseThrow()
                        .contains(model.estimate().coefficients()[1]))
                .isTrue();
    }

    @Test
    void a_profile_limit_is_where_the_ratio_test_has_its_level() {
        var data = simulated(40, 5);
        FirthRegression model = FirthRegression.fit(data.rows, data.response).orElseThrow();
        double p = model.test(1).orElseThrow().p();
        var touching = model.interval(1, 1 - p).orElseThrow();
        double b = model.estimate().coefficients()[1];
        assertThat(b > 0 ? touching.lower() : touching.upper()).isCloseTo(0, within(1e-6));
    }

    @Test
    void turning_the_response_round_turns_the_signs() {
        var data = simulated(50, 3);
        boolean[] turned = new boolean[50];
        for (int unit = 0; unit < 50; unit++) {
            turned[unit] = !data.response[unit];
        }
        FirthRegression one = FirthRegression.fit(data.rows, data.response).orElseThrow();
        FirthRegression other = FirthRegression.fit(data.rows, turned).orElseThrow();
        assertThat(one.estimate().coefficients()[2]).isCloseTo(-other.estimate().coefficients()[2], within(1e-9));
        assertThat(one.interval(2, 0.9).orElseThrow().lower())
                .isCloseTo(-other.interval(2, 0.9).orElseThrow().upper(), within(1e-8));
    }

    @Test
    void least_squares_gives_the_certified_line() {
        // NIST Statistical Reference Datasets, Norris: slope 1.00211681802045, intercept -0.262323073774029,
        // residual standard deviation 0.884796396144373.
        double[] y = {
            0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3,
            448.9, 10.8, 557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6,
            228.9, 668.4, 449.2, 0.2
        };
        double[] x = {
            0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0,
            447.5, 11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3,
            229.2, 669.1, 448.9, 0.5
        };
        LinearFit fit = LinearRegression.fit(column(x), y).orElseThrow();
        assertThat(fit.coefficients()[1]).isCloseTo(1.00211681802045, within(1e-12));
        assertThat(fit.coefficients()[0]).isCloseTo(-0.262323073774029, within(1e-11));
        assertThat(Math.sqrt(fit.residualVariance())).isCloseTo(0.884796396144373, within(1e-12));
        // Standard errors from the same certificate.
        assertThat(Math.sqrt(fit.variances()[1])).isCloseTo(0.429796848199937E-03, within(1e-14));
    }

    private static void assertMissing(Outcome<?> outcome, Cause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.shortfall().cause()).isEqualTo(cause));
    }

    private record Data(double[][] rows, boolean[] response) {}

    /** Two groups with so many events and non-events each; the column is 1 in the first group. */
    private static Data table(int events1, int others1, int events0, int others0) {
        int n = events1 + others1 + events0 + others0;
        double[][] rows = new double[n][];
        boolean[] response = new boolean[n];
        for (int unit = 0; unit < n; unit++) {
            boolean first = unit < events1 + others1;
            rows[unit] = new double[] {1, first ? 1 : 0};
            response[unit] = first ? unit < events1 : unit < events1 + others1 + events0;
        }
        return new Data(rows, response);
    }

    private static Data simulated(int n, int seed) {
        Philox chance = Philox.of(seed, 0);
        double[][] rows = new double[n][];
        boolean[] response = new boolean[n];
        for (int unit = 0; unit < n; unit++) {
            rows[unit] = new double[] {1, chance.nextGaussian(), chance.nextGaussian()};
            response[unit] = chance.nextDouble() < LogisticFit.probability(rows[unit], new double[] {0.2, 0.5, -0.5});
        }
        return new Data(rows, response);
    }

    private static double[][] column(double... x) {
        return Arrays.stream(x).mapToObj(one -> new double[] {1, one}).toArray(double[][]::new);
    }

    private static boolean[] flags(int... values) {
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            flags[i] = values[i] == 1;
        }
        return flags;
    }
}
