package org.trabecula.statistics.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.resample.Philox;

class DesignTest {

    /** Fleiss, Levin and Paik 2003, table A.4: 0.6 against 0.4 at 5 % and power 0.8 needs 97 (107 with Yates). */
    @Test
    void needs_the_published_number_of_members() {
        var design = new TwoProportions(0.6, 0.4, 0.8, 0.05, 1);
        assertThat(Math.ceil(design.pooled().orElseThrow())).isEqualTo(97);
        assertThat(Math.ceil(design.continuityCorrected().orElseThrow())).isEqualTo(107);
        assertThat(design.unpooled().orElseThrow()).isLessThan(design.pooled().orElseThrow());
    }

    @Test
    void does_not_mind_which_group_is_first() {
        var one = new TwoProportions(0.1, 0.25, 0.9, 0.05, 2);
        var other = new TwoProportions(0.25, 0.1, 0.9, 0.05, 0.5);
        assertThat(2 * one.pooled().orElseThrow()).isCloseTo(other.pooled().orElseThrow(), within(1e-9));
        assertThat(2 * one.beyond(-0.3).orElseThrow()).isPositive();
        assertThat(one.beyond(0).orElseThrow()).isCloseTo(one.pooled().orElseThrow(), within(1e-9));
        // p1 - p2 > m turned over is (1-p1) - (1-p2) < -m, that is p2' - p1' > m.
        var turned = new TwoProportions(0.75, 0.9, 0.9, 0.05, 0.5);
        assertThat(2 * one.beyond(-0.3).orElseThrow())
                .isCloseTo(turned.beyond(-0.3).orElseThrow(), within(1e-8));
    }

    @Test
    void finds_no_size_for_no_difference() {
        var design = new TwoProportions(0.3, 0.3, 0.8, 0.05, 1);
        assertThat(design.pooled().value()).isEmpty();
        assertThat(design.arcsine().value()).isEmpty();
        assertThat(design.beyond(0).value()).isEmpty();
        assertThat(design.beyond(-0.1).value()).isPresent();
        assertThatThrownBy(() -> new TwoProportions(0, 0.3, 0.8, 0.05, 1)).hasMessageContaining("strictly between");
        assertThatThrownBy(() -> new TwoProportions(0.1, 0.3, 0.01, 0.05, 1)).hasMessageContaining("strictly between");
    }

    /** 100,000 trials of the exact power 0.6233: the error is 0.0015, the limit 4 of it. */
    @Test
    void simulates_the_power_that_listing_all_tables_gives() {
        var exact = ExactPower.of(ExactPower.Test.PEARSON, 20, 20, 0.05);
        var simulated = SimulatedPower.of(20, 20, 0.1, 0.4, 0.05, 100_000, Philox.of(5, 0));
        assertThat(simulated.rate().orElseThrow()).isCloseTo(exact.at(0.1, 0.4), within(0.0062));
        assertThat(exact.at(0.4, 0.1)).isCloseTo(exact.at(0.1, 0.4), within(1e-12));
    }

    @Test
    void holds_the_level_where_the_test_is_exact() {
        for (double p = 0; p <= 1; p += 0.05) {
            assertThat(ExactPower.of(ExactPower.Test.FISHER, 9, 12, 0.05).at(p, p))
                    .isLessThanOrEqualTo(0.05);
        }
        assertThatThrownBy(() -> ExactPower.of(ExactPower.Test.FISHER, 0, 12, 0.05))
                .hasMessageContaining("both groups");
    }

    @Test
    void multiplies_the_power_of_independent_endpoints() {
        var design =
                new CoPrimaryPower(new CoPrimaryPower.Endpoint(0.12, 0.3), new CoPrimaryPower.Endpoint(0.75, 0.5), 60);
        double[] alone = design.marginal(0.05);
        assertThat(design.both(0.05, 0)).isCloseTo(alone[0] * alone[1], within(1e-14));
        assertThat(design.both(0.05, 1)).isCloseTo(Math.min(alone[0], alone[1]), within(1e-14));
        assertThat(design.atLeastOne(0.05, 0.5)).isLessThan(design.atLeastOne(0.05, 0));
        assertThatThrownBy(() -> new CoPrimaryPower.Endpoint(0, 1)).hasMessageContaining("both certain");
    }

