package org.trabecula.statistics.censored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class GeneralisedLogRankTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** Sun's scores of exact and right-censored times are 1 - H(t) and -H(t), here with H from 4, 2, 1 at risk. */
    @Test
    void scoresKnownTimesAsTheLogRankTestDoes() {
        var times = Looks.of(1, 1, 2, NEVER, 3, 3, 4, 4);
        double[] scores = test(times, 0, 1, 0, 1).scores(Scores.SUN);
        assertThat(scores).containsExactly(new double[] {3 / 4.0, -1 / 4.0, 1 / 4.0, -3 / 4.0}, within(1e-12));
    }

    /** Peto and Prentice's Wilcoxon scores: S(t) + S(t-) - 1 for events and S(t) - 1 for censored times. */
    @Test
    void scoresKnownTimesAsTheWilcoxonTestDoes() {
        var times = Looks.of(1, 1, 2, NEVER, 3, 3, 4, 4);
        double[] scores = test(times, 0, 1, 0, 1).scores(Scores.WILCOXON);
        double half = 3 / 8.0;
        assertThat(scores)
                .containsExactly(new double[] {3 / 4.0, 3 / 4.0 - 1, half + 3 / 4.0 - 1, half - 1}, within(1e-12));
    }

    @Test
    void hasSumsThatAddToNothing() {
        var random = new SplittableRandom(1996);
        for (int i = 0; i < 100; i++) {
            int n = random.nextInt(10, 80);
            var times = i % 2 == 0 ? Looks.moving(n, random) : Looks.coarse(n, random);
            var test = test(times, groups(n, 3, random));
            for (Scores scores : Scores.values()) {
                assertThat(Arrays.stream(test.scores(scores)).sum()).isCloseTo(0, within(1e-8));
            }
        }
    }

    @Test
    void changesOnlyTheSignWhenGroupsAreRelabelled() {
        var random = new SplittableRandom(36);
        var times = Looks.moving(90, random);
        int[] group = groups(90, 2, random);
        int[] turned = Arrays.stream(group).map(g -> 1 - g).toArray();
        for (Scores scores : Scores.values()) {
            var one = test(times, group).permutation(scores).orElseThrow();
            var other = test(times, turned).permutation(scores).orElseThrow();
            assertThat(other.z(1)).isCloseTo(one.z(0), within(1e-10));
            assertThat(other.z(0)).isCloseTo(-one.z(0), within(1e-10));
            assertThat(other.p()).isCloseTo(one.p(), within(1e-12));
        }
        assertThat(test(times, turned).efficient().orElseThrow().chiSquare())
                .isCloseTo(test(times, group).efficient().orElseThrow().chiSquare(), within(1e-8));
    }

    @Test
    void hasTheSquareOfZAsItsChiSquareAndTheVarianceThatGoesWithIt() {
        var random = new SplittableRandom(3);
        var test = test(Looks.moving(60, random), groups(60, 2, random));
        for (Scores scores : Scores.values()) {
            var result = test.permutation(scores).orElseThrow();
            double variance = test.permutationVariance(scores, 1);
            assertThat(result.sums()[1] * result.sums()[1] / variance).isCloseTo(result.chiSquare(), within(1e-9));
            assertThat(test.permutationVariance(scores, 0)).isCloseTo(variance, within(1e-12));
        }
    }

    /** 20,000 relabellings leave a standard error below 0.0036; the limit differs by less than 0.01 with 60 subjects. */
    @Test
    void agreesWithDrawnRelabellings() {
        var random = new SplittableRandom(5);
        var test = test(Looks.moving(60, random), groups(60, 2, random));
        double drawn = test.monteCarlo(Scores.SUN, 20_000, random);
        assertThat(drawn).isCloseTo(test.permutation(Scores.SUN).orElseThrow().p(), within(0.022));
    }

    /** Without a difference 5 % of 2,000 tests reject; four standard errors are 0.0195. */
    @Test
    void rejectsATrueHypothesisAsOftenAsItSays() {
        var random = new SplittableRandom(7);
        int rejected = 0;
        int efficient = 0;
        for (int i = 0; i < 2_000; i++) {
            int[] group = groups(60, 2, random);
            rejected += test(Looks.moving(60, random), group)
                                    .permutation(Scores.SUN)
                                    .orElseThrow()
                                    .p()
                            < 0.05
                    ? 1
                    : 0;
            efficient += test(Looks.nominal(60, random), group)
                                    .efficient()
                                    .orElseThrow()
                                    .p()
                            < 0.05
                    ? 1
                    : 0;
        }
        assertThat(rejected / 2_000.0).isCloseTo(0.05, within(0.0195));
        assertThat(efficient / 2_000.0).isCloseTo(0.05, within(0.0195));
    }

    @Test
    void hasNoTestWhenEverybodyIsAlike() {
        var test = test(Looks.of(0, 6, 0, 6, 1, 7), 0, 1, 1);
        assertThat(cause(test.permutation(Scores.SUN))).isEqualTo(Cause.SINGULAR);
        assertThat(cause(test.efficient())).isEqualTo(Cause.SINGULAR);
        assertThat(cause(GeneralisedLogRank.of(Looks.of(0, 6), new int[] {0}, 2)))
                .isEqualTo(Cause.EMPTY_CELL);
        assertThat(cause(GeneralisedLogRank.of(Looks.of(), new int[0], 2))).isEqualTo(Cause.EMPTY_CELL);
    }

    @Test
    void refusesGroupsThatDoNotExist() {
        var times = Looks.of(0, 6, 1, 7);
        assertThatThrownBy(() -> GeneralisedLogRank.of(times, new int[] {0, 2}, 2))
                .hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> GeneralisedLogRank.of(times, new int[] {0}, 2)).hasMessageContaining("needs a group");
        var three = test(Looks.of(0, 3, 3, 7, 8, 9), 0, 1, 2);
        assertThatThrownBy(() -> three.permutation(Scores.SUN).orElseThrow().z(0))
                .hasMessageContaining("3 groups");
    }

    private static GeneralisedLogRank test(CensoredTimes times, int... group) {
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        return GeneralisedLogRank.of(times, group, groups).orElseThrow();
    }

    /** Every group has somebody. */
    private static int[] groups(int n, int groups, SplittableRandom random) {
        int[] group = new int[n];
        Arrays.setAll(group, i -> i < groups ? i : random.nextInt(groups));
        return group;
    }

    private static Cause cause(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Missing<?>(var why) -> why.cause();
            case Outcome.Found<?>(var result) -> throw new AssertionError("Found " + result);
        };
    }
}
