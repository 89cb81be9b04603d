package org.trabecula.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class CurvesTest {
    private static final boolean[] BOTH = {true, true};

    /** Kalbfleisch and Prentice 2002, table 1.2: the product limit of the treated arm, and Greenwood's error at 6. */
    @Test
    void isThePublishedCurveOfTheLeukaemiaTrial() {
        var curve = KaplanMeier.of(Leukaemia.treated()).orElseThrow();
        double[] weeks = {6, 7, 10, 13, 16, 22, 23};
        double[] survival = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        for (int i = 0; i < weeks.length; i++) {
            assertThat(curve.at(weeks[i])).isCloseTo(survival[i], within(5e-5));
        }
        // 3 of 21 at week 6: the binomial standard error.
        assertThat(curve.standardError(6).orElseThrow()).isCloseTo(Math.sqrt(3 * 18 / 9261.0), within(1e-12));
        assertThat(curve.quantile(0.5).orElseThrow()).isEqualTo(23);
    }

    /** Without censoring the curve is the share left, its mean the mean, and its error the binomial one. */
    @Test
    void isTheShareLeftWhenEverybodyIsSeenToTheEnd() {
        double[] times = {1, 2, 2, 5, 10};
        boolean[] events = {true, true, true, true, true};
        var curve = KaplanMeier.of(FollowUp.from(times, events)).orElseThrow();
        assertThat(curve.at(2)).isCloseTo(0.4, within(1e-12));
        assertThat(curve.restrictedMean(10).value()).isCloseTo(4, within(1e-12));
        // Variance of the mean with divisor n: ((9 + 4 + 4 + 1 + 36) / 5) / 5.
        assertThat(curve.restrictedMean(10).standardError()).isCloseTo(Math.sqrt(54 / 25.0), within(1e-12));
        assertThat(curve.restrictedMean(12).value()).isCloseTo(4, within(1e-12));
        assertThat(curve.restrictedMean(0).value()).isZero();
        assertThat(curve.standardError(10)).isEmpty();
        assertThat(curve.limits(10, 0.95)).isEmpty();
        assertThat(curve.limits(0.5, 0.95)).contains(new Interval(1, 1));
    }

    @Test
    void takesTheMiddleOfALevelAsTheMedian() {
        boolean[] events = {true, true, true, true};
        var curve =
                KaplanMeier.of(FollowUp.from(new double[] {1, 2, 6, 9}, events)).orElseThrow();
        assertThat(curve.quantile(0.5).orElseThrow()).isEqualTo(4);
        assertThat(curve.quantile(0.4).orElseThrow()).isEqualTo(2);
        boolean[] half = {true, false};
        var level = KaplanMeier.of(FollowUp.from(new double[] {3, 8}, half)).orElseThrow();
        assertThat(level.quantile(0.5).orElseThrow()).isEqualTo(5.5);
        assertThat(level.quantile(0.6)).isEmpty();
    }

    @Test
    void countsAtRiskOnlyThoseWhoHaveEntered() {
        var late = new FollowUp(new double[] {0, 0, 3}, new double[] {2, 5, 6}, new boolean[] {true, true, true});
        var curve = KaplanMeier.of(late).orElseThrow();
        assertThat(curve.at(2)).isEqualTo(0.5);
        assertThat(curve.at(5)).isEqualTo(0.25);
    }

    /** The published statistic of the leukaemia trial is 16.79; R's survdiff gives 16.793. */
    @Test
    void findsThePublishedLogRankStatistic() {
        var test = LogRank.of(Leukaemia.all(), Leukaemia.groups(), 2, 0).orElseThrow();
        assertThat(test.chiSquare()).isCloseTo(16.793, within(5e-4));
        assertThat(test.observed()).containsExactly(21, 9);
        assertThat(test.expected()[0] + test.expected()[1]).isCloseTo(30, within(1e-10));
        assertThat(test.expected()[1]).isCloseTo(19.25, within(5e-3));
    }

    @Test
    void doesNotMindTheOrderOfRowsNorTheNamesOfGroups() {
        var random = new SplittableRandom(1966);
        for (int round = 0; round < 50; round++) {
            int n = 40;
            double[] time = IntStream.range(0, n)
                    .mapToDouble(i -> random.nextInt(1, 15))
                    .toArray();
            boolean[] event = new boolean[n];
            int[] group = new int[n];
            for (int i = 0; i < n; i++) {
                event[i] = i == 0 || random.nextInt(3) > 0;
                group[i] = i < 3 ? i : random.nextInt(3);
            }
            var data = FollowUp.from(time, event);
            int[] backwards = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
            int[] renamed = IntStream.of(backwards).map(i -> (group[i] + 1) % 3).toArray();
            for (double rho : new double[] {0, 1}) {
                var test = LogRank.of(data, group, 3, rho).orElseThrow();
                var other = LogRank.of(data.at(backwards), renamed, 3, rho).orElseThrow();
                assertThat(other.chiSquare()).isCloseTo(test.chiSquare(), within(1e-9));
                assertThat(other.p()).isCloseTo(test.p(), within(1e-9));
            }
        }
    }

    @Test
    void saysWhyThereIsNoCurveAndNoTest() {
        var nobody = FollowUp.from(new double[0], new boolean[0]);
        assertThat(cause(KaplanMeier.of(nobody))).isEqualTo(Cause.TOO_FEW);
        var quiet = FollowUp.from(new double[] {1, 2}, new boolean[2]);
        assertThat(cause(LogRank.of(quiet, new int[] {0, 1}, 2, 0))).isEqualTo(Cause.EMPTY_CELL);
        var two = FollowUp.from(new double[] {1, 2}, BOTH);
        assertThat(cause(LogRank.of(two, new int[] {0, 0}, 2, 0))).isEqualTo(Cause.EMPTY_CELL);
        var same = FollowUp.from(new double[] {2, 2}, BOTH);
        assertThat(cause(LogRank.of(same, new int[] {0, 1}, 2, 0))).isEqualTo(Cause.SINGULAR);
        assertThat(KaplanMeier.of(FollowUp.from(new double[] {4}, new boolean[1]))
                        .orElseThrow()
                        .at(9))
                .isEqualTo(1);
    }

    @Test
    void refusesStretchesWithoutLengthAndSharesThatAreNone() {
        assertThatThrownBy(() -> new FollowUp(new double[] {2}, new double[] {2}, new boolean[1]))
                .hasMessageContaining("number 1 is (2.0, 2.0]");
        assertThatThrownBy(() -> FollowUp.from(new double[2], new boolean[1])).hasMessageContaining("2, 2 and 1");
        var curve = KaplanMeier.of(Leukaemia.treated()).orElseThrow();
        assertThatThrownBy(() -> curve.quantile(1)).hasMessageContaining("strictly between");
        assertThatThrownBy(() -> curve.restrictedMean(-1)).hasMessageContaining("horizon");
    }

    /** Without censoring the incidence is a share, and the jackknife error the binomial one. */
    @Test
    void isTheShareOfEachCauseWhenNobodyIsCensored() {
        double[] time = {1, 2, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] cause = {1, 2, 1, 1, 2, 2, 1, 2, 2, 1};
        var curves = AalenJohansen.of(time, cause, 2).orElseThrow();
        assertThat(curves.at(1, 4)).isCloseTo(0.3, within(1e-12));
        assertThat(curves.at(2, 4)).isCloseTo(0.2, within(1e-12));
        assertThat(curves.standardErrorAt(1, 4)).isCloseTo(Math.sqrt(0.3 * 0.7 / 10), within(1e-12));
        assertThat(curves.at(1, 0.5)).isZero();
        assertThat(curves.standardErrorAt(2, 0.5)).isZero();
        assertThat(curves.at(1, 99) + curves.at(2, 99)).isCloseTo(1, within(1e-12));
    }

    @Test
    void addsUpToTheProductLimitOfAllCauses() {
        var random = new SplittableRandom(1978);
        for (int round = 0; round < 50; round++) {
            int n = random.nextInt(1, 60);
            double[] time = IntStream.range(0, n)
                    .mapToDouble(i -> random.nextInt(1, 12))
                    .toArray();
            int[] cause = IntStream.range(0, n).map(i -> random.nextInt(3)).toArray();
            boolean[] event = new boolean[n];
            for (int i = 0; i < n; i++) {
                event[i] = cause[i] > 0;
            }
            var curves = AalenJohansen.of(time, cause, 2).orElseThrow();
            var all = KaplanMeier.of(FollowUp.from(time, event)).orElseThrow();
            for (double t = 0.5; t < 13; t++) {
                assertThat(curves.at(1, t) + curves.at(2, t)).isCloseTo(1 - all.at(t), within(1e-12));
            }
            int[] swapped =
                    Arrays.stream(cause).map(one -> one == 0 ? 0 : 3 - one).toArray();
            assertThat(AalenJohansen.of(time, swapped, 2).orElseThrow().standardErrorAt(2, 6))
                    .isCloseTo(curves.standardErrorAt(1, 6), within(1e-12));
        }
    }

    /** 95 % of 1,000 Wald intervals at 6 cover the true incidence 0.3776; four standard errors are 0.028. */
    @Test
    void coversTheTrueIncidenceAsOftenAsItSays() {
        var random = new SplittableRandom(5);
        // Hazards 0.1 and 0.05, censored at a hazard of 0.05: F1(6) = 2/3 (1 - exp(-0.9)).
        double truth = 2 / 3.0 * -Math.expm1(-0.9);
        int covered = 0;
        for (int round = 0; round < 1_000; round++) {
            double[] time = new double[100];
            int[] cause = new int[100];
            for (int i = 0; i < 100; i++) {
                time[i] = -Math.log1p(-random.nextDouble()) / 0.2;
                double which = random.nextDouble();
                cause[i] = which < 0.5 ? 1 : which < 0.75 ? 2 : 0;
            }
            var curves = AalenJohansen.of(time, cause, 2).orElseThrow();
            covered += Math.abs(curves.at(1, 6) - truth) < 1.96 * curves.standardErrorAt(1, 6) ? 1 : 0;
        }
        assertThat(covered / 1_000.0).isCloseTo(0.945, within(0.028));
    }

    @Test
    void refusesCausesThatDoNotExist() {
        assertThatThrownBy(() -> AalenJohansen.of(new double[] {1}, new int[] {3}, 2))
                .hasMessageContaining("0 to 2");
        assertThatThrownBy(() -> AalenJohansen.of(new double[] {1}, new int[2], 2))
                .hasMessageContaining("cause or 0");
        assertThat(cause(AalenJohansen.of(new double[0], new int[0], 2))).isEqualTo(Cause.TOO_FEW);
        assertThat(AalenJohansen.of(new double[] {1}, new int[1], 2)
                        .orElseThrow()
                        .at(1, 5))
                .isZero();
    }

    private static Cause cause(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Missing<?>(var why) -> why.cause();
            case Outcome.Found<?>(var result) -> throw new AssertionError("Found " + result);
        };
    }
}
