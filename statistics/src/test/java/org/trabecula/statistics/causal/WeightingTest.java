package org.trabecula.statistics.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.estimating.FewUnits;
import org.trabecula.statistics.resample.Philox;

class WeightingTest {

    @ParameterizedTest
    @EnumSource
    void a_weights_slope_is_its_derivative(Weighting weighting) {
        for (double predictor : new double[] {-2, -0.3, 0.4, 1.7}) {
            for (boolean treated : new boolean[] {true, false}) {
                double step = 1e-5;
                double numeric = (weighting.weight(treated, logistic(predictor + step), 0.3)
                                - weighting.weight(treated, logistic(predictor - step), 0.3))
                        / (2 * step);
                assertThat(weighting.slope(treated, logistic(predictor), 0.3)).isCloseTo(numeric, within(1e-8));
                double tilt = (weighting.tilt(logistic(predictor + step)) - weighting.tilt(logistic(predictor - step)))
                        / (2 * step);
                assertThat(weighting.tiltSlope(logistic(predictor))).isCloseTo(tilt, within(1e-8));
            }
        }
    }

    @Test
    void overlap_weights_balance_every_mean_exactly() {
        // Li, Morgan and Zaslavsky 2018, theorem 3.
        Cohort cohort = Cohort.of(150, 1, 0);
        double[] weights = cohort.score().weights(Weighting.OVERLAP);
        for (int column = 1; column < 3; column++) {
            int own = column;
            double[] covariate =
                    Arrays.stream(cohort.rows()).mapToDouble(row -> row[own]).toArray();
            Balance balance = Balance.of(covariate, cohort.treated(), weights).orElseThrow();
            assertThat(balance.difference().orElseThrow()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void the_difference_alone_is_that_of_the_whole_balance() {
        Cohort cohort = Cohort.of(60, 3, 0);
        double[] weights = cohort.score().weights(Weighting.OVERLAP);
        double[] covariate =
                Arrays.stream(cohort.rows()).mapToDouble(row -> 3 + row[1]).toArray();
        assertThat(Balance.difference(covariate, cohort.treated(), weights).orElseThrow())
                .isEqualTo(Balance.of(covariate, cohort.treated(), weights)
                        .orElseThrow()
                        .difference());
    }

    @Test
    void what_is_the_same_in_everybody_does_not_differ_by_its_rounding() {
        // The mean of ten times 0.1 is not 0.1 to the last digit, and rounding divided by rounding looks like a number.
        double[] same = new double[23];
        Arrays.fill(same, 0.1);
        boolean[] arms = new boolean[same.length];
        Arrays.fill(arms, 0, 10, true);
        double[] weights = new double[same.length];
        Arrays.setAll(weights, unit -> 1 / (1.3 + unit));
        Balance balance = Balance.of(same, arms, weights).orElseThrow();
        assertThat(balance.difference()).isEmpty();
        assertThat(balance.varianceRatio()).isEmpty();
    }

    @Test
    void a_covariate_that_is_not_a_number_for_somebody_is_refused_and_not_averaged() {
        boolean[] arms = {true, true, false, false};
        double[] equal = {1, 1, 1, 1};
        assertThatThrownBy(() -> Balance.of(new double[] {1, Double.NaN, 2, 3}, arms, equal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> Balance.difference(
                        new double[] {1, 2, 2, 3}, arms, new double[] {1, 1, Double.POSITIVE_INFINITY, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
    }

    @Test
    void an_arm_whose_weight_lies_on_one_value_alone_has_no_variance_left_by_rounding() {
        // 0.7 x 0.1 / 0.7 is not 0.1 to the last digit; with one unit that rounding would be divided by zero.
        boolean[] arms = {true, true, true, false, false, false};
        double[] covariate = {0.1, 0.1, 0.3, 2, 5, 9};
        for (double second : new double[] {0, 0.7, 1e-17}) {
            double[] weights = {0.7, second, 0, 1, 1, 1};
            for (boolean turned : new boolean[] {false, true}) {
                boolean[] treated = turned ? new boolean[] {false, false, false, true, true, true} : arms;
                Balance balance = Balance.of(covariate, treated, weights).orElseThrow();
                assertThat(turned ? balance.controlMean() : balance.treatedMean())
                        .isEqualTo(0.1);
                assertThat(balance.varianceRatio()).isEmpty();
                assertThat(balance.difference()).isPresent();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_covariates_every_weighting_gives_the_plain_difference_and_its_error(Weighting weighting) {
        Cohort cohort = Cohort.table(12, 18, 9, 31);
        WeightedComparison comparison = WeightedComparison.of(cohort.score(), cohort.outcome(), weighting)
                .orElseThrow();
        double error = Math.sqrt(0.4 * 0.6 / 30 + 0.225 * 0.775 / 40);
        assertThat(comparison.means().difference().value()).isCloseTo(0.4 - 0.225, within(1e-12));
        assertThat(comparison.means().difference().standardError()).isCloseTo(error, within(1e-12));
        assertThat(comparison.fixedWeightsError()).isCloseTo(error, within(1e-12));
        assertThat(AugmentedWeighting.of(cohort.score(), cohort.rows(), cohort.events(), weighting)
                        .orElseThrow()
                        .difference()
                        .standardError())
                .isCloseTo(error, within(1e-10));
        // The 2 x 2 table's own log odds ratio and Woolf's error.
        var odds = comparison.means().oddsRatio().orElseThrow();
        assertThat(odds.value()).isCloseTo(12.0 * 31 / (18 * 9), within(1e-10));
        assertThat(odds.standardError()).isCloseTo(Math.sqrt(1 / 12.0 + 1 / 18.0 + 1 / 9.0 + 1 / 31.0), within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TREATED")
    void swapping_the_arms_turns_the_sign_only(Weighting weighting) {
        Cohort cohort = Cohort.of(120, 2, 0.5);
        Cohort other = cohort.relabelled();
        var one = WeightedComparison.of(cohort.score(), cohort.outcome(), weighting)
                .orElseThrow()
                .means()
                .difference();
        var two = WeightedComparison.of(other.score(), other.outcome(), weighting)
                .orElseThrow()
                .means()
                .difference();
        assertThat(one.value()).isCloseTo(-two.value(), within(1e-10));
        assertThat(one.standardError()).isCloseTo(two.standardError(), within(1e-10));
    }

    @ParameterizedTest
    @EnumSource
    void order_of_rows_and_units_of_covariates_do_not_matter(Weighting weighting) {
        Cohort cohort = Cohort.of(120, 3, 0.5);
        Cohort other = cohort.rearranged();
        var one = AugmentedWeighting.of(cohort.score(), cohort.rows(), cohort.events(), weighting)
                .orElseThrow()
                .difference();
        var two = AugmentedWeighting.of(other.score(), other.rows(), other.events(), weighting)
                .orElseThrow()
                .difference();
        assertThat(one.value()).isCloseTo(two.value(), within(1e-9));
        assertThat(one.standardError()).isCloseTo(two.standardError(), within(1e-9));
    }

    @Test
    void the_interval_covers_as_often_as_it_says() {
        // The arm has no effect, so 0 is true for any weighting. 500 studies: 0.95 within 3.1 standard errors of
        // 0.0097.
        int studies = 500;
        int covered = 0;
        for (int study = 0; study < studies; study++) {
            Cohort cohort = Cohort.of(200, 1_000 + study, 0);
            covered += WeightedComparison.of(cohort.score(), cohort.outcome(), Weighting.OVERLAP)
                            .orElseThrow()
                            .means()
                            .difference()
                            .interval(0.95)
                            .contains(0)
                    ? 1
                    : 0;
        }
        assertThat((double) covered / studies).isCloseTo(0.95, within(0.03));
    }

    @Test
    void a_resample_of_everybody_once_gives_the_estimate() {
        Cohort cohort = Cohort.of(90, 4, 0.7);
        double[] once = new double[90];
        Arrays.fill(once, 1);
        var refit = new RefittedWeighting(cohort.score(), cohort.outcome(), Weighting.OVERLAP);
        double estimate = WeightedComparison.of(cohort.score(), cohort.outcome(), Weighting.OVERLAP)
                .orElseThrow()
                .means()
                .difference()
                .value();
        assertThat(refit.difference(once).orElseThrow()).isCloseTo(estimate, within(1e-9));
    }

    @Test
    void a_resample_is_the_data_that_were_drawn() {
        Cohort cohort = Cohort.of(90, 5, 0.7);
        double[] times = new double[90];
        Philox chance = Philox.of(9, 0);
        for (int draw = 0; draw < 90; draw++) {
            times[chance.nextInt(90)]++;
        }
        double[][] rows = new double[90][];
        boolean[] treated = new boolean[90];
        boolean[] events = new boolean[90];
        int next = 0;
        for (int unit = 0; unit < 90; unit++) {
            for (int copy = 0; copy < times[unit]; copy++) {
                rows[next] = cohort.rows()[unit];
                treated[next] = cohort.treated()[unit];
                events[next++] = cohort.events()[unit];
            }
        }
        Cohort drawn = new Cohort(rows, treated, events);
        double expected = WeightedComparison.of(drawn.score(), drawn.outcome(), Weighting.ENTROPY)
                .orElseThrow()
                .means()
                .difference()
                .value();
        var refit = new RefittedWeighting(cohort.score(), cohort.outcome(), Weighting.ENTROPY);
        // The refit stops when no predictor moves by 1e-3 any more, which leaves about its square.
        assertThat(refit.difference(times).orElseThrow()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void resamples_spread_as_the_stacked_error_says() {
        Cohort cohort = Cohort.of(400, 6, 0.5);
        var refit = new RefittedWeighting(cohort.score(), cohort.outcome(), Weighting.OVERLAP);
        double[] differences = refit.bootstrap(2_000, replicate -> Philox.of(11, replicate));
        double mean = Arrays.stream(differences).average().orElseThrow();
        double variance = Arrays.stream(differences)
                        .map(one -> (one - mean) * (one - mean))
                        .sum()
                / 1_999;
        double stacked = WeightedComparison.of(cohort.score(), cohort.outcome(), Weighting.OVERLAP)
                .orElseThrow()
                .means()
                .difference()
                .standardError();
        // The spread of 2,000 resamples has a relative error of 1.6 %; the two methods differ by less than 5 % at n =
        // 400.
        assertThat(Math.sqrt(variance) / stacked).isCloseTo(1, within(0.08));
    }

    @Test
    void a_resample_whose_arms_are_told_apart_has_no_difference() {
        Cohort cohort = Cohort.of(90, 4, 0.7);
        double[] oneArm = new double[90];
        for (int unit = 0; unit < 90; unit++) {
            oneArm[unit] = cohort.treated()[unit] ? 1 : 0;
        }
        var refit = new RefittedWeighting(cohort.score(), cohort.outcome(), Weighting.OVERLAP);
        assertThat(refit.difference(oneArm)).isEmpty();
        assertThat(refit.difference(new double[90])).isEmpty();
    }

    @Test
    void arms_without_anybody_or_without_overlap_have_no_score() {
        assertThat(cause(PropensityScore.fit(new double[][] {{1}, {1}}, new boolean[] {true, true})))
                .isEqualTo(Cause.EMPTY_CELL);
        assertThat(cause(PropensityScore.fit(new double[][] {{1}}, new boolean[] {false})))
                .isEqualTo(Cause.EMPTY_CELL);
        assertThat(cause(PropensityScore.fit(new double[0][], new boolean[0]))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(PropensityScore.fit(
                        new double[][] {{1, 1}, {1, 2}, {1, 3}, {1, 4}}, new boolean[] {false, false, true, true})))
                .isEqualTo(Cause.SEPARATION);
    }

    @Test
    void a_term_that_tells_the_arms_apart_in_part_needs_the_penalty() {
        // Three of ten treated have what no control has, so that its coefficient has no maximum.
        double[][] rows = new double[20][];
        boolean[] treated = new boolean[20];
        double[] outcome = new double[20];
        for (int unit = 0; unit < 20; unit++) {
            treated[unit] = unit < 10;
            rows[unit] = new double[] {1, unit < 3 ? 1 : 0};
            outcome[unit] = unit % 2;
        }
        assertThat(cause(PropensityScore.fit(rows, treated))).isEqualTo(Cause.SEPARATION);
        PropensityScore score = PropensityScore.penalised(rows, treated).orElseThrow();
        // Firth's penalty adds half a unit to each cell of a saturated table: 3.5 of 4 and 7.5 of 18.
        assertThat(score.scores()[0]).isCloseTo(3.5 / 4, within(1e-9));
        assertThat(score.scores()[19]).isCloseTo(7.5 / 18, within(1e-9));
        assertThat(WeightedComparison.of(score, outcome, Weighting.OVERLAP)
                        .orElseThrow()
                        .means()
                        .difference()
                        .standardError())
                .isPositive();
    }

    @Test
    void the_penalty_makes_no_overlap_where_there_is_none() {
        assertThat(cause(PropensityScore.penalised(
                        new double[][] {{1, 1}, {1, 2}, {1, 3}, {1, 4}}, new boolean[] {false, false, true, true})))
                .isEqualTo(Cause.SEPARATION);
    }

    @Test
    void an_arm_without_events_has_a_difference_but_no_ratio() {
        Cohort cohort = Cohort.table(0, 10, 5, 10);
        PotentialMeans means = WeightedComparison.of(cohort.score(), cohort.outcome(), Weighting.EVERYBODY)
                .orElseThrow()
                .means();
        assertThat(means.difference().value()).isCloseTo(-1.0 / 3, within(1e-12));
        assertThat(means.ratio()).isEmpty();
        assertThat(means.oddsRatio()).isEmpty();
        assertThat(cause(AugmentedWeighting.of(cohort.score(), cohort.rows(), cohort.events(), Weighting.EVERYBODY)))
                .isEqualTo(Cause.SEPARATION);
    }

    @Test
    void the_corrections_for_few_units_are_those_of_a_mean() {
        // Without covariates a unit of an arm has the leverage 1/n: n/(n - 1) makes the variance of a mean unbiased.
        // The
        // jackknife of a mean has (n/(n - 1))², here with (N - 1)/N of all 70 units; one step of Newton's, which moves
        // the
        // score and the means together, comes within two hundredths of it.
        Cohort cohort = Cohort.table(12, 18, 9, 31);
        double leverage = Math.sqrt(0.4 * 0.6 / 29 + 0.225 * 0.775 / 39);
        double jackknife = Math.sqrt((0.4 * 0.6 / 29 * 30 / 29 + 0.225 * 0.775 / 39 * 40 / 39) * 69 / 70);
        assertThat(error(cohort, FewUnits.LEVERAGE)).isCloseTo(leverage, within(1e-12));
        assertThat(error(cohort, FewUnits.ONE_STEP_JACKKNIFE) / jackknife).isCloseTo(1, within(0.02));
    }

    @Test
    void the_one_step_jackknife_is_near_the_jackknife_that_fits_everything_anew() {
        Cohort cohort = Cohort.of(90, 4, 0.7);
        var refit = new RefittedWeighting(cohort.score(), cohort.outcome(), Weighting.OVERLAP);
        double[] times = new double[90];
        Arrays.fill(times, 1);
        double[] without = new double[90];
        for (int unit = 0; unit < 90; unit++) {
            times[unit] = 0;
            without[unit] = refit.difference(times).orElseThrow();
            times[unit] = 1;
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares =
                Arrays.stream(without).map(one -> (one - mean) * (one - mean)).sum();
        // One step of Newton's instead of all: the errors differ by less than two hundredths.
        assertThat(error(cohort, FewUnits.ONE_STEP_JACKKNIFE) / Math.sqrt(squares * 89 / 90))
                .isCloseTo(1, within(0.02));
    }

    private static double error(Cohort cohort, FewUnits correction) {
        return WeightedComparison.corrected(cohort.score(), cohort.outcome(), Weighting.OVERLAP, correction)
                .orElseThrow()
                .difference()
                .standardError();
    }

    @Test
    void with_firths_penalty_an_arm_without_events_is_augmented_too() {
        // Without covariates the weighted residuals give back what the penalty added: 0/10 - 5/15, and the error of
        // 5/15.
        Cohort cohort = Cohort.table(0, 10, 5, 10);
        PotentialMeans means = AugmentedWeighting.penalised(
                        cohort.score(), cohort.rows(), cohort.events(), Weighting.OVERLAP)
                .orElseThrow();
        assertThat(means.difference().value()).isCloseTo(-1.0 / 3, within(1e-12));
        assertThat(means.difference().standardError()).isCloseTo(Math.sqrt(1 / 3.0 * 2 / 3 / 15), within(1e-12));
    }

    @Test
    void firths_penalty_hardly_matters_where_there_are_many_events() {
        // The penalty moves coefficients by about 1/n and risks, whose residuals are put back, by less.
        Cohort cohort = Cohort.of(2_000, 12, 0.5);
        var plain = AugmentedWeighting.of(cohort.score(), cohort.rows(), cohort.events(), Weighting.OVERLAP)
                .orElseThrow()
                .difference();
        var penalised = AugmentedWeighting.penalised(cohort.score(), cohort.rows(), cohort.events(), Weighting.OVERLAP)
                .orElseThrow()
                .difference();
        assertThat(penalised.value()).isCloseTo(plain.value(), within(1e-4));
        assertThat(penalised.standardError()).isCloseTo(plain.standardError(), within(1e-4));
    }

    @Test
    void a_covariate_that_does_not_vary_has_no_standardised_difference() {
        boolean[] arms = {true, true, false, false};
        double[] equal = {1, 1, 1, 1};
        Balance balance = Balance.of(new double[] {7, 7, 7, 7}, arms, equal).orElseThrow();
        assertThat(balance.difference()).isEmpty();
        assertThat(balance.varianceRatio()).isEmpty();
        assertThat(balance.kolmogorov()).isEqualTo(0);
        assertThat(cause(Balance.of(new double[] {1, 2}, new boolean[] {true, true}, new double[] {1, 1})))
                .isEqualTo(Cause.EMPTY_CELL);
        // A single treated unit has no variance.
        assertThat(Balance.of(new double[] {1, 2, 5}, new boolean[] {true, false, false}, new double[] {1, 1, 1})
                        .orElseThrow()
                        .difference())
                .isEmpty();
    }

    @Test
    void effective_size_is_the_number_of_units_when_weights_are_equal() {
        PropensityScore score = Cohort.table(3, 4, 5, 6).score();
        assertThat(score.effectiveSize(score.weights(Weighting.EVERYBODY), true))
                .isCloseTo(7, within(1e-9));
        assertThat(score.effectiveSize(score.weights(Weighting.OVERLAP), false)).isCloseTo(11, within(1e-9));
        assertThat(score.concordance()).isEqualTo(0.5);
    }

    @Test
    void an_outcome_for_each_unit_is_required() {
        PropensityScore score = Cohort.table(3, 4, 5, 6).score();
        assertThatThrownBy(() -> WeightedComparison.of(score, new double[3], Weighting.OVERLAP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("18 units and 3 outcomes");
    }

    private static Cause cause(Outcome<?> outcome) {
        return ((Outcome.Missing<?>) outcome).shortfall().cause();
    }

    private static double logistic(double predictor) {
        return 1 / (1 + Math.exp(-predictor));
    }
}
