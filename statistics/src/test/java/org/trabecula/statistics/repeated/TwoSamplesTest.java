package org.trabecula.statistics.repeated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class TwoSamplesTest {
    /** Hours of additional sleep under two drugs: Student, Biometrika 1908;6:20 (R's data set {@code sleep}). */
    private static final TwoSamples SLEEP = new TwoSamples(
            new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
            new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});

    /** t = -1.8608, df = 17.776, p = 0.07939, (-3.3654832, 0.2054832): example(t.test) in R's documentation. */
    @Test
    void welch_agrees_with_the_printed_example() {
        Contrast test = SLEEP.welch().orElseThrow();
        assertThat(test.t()).isCloseTo(-1.8608, within(5e-5));
        assertThat(test.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
        assertThat(test.p()).isCloseTo(0.07939, within(5e-6));
        assertThat(test.interval(0.95).lower()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(test.interval(0.95).upper()).isCloseTo(0.2054832, within(5e-8));
    }

    /** By hand: variances 3.200556 and 4.009, pooled 3.604778, so t = -1.58 / sqrt(0.7209556); equal sizes give Welch's t on 18 df. */
    @Test
    void student_has_all_degrees_of_freedom() {
        Contrast test = SLEEP.student().orElseThrow();
        assertThat(test.degreesOfFreedom()).isEqualTo(18);
        assertThat(test.t()).isCloseTo(-1.58 / Math.sqrt(0.7209556), within(1e-6));
        assertThat(SLEEP.standardisedDifference().orElseThrow()).isCloseTo(-1.58 / Math.sqrt(3.604778), within(1e-6));
    }

    /** W and the variance counted by hand over the 100 pairs and the two ties (-0.1, 0.8, 3.4 and 1.6 without). */
    @Test
    void rank_sum_counts_pairs_and_halves_ties() {
        RankSum ranks = SLEEP.rankSum().orElseThrow();
        double w = 0;
        for (double one : SLEEP.first()) {
            for (double other : SLEEP.second()) {
                w += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        assertThat(ranks.w()).isEqualTo(w).isEqualTo(25.5);
        assertThat(ranks.expected()).isEqualTo(50);
        // Three values occur twice: 100/12 (21 - 3 * 6 / (20 * 19)).
        assertThat(ranks.standardError()).isCloseTo(Math.sqrt(100 / 12.0 * (21 - 18 / 380.0)), within(1e-12));
        assertThat(ranks.p(true)).isGreaterThan(ranks.p(false));
    }

    @Test
    void swapping_the_samples_changes_signs_only() {
        var swapped = new TwoSamples(/* first= */ SLEEP.second(), /* second= */ SLEEP.first());
        assertThat(swapped.welch().orElseThrow().estimate())
                .isEqualTo(-SLEEP.welch().orElseThrow().estimate());
        assertThat(swapped.rankSum().orElseThrow().p(true))
                .isCloseTo(SLEEP.rankSum().orElseThrow().p(true), within(1e-14));
        assertThat(swapped.hodgesLehmann().orElseThrow())
                .isEqualTo(-SLEEP.hodgesLehmann().orElseThrow());
        assertThat(swapped.kolmogorovSmirnov().orElseThrow())
                .isEqualTo(SLEEP.kolmogorovSmirnov().orElseThrow());
        assertThat(swapped.varianceRatio().orElseThrow().p())
                .isCloseTo(SLEEP.varianceRatio().orElseThrow().p(), within(1e-12));
        assertThat(swapped.varianceRatio().orElseThrow().value()
                        * SLEEP.varianceRatio().orElseThrow().value())
                .isCloseTo(1, within(1e-12));
    }

    /** By hand: the functions are 2/3 and 0 between 2 and 2.5, ties at 3 count at once. */
    @Test
    void kolmogorov_smirnov_steps_over_ties_at_once() {
        assertThat(new TwoSamples(new double[] {1, 2, 3}, new double[] {3, 2.5, 4, 5})
                        .kolmogorovSmirnov()
                        .orElseThrow())
                .isCloseTo(2 / 3.0, within(1e-15));
        assertThat(new TwoSamples(new double[] {1, 1}, new double[] {1, 1, 1})
                        .kolmogorovSmirnov()
                        .orElseThrow())
                .isZero();
    }

    @Test
    void hard_data_say_what_is_wrong() {
        var empty = new TwoSamples(new double[0], new double[] {1, 2});
        assertThat(cause(empty.welch())).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(empty.student())).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(empty.rankSum())).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(empty.hodgesLehmann())).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(empty.kolmogorovSmirnov())).isEqualTo(Cause.TOO_FEW);
        var single = new TwoSamples(new double[] {1}, new double[] {2});
        assertThat(cause(single.student())).isEqualTo(Cause.TOO_FEW);
        assertThat(single.hodgesLehmann().orElseThrow()).isEqualTo(-1);
        var constant = new TwoSamples(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.1});
        assertThat(cause(constant.welch())).isEqualTo(Cause.SINGULAR);
        assertThat(cause(constant.student())).isEqualTo(Cause.SINGULAR);
        assertThat(cause(constant.rankSum())).isEqualTo(Cause.SINGULAR);
        assertThat(cause(constant.varianceRatio())).isEqualTo(Cause.SINGULAR);
        assertThat(cause(constant.standardisedDifference())).isEqualTo(Cause.SINGULAR);
        assertThatThrownBy(() -> new TwoSamples(new double[] {Double.NaN}, new double[] {1}))
                .hasMessageContaining("finite");
    }

    /** With the arm alone in the model, HC2 is Welch's error; the ordinary error is Student's. */
    @Test
    void covariance_analysis_of_two_groups_is_student_and_welch() {
        CovarianceAnalysis analysis = CovarianceAnalysis.of(arms(), response()).orElseThrow();
        Contrast arm = analysis.coefficient(1).orElseThrow();
        assertThat(arm.t()).isCloseTo(SLEEP.student().orElseThrow().t(), within(1e-12));
        assertThat(arm.p()).isCloseTo(SLEEP.student().orElseThrow().p(), within(1e-12));
        assertThat(analysis.f().orElseThrow()).isCloseTo(arm.t() * arm.t(), within(1e-10));
        assertThat(error(analysis, CovarianceAnalysis.Robust.HC2))
                .isCloseTo(SLEEP.welch().orElseThrow().standardError(), within(1e-12));
        assertThat(error(analysis, CovarianceAnalysis.Robust.HC1))
                .isCloseTo(error(analysis, CovarianceAnalysis.Robust.HC0) * Math.sqrt(20 / 18.0), within(1e-12));
        // In equal groups of ten, HC3 divides by 1 - 1/10 once more than HC2.
        assertThat(error(analysis, CovarianceAnalysis.Robust.HC3))
                .isCloseTo(error(analysis, CovarianceAnalysis.Robust.HC2) / Math.sqrt(0.9), within(1e-12));
    }

    @Test
    void a_unit_that_determines_a_coefficient_alone_has_no_leverage_correction() {
        double[][] rows = new double[6][];
        Arrays.setAll(rows, unit -> new double[] {1, unit == 5 ? 1 : 0});
        CovarianceAnalysis analysis =
                CovarianceAnalysis.of(rows, new double[] {1, 2, 3, 4, 6, 9}).orElseThrow();
        assertThat(analysis.standardErrors(CovarianceAnalysis.Robust.HC1).value())
                .isPresent();
        assertThat(cause(analysis.standardErrors(CovarianceAnalysis.Robust.HC2)))
                .isEqualTo(Cause.SINGULAR);
        assertThat(cause(CovarianceAnalysis.of(rows, new double[6]).then(one -> one.coefficient(0))))
                .isEqualTo(Cause.SINGULAR);
        assertThat(cause(CovarianceAnalysis.of(new double[][] {{1, 2}}, new double[] {1})))
                .isEqualTo(Cause.TOO_FEW);
        assertThat(cause(CovarianceAnalysis.of(new double[][] {{1}, {1}}, new double[] {1, 2})
                        .then(CovarianceAnalysis::f)))
                .isEqualTo(Cause.TOO_FEW);
    }

    /** 1,000 pairs of unequal variance; three standard errors of a share of 0.95 among 1,000 are 0.021. */
    @Test
    void welch_intervals_hold_the_truth_as_often_as_they_say() {
        var random = new SplittableRandom(6);
        int held = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] one = new double[12];
            double[] other = new double[25];
            Arrays.setAll(one, i -> 5 + 3 * random.nextGaussian());
            Arrays.setAll(other, i -> 4 + random.nextGaussian());
            held += new TwoSamples(one, other)
                            .welch()
                            .orElseThrow()
                            .interval(0.95)
                            .contains(1)
                    ? 1
                    : 0;
        }
        assertThat(held / 1000.0).isCloseTo(0.95, within(0.021));
    }

    private static double error(CovarianceAnalysis analysis, CovarianceAnalysis.Robust kind) {
        return analysis.standardErrors(kind).orElseThrow()[1];
    }

    private static double[][] arms() {
        double[][] rows = new double[20][];
        Arrays.setAll(rows, unit -> new double[] {1, unit < 10 ? 1 : 0});
        return rows;
    }

    private static double[] response() {
        double[] all = Arrays.copyOf(SLEEP.first(), 20);
        System.arraycopy(SLEEP.second(), 0, all, 10, 10);
        return all;
    }

    private static <T> Cause cause(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Missing<T>(var shortfall) -> shortfall.cause();
            case Outcome.Found<T>(var found) -> throw new AssertionError("A result where none was expected: " + found);
        };
    }
}
