package org.trabecula.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.agreement.ReaderTableTest.cause;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class ClusteredKappaTest {
    @Test
    void has_the_ordinary_error_when_each_unit_is_its_own_cluster() {
        var random = new SplittableRandom(8);
        int n = 80;
        int[] first = IntStream.range(0, n).map(_ -> random.nextInt(3)).toArray();
        int[] second = IntStream.range(0, n)
                .map(i -> random.nextBoolean() ? first[i] : random.nextInt(3))
                .toArray();
        int[] own = IntStream.range(0, n).toArray();
        for (Weighting weighting : Weighting.values()) {
            var kappa = ClusteredKappa.of(first, second, own, 3, weighting).orElseThrow();
            var plain = ReaderTable.of(first, second, 3).kappa(weighting).orElseThrow();
            assertThat(kappa.value()).isCloseTo(plain.value(), within(1e-14));
            assertThat(kappa.naiveError()).isCloseTo(plain.standardError(), within(1e-12));
            assertThat(kappa.designEffect()).isCloseTo(n / (n - 1.0), within(1e-9));
            assertThat(kappa.jackknifeError()).isCloseTo(plain.standardError(), within(0.05 * plain.standardError()));
        }
    }

    /** Every unit twice in its cluster: the information does not grow, the design effect is two (times K/(K-1)). */
    @Test
    void is_not_fooled_by_copies() {
        int[] first = {0, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0};
        int[] second = {0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 1};
        int n = first.length;
        int[] twice1 = IntStream.range(0, 2 * n).map(i -> first[i / 2]).toArray();
        int[] twice2 = IntStream.range(0, 2 * n).map(i -> second[i / 2]).toArray();
        int[] cluster = IntStream.range(0, 2 * n).map(i -> i / 2).toArray();
        var doubled =
                ClusteredKappa.of(twice1, twice2, cluster, 2, Weighting.NOMINAL).orElseThrow();
        assertThat(doubled.designEffect()).isCloseTo(2 * n / (n - 1.0), within(1e-9));
        assertThat(doubled.interval(0.95).contains(doubled.value())).isTrue();
    }

    @Test
    void needs_two_clusters_and_something_that_varies() {
        assertThat(none(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 0})).isEqualTo(Cause.TOO_FEW_CLUSTERS);
        assertThat(none(new int[] {0, 0, 1}, new int[] {0, 0, 1}, new int[] {0, 0, 1}))
                .isEqualTo(Cause.TOO_FEW_CLUSTERS);
        assertThat(none(new int[] {0, 1, 0, 1}, new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}))
                .isEqualTo(Cause.SINGULAR);
    }

    /** Shares such as 3/49 and 46/49 need not come to 1 to the last digit; the error of what is the same is still none. */
    @Test
    void takes_no_error_from_the_rounding_of_readers_who_agree_on_everything() {
        for (int n = 4; n < 200; n++) {
            for (int loose = 2; loose < 5; loose++) {
                int few = Math.min(loose, n - 2);
                int[] reads = IntStream.range(0, n).map(i -> i < few ? 1 : 0).toArray();
                assertThat(none(reads, reads, IntStream.range(0, n).toArray())).isEqualTo(Cause.SINGULAR);
            }
        }
    }

    /**
     * By hand: without one of three clusters kappa is 0, 0 and 1, so the jackknife's variance is 2/3 (1/9 + 1/9 + 4/9) = 4/9, and
     * t(2) = 4.3027 errors reach 2.87 to either side of 0.4.
     */
    @Test
    void its_interval_can_be_kept_to_where_kappa_lies() {
        int[] first = {0, 0, 1, 1, 0, 0};
        int[] second = {0, 0, 1, 1, 1, 1};
        var kappa = ClusteredKappa.of(first, second, new int[] {0, 0, 1, 1, 2, 2}, 2, Weighting.NOMINAL)
                .orElseThrow();
        assertThat(kappa.value()).isCloseTo(0.4, within(1e-12));
        assertThat(kappa.jackknifeError()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(kappa.interval(0.95).upper()).isCloseTo(0.4 + 4.302653 * 2 / 3, within(1e-5));
        assertThat(kappa.bounded(0.95).lower()).isEqualTo(-1);
        assertThat(kappa.bounded(0.95).upper()).isEqualTo(1);
        assertThat(kappa.bounded(0.2).lower()).isEqualTo(kappa.interval(0.2).lower());
    }

    /** No table of whatever readers leaves kappa, weighted or not, where an interval is cut off. */
    @Test
    void kappa_lies_between_minus_one_and_one() {
        var random = new SplittableRandom(12);
        for (int trial = 0; trial < 3_000; trial++) {
            int[][] counts = new int[4][4];
            for (int filled = 1 + random.nextInt(5); filled > 0; filled--) {
                counts[random.nextInt(4)][random.nextInt(4)] += 1 + random.nextInt(9);
            }
            for (Weighting weighting : Weighting.values()) {
                new ReaderTable(counts)
                        .kappa(weighting)
                        .value()
                        .ifPresent(kappa -> assertThat(kappa.value()).isBetween(-1 - 1e-12, 1 + 1e-12));
            }
        }
    }

    private static Cause none(int[] first, int[] second, int[] cluster) {
        return cause(ClusteredKappa.of(first, second, cluster, 2, Weighting.NOMINAL));
    }
}
