package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Interval;

class PairedTableTest {
    /** Newcombe RG, Stat Med 1998;17:2635-2650: the example 36, 12, 2, 0 has the limits 0.0569 and 0.3404 by method 10. */
    @Test
    void agreesWithNewcombesPairedExample() {
        var interval = new PairedTable(36, 12, 2, 0).newcombe(0.95).orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.0569, within(5e-5));
        assertThat(interval.upper()).isCloseTo(0.3404, within(5e-5));
    }

    @Test
    void turnsItsSignWhenTheAnswersAreExchanged() {
        var random = new SplittableRandom(1947);
        for (int i = 0; i < 1_000; i++) {
            var table =
                    new PairedTable(random.nextInt(20), random.nextInt(20), random.nextInt(20), 1 + random.nextInt(20));
            var turned = new PairedTable(
                    table.both(),
                    /* firstOnly= */ table.secondOnly(),
                    /* secondOnly= */ table.firstOnly(),
                    table.neither());
            var one = table.newcombe(0.95).orElseThrow();
            var other = turned.newcombe(0.95).orElseThrow();
            assertThat(one.lower()).isCloseTo(-other.upper(), within(1e-12));
            assertThat(one.contains(table.difference().orElseThrow())).isTrue();
            assertThat(turned.exact()).isEqualTo(table.exact());
            assertThat(table.exact()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(turned.midP()).isCloseTo(table.midP(), withinPercentage(1e-9));
            assertThat(table.midP()).isLessThanOrEqualTo(table.exact());
        }
    }

    @Test
    void hasNoTestWithoutDiscordantPairs() {
        var table = new PairedTable(5, 0, 0, 5);
        assertThat(table.mcNemar()).isEmpty();
        assertThat(table.mcNemarCorrected()).isEmpty();
        assertThat(table.exact()).isEqualTo(1);
        assertThat(table.midP()).isEqualTo(1);
        assertThat(table.difference()).hasValue(0);
        assertThat(table.oddsRatio()).isEmpty();
        assertThat(table.oddsRatioInterval(0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void hasNothingWithoutPairs() {
        var table = new PairedTable(0, 0, 0, 0);
        assertThat(table.difference()).isEmpty();
        assertThat(table.wald()).isEmpty();
        assertThat(table.newcombe(0.95)).isEmpty();
        assertThat(table.exact()).isEqualTo(1);
    }

    @Test
    void refusesNegativeCounts() {
        assertThatThrownBy(() -> new PairedTable(1, -2, 3, 4)).hasMessageContaining("1, -2, 3, 4");
    }
}
