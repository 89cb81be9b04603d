package org.trabecula.statistics.censored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class TurnbullTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** With exact and right-censored times the estimate is Kaplan and Meier's, here by hand. */
    @Test
    void isTheProductLimitWhenTimesAreKnown() {
        var curve = Turnbull.of(Looks.of(1, 1, 2, NEVER, 3, 3, 4, 4, 4, NEVER, 6, 6))
                .orElseThrow();
        double[] times = {0.5, 1, 3, 4, 6};
        double[] survival = {1, 5 / 6.0, 5 / 6.0 * 3 / 4, 5 / 6.0 * 3 / 4 * 2 / 3, 0};
        for (int i = 0; i < times.length; i++) {
            assertThat(curve.survival(times[i]).lower()).isCloseTo(survival[i], within(1e-12));
            assertThat(curve.survival(times[i]).upper()).isCloseTo(survival[i], within(1e-12));
        }
    }

    /** A right end belongs to its interval and a left end does not, so (1, 2] and (2, 3] have nothing in common. */
    @Test
    void keepsIntervalsApartThatTouch() {
        var curve = Turnbull.of(Looks.of(1, 2, 2, 3, 1, 3)).orElseThrow();
        assertThat(curve.left()).containsExactly(1, 2);
        assertThat(curve.right()).containsExactly(2, 3);
        assertThat(curve.logLikelihood()).isCloseTo(2 * Math.log(0.5), within(1e-12));
        assertThat(curve.survival(2)).isEqualTo(new Interval(0.5, 0.5));
        assertThat(curve.survival(1.5).lower()).isCloseTo(0.5, within(1e-12));
        assertThat(curve.survival(1.5).upper()).isEqualTo(1);
    }

    @Test
    void meetsTheConditionsOfAMaximumOnAnyData() {
        var random = new SplittableRandom(1976);
        for (int i = 0; i < 600; i++) {
            int n = random.nextInt(1, 120);
            CensoredTimes times = i % 2 == 0 ? Looks.moving(n, random) : Looks.coarse(n, random);
            var curve = Turnbull.of(times).orElseThrow();
            assertThat(curve.excess()).isLessThan(1e-8);
            assertThat(Arrays.stream(curve.mass()).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(curve.mass()).min().orElseThrow()).isPositive();
            // Each interval with mass has the gradient n, the conditions' other half.
            double[] pull = pull(times, curve);
            for (double one : pull) {
                assertThat(one).isCloseTo(n, within(1e-6 * n));
            }
        }
    }

    @Test
    void doesNotMindTheOrderOfSubjectsNorTheUnit() {
        var random = new SplittableRandom(2);
        var times = Looks.moving(150, random);
        var curve = Turnbull.of(times).orElseThrow();
        int[] backwards = new int[times.size()];
        Arrays.setAll(backwards, i -> times.size() - 1 - i);
        var turned = Turnbull.of(times.at(backwards)).orElseThrow();
        assertThat(turned.mass()).containsExactly(curve.mass(), within(1e-9));
        var days = new CensoredTimes(
                Arrays.stream(times.left()).map(month -> month * 32).toArray(),
                Arrays.stream(times.right()).map(month -> month * 32).toArray());
        assertThat(Turnbull.of(days).orElseThrow().mass()).containsExactly(curve.mass(), within(1e-12));
    }

    @Test
    void namesTheStretchesInWhichTheCurveIsNotUnique() {
        var curve = Turnbull.of(Looks.of(0, 2, 1, 4, 5, 5, 3, NEVER)).orElseThrow();
        for (var stretch : curve.undetermined()) {
            double within = stretch.right() == NEVER ? stretch.left() + 1 : (stretch.left() + stretch.right()) / 2;
            assertThat(curve.survival(within).width()).isCloseTo(stretch.mass(), within(1e-12));
            assertThat(curve.survival(stretch.left()).width()).isZero();
        }
        assertThat(curve.undetermined().getFirst().left()).isEqualTo(1);
        assertThat(curve.undetermined().getFirst().right()).isEqualTo(2);
        assertThat(Turnbull.of(Looks.of(2, 2, 3, 3)).orElseThrow().undetermined())
                .isEmpty();
    }

    /** The argument by which masses are unique: each innermost interval is the last of some subject. */
    @Test
    void findsForEachIntervalASubjectWhoEndsThere() {
        var random = new SplittableRandom(1994);
        for (int i = 0; i < 500; i++) {
            var intervals = Innermost.of(Looks.coarse(random.nextInt(1, 40), random));
            for (int j = 0; j < intervals.size(); j++) {
                assertThat(intervals.high()).contains(j + 1);
                assertThat(intervals.low()).contains(j);
            }
        }
    }

    @Test
    void answersForNobodyForOneAndForThoseNeverSeenAgain() {
        assertThat(Turnbull.of(Looks.of()))
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.shortfall().cause()).isEqualTo(Cause.TOO_FEW));
        var one = Turnbull.of(Looks.of(3, 6)).orElseThrow();
        assertThat(one.mass()).containsExactly(1);
        assertThat(one.logLikelihood()).isZero();
        assertThat(one.survival(4)).isEqualTo(new Interval(0, 1));
        var unseen = Turnbull.of(Looks.of(3, NEVER, 5, NEVER)).orElseThrow();
        assertThat(unseen.left()).containsExactly(5);
        assertThat(unseen.survival(5)).isEqualTo(new Interval(1, 1));
        assertThat(unseen.survival(100)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void refusesSwappedEndsAndNumbersThatAreNone() {
        assertThatThrownBy(() -> Looks.of(6, 3)).hasMessageContaining("number 1 is (6.0, 3.0]");
        assertThatThrownBy(() -> Looks.of(Double.NaN, 3)).hasMessageContaining("finite left end");
        assertThatThrownBy(() -> new CensoredTimes(new double[1], new double[2]))
                .hasMessageContaining("both ends");
    }

    private static double[] pull(CensoredTimes times, Turnbull curve) {
        double[] pull = new double[curve.mass().length];
        for (int i = 0; i < times.size(); i++) {
            double chance = 0;
            for (int j = 0; j < pull.length; j++) {
                chance += covers(times, i, curve, j) ? curve.mass()[j] : 0;
            }
            for (int j = 0; j < pull.length; j++) {
                pull[j] += covers(times, i, curve, j) ? 1 / chance : 0;
            }
        }
        return pull;
    }

    private static boolean covers(CensoredTimes times, int i, Turnbull curve, int j) {
        boolean point = curve.left()[j] == curve.right()[j];
        boolean after = times.left()[i] < curve.left()[j]
                || (times.left()[i] == curve.left()[j] && (!point || times.left()[i] == times.right()[i]));
        return after && curve.right()[j] <= times.right()[i];
    }
}
