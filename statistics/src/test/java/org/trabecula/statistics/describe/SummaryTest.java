package org.trabecula.statistics.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SummaryTest {
    /** R 4.2.2: {@code mean}, {@code sd}, {@code quantile(type = 7)} and {@code range} of these ten numbers. */
    @Test
    void agreesWithR() {
        var summary = Summary.of(1.2, 3.4, 2.2, 8.1, 5.5, 4.4, 9.7, 6.1, 3.3, 7.7);
        assertThat(summary.n()).isEqualTo(10);
        assertThat(summary.mean().orElseThrow()).isCloseTo(5.16, within(1e-14));
        assertThat(summary.sd().orElseThrow()).isCloseTo(2.75447111277485, within(1e-13));
        assertThat(summary.median()).hasValue(4.95);
        assertThat(summary.min()).hasValue(1.2);
        assertThat(summary.max()).hasValue(9.7);
    }

    @Test
    void saysNothingAboutNoNumbers() {
        var summary = Summary.of();
        assertThat(summary.n()).isZero();
        assertThat(summary.mean()).isEmpty();
        assertThat(summary.sd()).isEmpty();
        assertThat(summary.median()).isEmpty();
        assertThat(summary.min()).isEmpty();
        assertThat(summary.max()).isEmpty();
    }

    @Test
    void hasNoSpreadForOneNumber() {
        var summary = Summary.of(42);
        assertThat(summary.mean()).hasValue(42);
        assertThat(summary.median()).hasValue(42);
        assertThat(summary.sd()).isEmpty();
    }

    @Test
    void hasSpreadZeroForEqualNumbers() {
        var summary = Summary.of(0.1, 0.1, 0.1);
        assertThat(summary.mean()).hasValue(0.1);
        assertThat(summary.sd()).hasValue(0);
    }

    @Test
    void namesTheFirstValueThatIsNoNumber() {
        assertThatThrownBy(() -> Summary.of(1, Double.NaN, 3)).hasMessageContaining("value 2 of 3 is NaN");
        assertThatThrownBy(() -> Summary.of(Double.POSITIVE_INFINITY)).hasMessageContaining("value 1 of 1");
    }

    @Test
    void leavesTheNumbersInTheirOrder() {
        double[] values = {3, 1, 2};
        Summary.of(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    /** Numerically severe: NIST StRD, Univariate Summary Statistics, data set NumAcc4; certified mean 10000000.2, SD 0.1. */
    @Test
    void keepsItsDigitsFarFromZero() {
        double[] values = new double[1_001];
        values[0] = 10_000_000.2;
        for (int i = 1; i < values.length; i++) {
            values[i] = i % 2 == 1 ? 10_000_000.1 : 10_000_000.3;
        }
        var summary = Summary.of(values);
        assertThat(summary.mean().orElseThrow()).isCloseTo(10_000_000.2, within(2e-9));
        assertThat(summary.sd().orElseThrow()).isCloseTo(0.1, within(1e-8));
    }

    @Test
    void movesAndStretchesWithItsNumbers() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            double[] values = random.doubles(random.nextInt(2, 60), -10, 10).toArray();
            double[] moved = values.clone();
            for (int k = 0; k < moved.length; k++) {
                moved[k] = 5 - 2 * values[k];
            }
            var one = Summary.of(values);
            var other = Summary.of(moved);
            assertThat(other.mean().orElseThrow()).isCloseTo(5 - 2 * one.mean().orElseThrow(), within(1e-12));
            assertThat(other.median().orElseThrow())
                    .isCloseTo(5 - 2 * one.median().orElseThrow(), within(1e-12));
            assertThat(other.sd().orElseThrow()).isCloseTo(2 * one.sd().orElseThrow(), within(1e-12));
            assertThat(other.min().orElseThrow()).isCloseTo(5 - 2 * one.max().orElseThrow(), within(1e-12));
        }
    }
}
