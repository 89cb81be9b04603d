package org.trabecula.statistics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void holdsItsOwnLimits() {
        var interval = new Interval(-0.25, 0.5);
        assertThat(interval.contains(-0.25)).isTrue();
        assertThat(interval.contains(0.5)).isTrue();
        assertThat(interval.contains(0.51)).isFalse();
        assertThat(interval.width()).isEqualTo(0.75);
    }

    @Test
    void refusesLimitsThatAreSwappedOrNoNumbers() {
        assertThatThrownBy(() -> new Interval(1, 0)).hasMessageContaining("1.0 and 0.0");
        assertThatThrownBy(() -> new Interval(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
