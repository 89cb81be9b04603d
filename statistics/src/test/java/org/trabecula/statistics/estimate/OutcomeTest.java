package org.trabecula.statistics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void carriesAResultThroughFurtherSteps() {
        assertThat(Outcome.of(2)
                        .map(two -> two + 1)
                        .then(three -> Outcome.of(three * 2))
                        .orElseThrow())
                .isEqualTo(6);
    }

    @Test
    void carriesTheReasonThroughFurtherSteps() {
        Outcome<Integer> none = Outcome.none(Shortfall.Cause.TOO_FEW, "One row is too few.");
        assertThat(none.map(one -> one + 1).value()).isEmpty();
        assertThatThrownBy(none::orElseThrow).hasMessage("One row is too few.");
    }
}
