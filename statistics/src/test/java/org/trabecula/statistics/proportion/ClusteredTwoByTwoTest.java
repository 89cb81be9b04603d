package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredTwoByTwoTest {
    /** Splitting nothing: clusters of one unit are independent units, so the design effect is m/(m - 1). */
    @Test
    void isTheOrdinaryVarianceForClustersOfOne() {
        assertThat(ones(0, 10).designEffect()).isEmpty();
        var mixed = ones(3, 10);
        assertThat(mixed.designEffect().orElseThrow()).isCloseTo(10 / 9.0, within(1e-12));
        assertThat(new ClusteredTwoByTwo(mixed, ones(5, 10)).variance()).isEmpty();
    }

    @Test
    void findsPerfectCorrelationWhenUnitsOfAClusterNeverDiffer() {
        var alike = new Clusters(List.of(new Proportion(4, 4), new Proportion(0, 4), new Proportion(4, 4)));
        var variance = new ClusteredTwoByTwo(alike, alike).variance().orElseThrow();
        assertThat(variance.within()).isZero();
        assertThat(variance.correlation()).isEqualTo(1);
        assertThat(alike.inflation(1)).isEqualTo(4);
    }

    @Test
    void doesNotMindTheOrderOfClustersNorOfGroups() {
        var random = new SplittableRandom(1992);
        for (int i = 0; i < 200; i++) {
            var one = any(random);
            var other = any(random);
            var table = new ClusteredTwoByTwo(one, other);
            var turned = new ClusteredTwoByTwo(
                    /* first= */ new Clusters(other.members().reversed()), /* second= */ new Clusters(one.members()));
            double difference = table.difference().orElseThrow().value();
            assertThat(turned.difference().orElseThrow().value()).isCloseTo(-difference, within(1e-12));
            table.raoScott()
                    .ifPresent(chi -> assertThat(turned.raoScott().orElseThrow().statistic())
                            .isCloseTo(chi.statistic(), within(1e-9)));
            table.donner()
                    .ifPresent(chi -> assertThat(turned.donner().orElseThrow().statistic())
                            .isCloseTo(chi.statistic(), within(1e-9)));
        }
    }

    @Test
    void isEmptyForSingleClustersAndWithoutEvents() {
        var single = new Clusters(List.of(new Proportion(1, 4)));
        assertThat(single.standardError()).isEmpty();
        assertThat(single.designEffect()).isEmpty();
        var both = new ClusteredTwoByTwo(single, single);
        assertThat(both.difference()).isEmpty();
        assertThat(both.raoScott()).isEmpty();
        assertThat(both.variance()).isEmpty();
        assertThat(both.donner()).isEmpty();
        var quiet = new Clusters(List.of(new Proportion(0, 4), new Proportion(0, 6)));
        var none = new ClusteredTwoByTwo(quiet, quiet);
        assertThat(none.difference().orElseThrow().standardError()).isZero();
        assertThat(none.raoScott()).isEmpty();
        assertThat(none.variance()).isEmpty();
        assertThat(none.donner()).isEmpty();
    }

    @Test
    void refusesGroupsWithoutClustersAndClustersWithoutUnits() {
        assertThatThrownBy(() -> new Clusters(List.of())).hasMessageContaining("at least one cluster");
        assertThatThrownBy(() -> new Clusters(List.of(new Proportion(0, 0)))).hasMessageContaining("a unit in each");
    }

    private static Clusters ones(int events, int total) {
        return new Clusters(IntStream.range(0, total)
                .mapToObj(i -> new Proportion(i < events ? 1 : 0, 1))
                .toList());
    }

    private static Clusters any(SplittableRandom random) {
        return new Clusters(IntStream.range(0, random.nextInt(2, 20))
                .mapToObj(i -> {
                    int total = random.nextInt(1, 9);
                    return new Proportion(random.nextInt(0, total + 1), total);
                })
                .toList());
    }
}
