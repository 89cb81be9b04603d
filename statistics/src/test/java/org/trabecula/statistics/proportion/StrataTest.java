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
import org.trabecula.statistics.GoldenCase;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;

class StrataTest {
    @Test
    void agreesWithR() {
        var golden = GoldenCase.named("strat-penicillin");
        double level = golden.input("conf");
        var strata = new Strata(golden.rows().stream()
                .map(row -> table(row.count("x1"), row.count("n1"), row.count("x2"), row.count("n2")))
                .toList());
        golden.expects("cmh", strata.mantelHaenszel().orElseThrow().statistic());
        golden.expects("cmh_p", strata.mantelHaenszel().orElseThrow().p());
        golden.expects("cmh_cc", strata.mantelHaenszelCorrected().orElseThrow().statistic());
        golden.expects("cmh_exact_p", strata.exact());
        var odds = strata.oddsRatio().orElseThrow();
        golden.expects("or_mh", odds.value());
        golden.expects("or_mh_rbg_ci", limits(odds.interval(level)));
        var difference = strata.riskDifference().orElseThrow();
        golden.expects("rd_mh", difference.value());
        golden.expects("rd_mh_sato_se", difference.standardError());
        golden.expects("rd_mh_ci", limits(difference.interval(level)));
        var risk = strata.riskRatio().orElseThrow();
        golden.expects("rr_mh", risk.value());
        golden.expects("rr_mh_ci", limits(risk.interval(level)));
        golden.expects(
                "rd_stratified_mn_mh_weights",
                limits(strata.miettinenNurminen(level).orElseThrow()));
        golden.expects("breslow_day", strata.breslowDay().orElseThrow().statistic());
        golden.expects("breslow_day_p", strata.breslowDay().orElseThrow().p());
    }

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

    private static double[] limits(Interval interval) {
        return new double[] {interval.lower(), interval.upper()};
    }
}
