package org.trabecula.statistics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void isSymmetricOnItsOwnScale() {
        var difference = new Estimate(0.2, 0.1, Estimate.Scale.PLAIN).interval(0.95);
        assertThat(difference.upper() - 0.2).isCloseTo(0.2 - difference.lower(), within(1e-15));
        var ratio = new Estimate(3, 0.5, Estimate.Scale.LOGARITHM).interval(0.95);
        assertThat(ratio.upper() / 3).isCloseTo(3 / ratio.lower(), within(1e-12));
    }

    @Test
    void refusesWhatIsNoEstimate() {
        assertThatThrownBy(() -> new Estimate(Double.NaN, 1, Estimate.Scale.PLAIN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Estimate(1, -1, Estimate.Scale.PLAIN)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Estimate(0, 1, Estimate.Scale.LOGARITHM)).hasMessageContaining("0.0");
    }
}
