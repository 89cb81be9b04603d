package org.trabecula.statistics.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RootTest {
    @Test
    void finds_a_zero_to_the_last_digits() {
        assertThat(Root.between(x -> x * x - 2, 0, 2)).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(Root.beyond(x -> 3 - x, 0, 1)).isCloseTo(3, within(1e-15));
        assertThat(Brent.zero(x -> x * x - 2, 0, 2, 1e-12)).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void needs_a_change_of_sign() {
        assertThatThrownBy(() -> Root.between(x -> x * x + 1, 0, 2)).hasMessageContaining("No change of sign");
    }
}
