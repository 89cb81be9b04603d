package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.GoldenCase;

class ClusteredTwoByTwoTest {
    @Test
    void agreesWithR() {
        var golden = GoldenCase.named("cluster-spine90");
        var arm0 = arm(golden, 0);
        var arm1 = arm(golden, 1);
        golden.expects("p_arm0", arm0.rate());
        golden.expects("se_arm0", arm0.standardError().orElseThrow());
        golden.expects("p_arm1", arm1.rate());
        golden.expects("se_arm1", arm1.standardError().orElseThrow());
        golden.expects("deff_arm0", arm0.designEffect().orElseThrow());
        golden.expects("deff_arm1", arm1.designEffect().orElseThrow());
        // The case subtracts arm 0 from arm 1.
        var table = new ClusteredTwoByTwo(arm1, arm0);
        golden.expects("rd", table.difference().orElseThrow().value());
        golden.expects("rd_se", table.difference().orElseThrow().standardError());
        golden.expects("rao_scott_chisq", table.raoScott().orElseThrow().statistic());
        golden.expects("rao_scott_p", table.raoScott().orElseThrow().p());
        var variance = table.variance().orElseThrow();
        golden.expects("ms_between", variance.between());
        golden.expects("ms_within", variance.within());
        golden.expects("m0", variance.typicalSize());
        golden.expects("icc_anova", variance.correlation());
        golden.expects("donner_c0", arm0.inflation(variance.correlation()));
        golden.expects("donner_c1", arm1.inflation(variance.correlation()));
        golden.expects("donner_chisq", table.donner().orElseThrow().statistic());
        golden.expects("donner_p", table.donner().orElseThrow().p());
    }

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

    private static Clusters arm(GoldenCase golden, int arm) {
        return new Clusters(golden.rows().stream()
                .filter(row -> row.count("arm") == arm)
                .map(row -> new Proportion(row.count("x"), row.count("n")))
                .toList());
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
