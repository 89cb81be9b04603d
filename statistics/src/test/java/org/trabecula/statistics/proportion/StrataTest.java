package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.proportion.Tables.any;
import static org.trabecula.statistics.proportion.Tables.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Estimate;

class StrataTest {
    @Test
    void isTheUnstratifiedMethodWithOneStratum() {
        var random = new SplittableRandom(1959);
        for (int i = 0; i < 500; i++) {
            var table = any(random);
            var strata = new Strata(List.of(table));
            assertThat(strata.exact()).isCloseTo(table.fisher(), within(1e-12));
            assertThat(strata.riskDifference().orElseThrow().value())
                    .isCloseTo(table.difference().orElseThrow(), within(1e-12));
            var common = strata.miettinenNurminen(0.95).orElseThrow();
            var single = new RiskDifference(table).miettinenNurminen(0.95);
            assertThat(common.lower()).isCloseTo(single.lower(), within(1e-9));
            assertThat(common.upper()).isCloseTo(single.upper(), within(1e-9));
            // The hypergeometric variance makes it the (N - 1) chi-square.
            assertThat(strata.mantelHaenszel().isPresent())
                    .isEqualTo(ChiSquare.nMinusOne(table).isPresent());
            strata.mantelHaenszel()
                    .ifPresent(chi -> assertThat(chi.statistic())
                            .isCloseTo(ChiSquare.nMinusOne(table).orElseThrow().statistic(), within(1e-9)));
        }
    }

    @Test
    void doesNotMindTheOrderOfStrataNorOneWithoutAGroup() {
        var random = new SplittableRandom(1985);
        for (int i = 0; i < 100; i++) {
            var tables = new ArrayList<>(
                    IntStream.range(0, 5).mapToObj(k -> any(random)).toList());
            var one = new Strata(tables);
            tables.add(table(0, 0, 2, 5));
            Collections.shuffle(tables, new Random(i));
            var other = new Strata(tables);
            assertThat(other.exact()).isCloseTo(one.exact(), within(1e-12));
            assertSame(
                    one.riskDifference().orElseThrow(), other.riskDifference().orElseThrow());
            one.oddsRatio().ifPresent(odds -> assertSame(odds, other.oddsRatio().orElseThrow()));
            one.riskRatio().ifPresent(risk -> assertSame(risk, other.riskRatio().orElseThrow()));
            one.breslowDay().ifPresent(test -> {
                var again = other.breslowDay().orElseThrow();
                assertThat(again.degrees()).isEqualTo(test.degrees());
                assertThat(again.statistic()).isCloseTo(test.statistic(), within(1e-8));
                assertThat(one.tarone().orElseThrow().statistic()).isLessThanOrEqualTo(test.statistic());
            });
        }
    }

    @Test
    void isEmptyWhereThereIsNothingToPool() {
        var nobody = new Strata(List.of(table(0, 4, 0, 5), table(3, 3, 2, 2)));
        assertThat(nobody.mantelHaenszel()).isEmpty();
        assertThat(nobody.exact()).isEqualTo(1);
        assertThat(nobody.oddsRatio()).isEmpty();
        assertThat(nobody.breslowDay()).isEmpty();
        assertThat(nobody.riskDifference().orElseThrow().value()).isZero();
        var nothing = new Strata(List.of());
        assertThat(nothing.riskDifference()).isEmpty();
        assertThat(nothing.miettinenNurminen(0.95)).isEmpty();
        assertThat(nothing.riskRatio()).isEmpty();
        assertThat(nothing.exact()).isEqualTo(1);
    }

    private static void assertSame(Estimate one, Estimate other) {
        assertThat(other.value()).isCloseTo(one.value(), within(1e-9 * (1 + Math.abs(one.value()))));
        assertThat(other.standardError()).isCloseTo(one.standardError(), within(1e-9));
    }
}
