package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.trabecula.statistics.proportion.Tables.any;
import static org.trabecula.statistics.proportion.Tables.swapped;
import static org.trabecula.statistics.proportion.Tables.table;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Interval;

class ExactTestTest {
    /** Fagerland MW, Lydersen S, Laake P, Stat Methods Med Res 2015;24:224-254, table 6: the limits of 7/34 v 1/34. */
    @Test
    void hasThePublishedLimitsWhereRStopsShortOfThem() {
        var table = table(7, 34, 1, 34);
        var exact = ExactTest.of(table).oddsRatioInterval(0.95);
        assertThat(exact.lower()).isCloseTo(0.97, within(0.005));
        assertThat(exact.upper()).isCloseTo(397, within(0.5));
        var mid = ExactTest.of(table).midPOddsRatioInterval(0.95);
        assertThat(mid.lower()).isCloseTo(1.19, within(0.005));
        assertThat(mid.upper()).isCloseTo(200, within(0.5));
    }

    @Test
    void staysNearTheTruthWhereRStops() {
        var random = new SplittableRandom(2004);
        for (int i = 0; i < 300; i++) {
            var table = any(random);
            var full = ExactTest.of(table).oddsRatioInterval(0.95);
            var stopped = ExactTest.of(table, OddsRatioSearch.AS_R).oddsRatioInterval(0.95);
            assertNear(full.lower(), stopped.lower());
            assertNear(full.upper(), stopped.upper());
        }
    }

    /** Within R's tolerance of the ratio, or of its reciprocal above 1. */
    private static void assertNear(double full, double stopped) {
        double distance = full > 1 ? 1 / full - 1 / stopped : full - stopped;
        assertThat(distance).isCloseTo(0, within(1.3e-4));
    }

    @Test
    void keepsItsPValuesInOrder() {
        var random = new SplittableRandom(2000);
        for (int i = 0; i < 2_000; i++) {
            var table = any(random);
            var test = ExactTest.of(table);
            assertThat(test.greater() + test.less()).as("%s", table).isBetween(1 - 1e-12, 2.0);
            assertThat(test.blaker()).as("%s", table).isLessThanOrEqualTo(test.central() + 1e-12);
            assertThat(test.midPCentral()).as("%s", table).isLessThanOrEqualTo(test.central());
            assertThat(test.midPGreater() + test.midPLess()).as("%s", table).isCloseTo(1, within(1e-12));
            assertThat(test.twoSided()).as("%s", table).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void exchangesItsSidesWithTheGroups() {
        var random = new SplittableRandom(2001);
        for (int i = 0; i < 300; i++) {
            var table = any(random);
            var one = ExactTest.of(table);
            var other = ExactTest.of(swapped(table));
            assertThat(one.greater()).isCloseTo(other.less(), withinPercentage(1e-9));
            assertThat(one.blaker()).isCloseTo(other.blaker(), withinPercentage(1e-9));
            one.oddsRatio()
                    .ifPresent(ratio ->
                            assertThat(other.oddsRatio().orElseThrow()).isCloseTo(1 / ratio, withinPercentage(1e-7)));
        }
    }

    /** The definitions themselves, with the noncentral distribution at the limits and at the estimate. */
    @Test
    void putsTheTailsAtTheirLimits() {
        var random = new SplittableRandom(2003);
        for (int i = 0; i < 300; i++) {
            var table = any(random);
            int observed = table.first().events();
            var test = ExactTest.of(table);
            var interval = test.oddsRatioInterval(0.95);
            if (interval.lower() > 0) {
                assertThat(at(interval.lower(), table).atLeast(observed)).isCloseTo(0.025, within(1e-12));
            }
            if (!Double.isInfinite(interval.upper())) {
                assertThat(at(interval.upper(), table).atMost(observed)).isCloseTo(0.025, within(1e-12));
            }
            test.oddsRatio().stream()
                    .filter(ratio -> ratio > 0 && !Double.isInfinite(ratio))
                    .forEach(ratio -> assertThat(at(ratio, table).mean()).isCloseTo(observed, within(1e-10)));
        }
    }

    private static FirstCell at(double ratio, TwoByTwo table) {
        return FirstCell.of(table.first().total(), table.second().total(), table.events(), ratio);
    }

    /** The central p-value and the interval say the same about an odds ratio of 1. */
    @Test
    void leavesOutOneExactlyWhenTheCentralTestRejects() {
        var random = new SplittableRandom(2002);
        for (int i = 0; i < 300; i++) {
            var test = ExactTest.of(any(random));
            assertThat(test.oddsRatioInterval(0.95).contains(1)).isEqualTo(test.central() > 0.05);
            assertThat(test.midPOddsRatioInterval(0.95).contains(1)).isEqualTo(test.midPCentral() > 0.05);
        }
    }

    @Test
    void knowsNothingWhenAMarginIsEmpty() {
        for (var table : new TwoByTwo[] {table(0, 5, 0, 7), table(5, 5, 7, 7), table(0, 0, 3, 7), table(0, 0, 0, 0)}) {
            var test = ExactTest.of(table);
            assertThat(test.twoSided()).isEqualTo(1);
            assertThat(test.central()).isEqualTo(1);
            assertThat(test.blaker()).isEqualTo(1);
            assertThat(test.midPCentral()).isEqualTo(1);
            assertThat(test.oddsRatio()).isEmpty();
            assertThat(test.oddsRatioInterval(0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        }
    }

    @Test
    void hasNoLikelihoodRatioOnlyWithoutAGroup() {
        assertThat(ChiSquare.likelihoodRatio(table(0, 0, 3, 7))).isEmpty();
        assertThat(ChiSquare.likelihoodRatio(table(0, 5, 0, 7)).orElseThrow().p())
                .isEqualTo(1);
        assertThat(ChiSquare.nMinusOne(table(0, 5, 0, 7))).isEmpty();
    }
}
