package org.trabecula.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class DistributionTest {

    /** By numerical integration of its definition with 30 digits (mpmath 1.3). */
    @Test
    void has_the_noncentral_t_of_its_definition() {
        assertThat(new NoncentralT(999, 62).cumulative(60)).isCloseTo(0.1144803691449459, withinPercentage(1e-9));
        assertThat(new NoncentralT(12, -0.7).survival(3.5)).isCloseTo(2.83238315987015e-4, withinPercentage(1e-7));
    }

    @Test
    void is_students_t_without_a_shift_and_mirrors_with_it() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            double df = random.nextDouble(1, 50);
            double t = random.nextDouble(-5, 5);
            double shift = random.nextDouble(-4, 4);
            assertThat(new NoncentralT(df, 0).cumulative(t))
                    .isCloseTo(TDistribution.of(df).cumulativeProbability(t), within(1e-13));
            var one = new NoncentralT(df, shift);
            assertThat(one.cumulative(t) + one.survival(t)).isCloseTo(1, within(1e-12));
            double p = random.nextDouble(0.001, 0.999);
            assertThat(one.cumulative(one.quantile(p))).isCloseTo(p, within(1e-11));
        }
        assertThatThrownBy(() -> new NoncentralT(0, 1)).hasMessageContaining("positive degrees");
        assertThatThrownBy(() -> new NoncentralT(3, 1).quantile(1)).hasMessageContaining("strictly");
    }

    /** For two means the range is root two times |t|. 3.578 is the upper 5 % point of Harter's table for 3 and 20. */
    @Test
    void has_the_studentised_range_of_the_tables() {
        for (double q : new double[] {0.1, 1, 3, 6}) {
            assertThat(new StudentizedRange(2, 7).survival(q))
                    .isCloseTo(2 * TDistribution.of(7).survivalProbability(q / Math.sqrt(2)), withinPercentage(1e-8));
        }
        assertThat(new StudentizedRange(3, 20).survival(3.578)).isCloseTo(0.05, within(5e-5));
        assertThat(new StudentizedRange(2, Double.POSITIVE_INFINITY).survival(2 * Math.sqrt(2)))
                .isCloseTo(2 * NormalDistribution.of(0, 1).survivalProbability(2), within(1e-12));
        assertThat(new StudentizedRange(4, 3).survival(-1)).isEqualTo(1);
    }

    /** Sheppard's formula at the origin; elsewhere Plackett's integral with 30 digits (mpmath 1.3). */
    @Test
    void has_the_quadrants_of_two_correlated_normals() {
        for (double r = -0.999; r < 1; r += 0.111) {
            assertThat(BivariateNormal.below(0, 0, r)).isCloseTo(0.25 + Math.asin(r) / (2 * Math.PI), within(1e-14));
        }
        assertThat(BivariateNormal.below(1, 0.5, 0.3)).isCloseTo(0.6093086777999956, within(1e-14));
        assertThat(BivariateNormal.below(-1, 2, -0.95)).isCloseTo(0.1359137210189497, within(1e-14));
        assertThat(BivariateNormal.below(1.2, 1.25, 0.9999)).isCloseTo(0.884930194588592, within(1e-12));
        assertThat(BivariateNormal.below(0.3, -0.4, 1))
                .isEqualTo(NormalDistribution.of(0, 1).cumulativeProbability(-0.4));
        assertThat(BivariateNormal.below(-1, -1, -1)).isZero();
        assertThatThrownBy(() -> BivariateNormal.below(0, 0, 1.1)).hasMessageContaining("correlation");
    }

    /** The first terms of Mills' ratio: log(phi(z)/z (1 - 1/z^2 + 3/z^4 - 15/z^6)). */
    @Test
    void has_a_logarithm_where_the_tail_itself_is_zero() {
        double z = 60;
        double mills = Math.log(1 - 1 / (z * z) + 3 / Math.pow(z, 4) - 15 / Math.pow(z, 6));
        assertThat(NormalTail.logAbove(z))
                .isCloseTo(-z * z / 2 - Math.log(z * Math.sqrt(2 * Math.PI)) + mills, within(1e-11));
        assertThat(NormalTail.logAbove(-40)).isZero();
    }
}
