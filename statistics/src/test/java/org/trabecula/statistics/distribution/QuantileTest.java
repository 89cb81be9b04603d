package org.trabecula.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class QuantileTest {
    @Test
    void is_the_point_that_has_the_probability_below_it() {
        var random = new SplittableRandom(9);
        for (int i = 0; i < 2_000; i++) {
            double p = Math.exp(-30 * random.nextDouble());
            double df = random.nextDouble(1, 60);
            var t = TDistribution.of(df);
            assertThat(t.cumulativeProbability(Quantile.studentT(df, p))).isCloseTo(p, withinPercentage(1e-10));
            assertThat(t.survivalProbability(Quantile.above(t, p))).isCloseTo(p, withinPercentage(1e-10));
            var f = FDistribution.of(df, 2 + df / 3);
            assertThat(f.cumulativeProbability(Quantile.f(df, 2 + df / 3, p))).isCloseTo(p, withinPercentage(1e-9));
        }
    }

    @Test
    void becomes_normal_with_infinitely_many_degrees_of_freedom() {
        assertThat(Quantile.studentT(Double.POSITIVE_INFINITY, 0.975)).isEqualTo(Quantile.normal(0.975));
    }

    @Test
    void reaches_the_ends_and_refuses_what_is_no_probability() {
        assertThat(Quantile.normal(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Quantile.beta(1, 2, 3)).isEqualTo(1);
        assertThat(Quantile.beta(0, 2, 3)).isZero();
        assertThatThrownBy(() -> Quantile.normal(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
