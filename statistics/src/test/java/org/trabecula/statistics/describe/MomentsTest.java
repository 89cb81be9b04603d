package org.trabecula.statistics.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {

    /** Shapiro and Wilk 1965, section 4.1: eleven weights of men, W = 0.79, p about 0.006 by Royston's approximation. */
    @Test
    void finds_the_weights_of_men_not_normal() {
        var test = ShapiroWilk.of(148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236)
                .orElseThrow();
        assertThat(test.w()).isCloseTo(0.79, within(0.005));
        assertThat(test.p()).isBetween(0.005, 0.009);
    }

    /** 2,000 normal samples of each size: the share below 0.05 has an error of 0.5 %, the limit 4 of it. */
    @Test
    void rejects_normal_samples_as_often_as_the_level_says() {
        for (int n : new int[] {5, 10, 40}) {
            var random = new SplittableRandom(n);
            int rejected = 0;
            for (int trial = 0; trial < 2_000; trial++) {
                double[] x = new double[n];
                Arrays.setAll(x, _ -> random.nextGaussian() * 3 + 100);
                rejected += ShapiroWilk.of(x).orElseThrow().p() < 0.05 ? 1 : 0;
            }
            assertThat(rejected / 2_000.0).isBetween(0.03, 0.07);
        }
    }

    @Test
    void tests_no_sample_that_is_too_small_or_constant() {
        assertThat(ShapiroWilk.of(1, 2).value()).isEmpty();
        assertThat(ShapiroWilk.of(3, 3, 3, 3).value()).isEmpty();
        assertThat(ShapiroWilk.of(new double[5_001]).value()).isEmpty();
        assertThat(ShapiroWilk.of(1, 2, 3).orElseThrow().w()).isCloseTo(1, within(1e-12));
    }

    @Test
    void agrees_on_the_ends_and_never_leaves_the_sample() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            double[] x = random.doubles(random.nextInt(1, 12)).sorted().toArray();
            for (SampleQuantile type : SampleQuantile.values()) {
                assertThat(type.of(x, 0)).isEqualTo(x[0]);
                assertThat(type.of(x, 1)).isEqualTo(x[x.length - 1]);
                double low = type.of(x, 0.2);
                assertThat(low).isBetween(x[0], x[x.length - 1]);
                assertThat(type.of(x, 0.7)).isGreaterThanOrEqualTo(low);
                // All but types 1, 3 and 4 treat the upper end as the lower one turned over.
                double[] turned = Arrays.stream(x).map(one -> -one).sorted().toArray();
                if (type != SampleQuantile.TYPE_1 && type != SampleQuantile.TYPE_3 && type != SampleQuantile.TYPE_4) {
                    assertThat(-type.of(turned, 0.8)).isCloseTo(low, within(1e-12));
                }
            }
        }
        assertThatThrownBy(() -> SampleQuantile.TYPE_7.of(new double[0], 0.5)).hasMessageContaining("needs a sample");
    }

    @Test
    void has_only_the_moments_that_a_column_has() {
        var one = Moments.of(4);
        assertThat(one.variance()).isEmpty();
        assertThat(one.skewness()).isEmpty();
        assertThat(one.meanInterval(0.95)).isEmpty();
        assertThat(one.trimmedMean(0.1)).isEqualTo(4);
        assertThat(Moments.of(-1, 2).geometricMean()).isEmpty();
        assertThat(Moments.of(1, 4, 16).geometricMean().orElseThrow()).isCloseTo(4, within(1e-12));
        assertThat(Moments.of(1, 2, 3).skewness().orElseThrow()).isCloseTo(0, within(1e-15));
        assertThatThrownBy(Moments::of).hasMessageContaining("needs a number");
        assertThatThrownBy(() -> one.trimmedMean(0.5)).hasMessageContaining("Less than half");
    }
}
