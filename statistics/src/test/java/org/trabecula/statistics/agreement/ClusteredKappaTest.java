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
        var kappa = ClusteredKappa.of(first, second, IntStream.range(0, n).toArray(), 3)
                .orElseThrow();
        var plain = ReaderTable.of(first, second, 3).kappa(Weighting.NOMINAL).orElseThrow();
        assertThat(kappa.value()).isCloseTo(plain.value(), within(1e-14));
        assertThat(kappa.naiveError()).isCloseTo(plain.standardError(), within(1e-12));
        assertThat(kappa.designEffect()).isCloseTo(n / (n - 1.0), within(1e-9));
        assertThat(kappa.jackknifeError()).isCloseTo(plain.standardError(), within(0.05 * plain.standardError()));
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
        var doubled = ClusteredKappa.of(twice1, twice2, cluster, 2).orElseThrow();
        assertThat(doubled.designEffect()).isCloseTo(2 * n / (n - 1.0), within(1e-9));
        assertThat(doubled.interval(0.95).contains(doubled.value())).isTrue();
    }

    @Test
    void needs_two_clusters_and_something_that_varies() {
        assertThat(cause(ClusteredKappa.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 0}, 2)))
                .isEqualTo(Cause.TOO_FEW_CLUSTERS);
        assertThat(cause(ClusteredKappa.of(new int[] {0, 0, 1}, new int[] {0, 0, 1}, new int[] {0, 0, 1}, 2)))
                .isEqualTo(Cause.TOO_FEW_CLUSTERS);
        assertThat(cause(ClusteredKappa.of(new int[] {0, 1, 0, 1}, new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}, 2)))
                .isEqualTo(Cause.SINGULAR);
    }
}