    /** Hommel's adjusted values are never above Hochberg's, those never above Holm's. */
    @Test
    void adjusts_p_values_in_the_known_order() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            double[] p = random.doubles(random.nextInt(1, 9), 0, 0.2).toArray();
            var family = AdjustedPValues.of(p);
            for (int k = 0; k < p.length; k++) {
                assertThat(family.hommel()[k]).isBetween(p[k], family.hochberg()[k] + 1e-15);
                assertThat(family.hochberg()[k]).isLessThanOrEqualTo(family.holm()[k]);
                assertThat(family.holm()[k]).isLessThanOrEqualTo(family.bonferroni()[k]);
                assertThat(family.benjaminiHochberg()[k]).isLessThanOrEqualTo(family.benjaminiYekutieli()[k]);
                assertThat(family.hommel()[k]).isCloseTo(closed(p, k), within(1e-12));
            }
        }
        assertThat(AdjustedPValues.of().hommel()).isEmpty();
        assertThatThrownBy(() -> AdjustedPValues.of(1.2)).hasMessageContaining("between 0 and 1");
    }

    /** The definition: the largest Simes p-value of all intersections that contain the hypothesis. */
    private static double closed(double[] p, int k) {
        double largest = 0;
        for (int set = 1; set < 1 << p.length; set++) {
            if ((set >> k & 1) == 0) {
                continue;
            }
            int members = set;
            double[] chosen = IntStream.range(0, p.length)
                    .filter(i -> (members >> i & 1) == 1)
                    .mapToDouble(i -> p[i])
                    .sorted()
                    .toArray();
            double simes = 1;
            for (int i = 0; i < chosen.length; i++) {
                simes = Math.min(simes, chosen.length * chosen[i] / (i + 1));
            }
            largest = Math.max(largest, simes);
        }
        return largest;
    }

    /** Jennison and Turnbull 2000, tables 2.1 and 2.3: two-sided 5 %, five looks, Pocock 2.413, O'Brien-Fleming 2.040. */
    @Test
    void has_the_published_boundaries() {
        double[] five = {0.2, 0.4, 0.6, 0.8, 1};
        var pocock = GroupSequential.of(five, 2, 0.05, new Spending.Curve(0.5));
        assertThat(Arrays.stream(pocock.critical()).boxed())
                .allSatisfy(c -> assertThat(c).isCloseTo(2.413, within(5e-4)));
        var fleming = GroupSequential.of(five, 2, 0.05, new Spending.Curve(0));
        assertThat(fleming.critical()[4]).isCloseTo(2.040, within(5e-4));
        assertThat(fleming.critical()[0]).isCloseTo(2.040 * Math.sqrt(5), within(2e-3));
        // Table 2.2 and 2.4: inflation factors at power 0.9, 1.207 and 1.026.
        assertThat(pocock.inflation(0.9)).isCloseTo(1.207, within(5e-4));
        assertThat(fleming.inflation(0.9)).isCloseTo(1.026, within(5e-4));
    }

    @Test
    void spends_the_level_and_no_more() {
        for (Spending spending : new Spending[] {
            new Spending.LikeObrienFleming(),
            new Spending.LikePocock(),
            new Spending.Power(2),
            new Spending.Exponential(-4),
            new Spending.Exponential(0),
            new Spending.HaybittlePeto()
        }) {
            for (int sides = 1; sides <= 2; sides++) {
                var design = GroupSequential.of(new double[] {0.3, 0.55, 1}, sides, 0.05, spending);
                assertThat(design.spent()[2]).isCloseTo(0.05, within(1e-10));
                assertThat(Arrays.stream(design.spent()).sorted().toArray()).isEqualTo(design.spent());
                assertThat(design.inflation(0.8)).isBetween(1.0, 1.3);
            }
        }
    }

    /** 200,000 paths under the hypothesis: the error of a share near 0.05 is 0.0005, the limit 4 of it. */
    @Test
    void crosses_as_often_as_it_says() {
        var design = GroupSequential.of(new double[] {0.4, 0.7, 1}, 2, 0.05, new Spending.LikePocock());
        var random = Philox.of(8, 0);
        int crossed = 0;
        for (int path = 0; path < 200_000; path++) {
            double score = 0;
            double before = 0;
            for (int look = 0; look < 3; look++) {
                double t = design.information()[look];
                score += Math.sqrt(t - before) * random.nextGaussian();
                before = t;
                if (Math.abs(score) >= design.critical()[look] * Math.sqrt(t)) {
                    crossed++;
                    break;
                }
            }
        }
        assertThat(crossed / 200_000.0).isCloseTo(0.05, within(0.002));
    }

    @Test
    void is_an_ordinary_test_with_one_look() {
        var design = GroupSequential.of(new double[] {1}, 1, 0.025, new Spending.LikeObrienFleming());
        assertThat(design.critical()[0]).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(design.inflation(0.8)).isCloseTo(1, within(1e-9));
        assertThatThrownBy(() -> GroupSequential.of(new double[] {1, 0.5}, 1, 0.025, new Spending.LikePocock()))
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> GroupSequential.of(new double[] {1}, 3, 0.025, new Spending.LikePocock()))
                .hasMessageContaining("one or two sides");
    }
}
