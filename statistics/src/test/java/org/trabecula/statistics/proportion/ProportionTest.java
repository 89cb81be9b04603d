package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.statistics.estimate.Interval;

class ProportionTest {
    /** Published upper limits in percent, exact 95 % intervals of no event among n. */
    @ParameterizedTest
    @CsvSource({"32,10.9", "33,10.6", "19,17.6"})
    void givesThePublishedUpperLimitWhenNobodyHadTheEvent(int total, double percent) {
        var interval = new Proportion(0, total).clopperPearson(0.95);
        assertThat(interval.lower()).isZero();
        assertThat(interval.upper() * 100).isCloseTo(percent, within(0.05));
    }

    @Test
    void hasNoRateAndRulesNothingOutWhenNothingWasObserved() {
        var nothing = new Proportion(0, 0);
        assertThat(nothing.rate()).isEmpty();
        var anything = new Interval(0, 1);
        assertThat(nothing.wilson(0.95)).isEqualTo(anything);
        assertThat(nothing.wilsonCorrected(0.95)).isEqualTo(anything);
        assertThat(nothing.clopperPearson(0.95)).isEqualTo(anything);
        assertThat(nothing.agrestiCoull(0.95)).isEqualTo(anything);
        assertThat(nothing.jeffreys(0.95)).isEqualTo(anything);
        assertThat(nothing.wald(0.95)).isEqualTo(anything);
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> new Proportion(-1, 3)).hasMessageContaining("-1 events of 3");
        assertThatThrownBy(() -> new Proportion(0, -3)).hasMessageContaining("0 events of -3");
        assertThatThrownBy(() -> new Proportion(4, 3)).hasMessageContaining("4 of 3");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void refusesALevelThatIsNoProbability(double level) {
        var proportion = new Proportion(1, 3);
        assertThatThrownBy(() -> proportion.wilson(level)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proportion.clopperPearson(level)).hasMessageContaining("between 0 and 1");
    }

    @Test
    void keepsItsIntervalsInsideTheUnitIntervalAndAroundTheRate() {
        var random = new SplittableRandom(1927);
        for (int i = 0; i < 2_000; i++) {
            var proportion = any(random);
            double level = random.nextDouble(0.5, 0.9999);
            var intervals = List.of(
                    proportion.wilson(level),
                    proportion.wilsonCorrected(level),
                    proportion.clopperPearson(level),
                    proportion.jeffreys(level));
            for (var interval : intervals) {
                assertThat(interval.lower()).as("%s at %s", proportion, level).isBetween(0.0, 1.0);
                assertThat(interval.upper()).as("%s at %s", proportion, level).isBetween(0.0, 1.0);
            }
            assertThat(proportion.wilson(level).contains(proportion.share())).isTrue();
            assertThat(proportion.clopperPearson(level).contains(proportion.share()))
                    .isTrue();
        }
    }

    @Test
    void mirrorsItsIntervalsWhenEventsAndNonEventsAreExchanged() {
        var random = new SplittableRandom(1934);
        for (int i = 0; i < 500; i++) {
            var proportion = any(random);
            var mirrored = new Proportion(proportion.total() - proportion.events(), proportion.total());
            assertMirrored(proportion.wilson(0.95), mirrored.wilson(0.95));
            assertMirrored(proportion.wilsonCorrected(0.95), mirrored.wilsonCorrected(0.95));
            assertMirrored(proportion.clopperPearson(0.95), mirrored.clopperPearson(0.95));
            assertMirrored(proportion.agrestiCoull(0.95), mirrored.agrestiCoull(0.95));
            assertMirrored(proportion.jeffreys(0.95), mirrored.jeffreys(0.95));
            assertMirrored(proportion.wald(0.95), mirrored.wald(0.95));
        }
    }

    /** The definition itself: at each limit the binomial tail beyond the observed count is half of 5 %. */
    @Test
    void leavesTwoAndAHalfPercentBeyondEachExactLimit() {
        var random = new SplittableRandom(404);
        for (int i = 0; i < 200; i++) {
            int total = random.nextInt(2, 400);
            int events = random.nextInt(1, total);
            var interval = new Proportion(events, total).clopperPearson(0.95);
            double above = BinomialDistribution.of(total, interval.lower()).survivalProbability(events - 1);
            double below = BinomialDistribution.of(total, interval.upper()).cumulativeProbability(events);
            assertThat(above).isCloseTo(0.025, within(1e-12));
            assertThat(below).isCloseTo(0.025, within(1e-12));
        }
    }

    private static void assertMirrored(Interval one, Interval other) {
        assertThat(one.lower()).isCloseTo(1 - other.upper(), within(1e-12));
        assertThat(one.upper()).isCloseTo(1 - other.lower(), within(1e-12));
    }

    private static Proportion any(SplittableRandom random) {
        int total = random.nextInt(1, 1_000);
        return new Proportion(random.nextInt(0, total + 1), total);
    }
}
