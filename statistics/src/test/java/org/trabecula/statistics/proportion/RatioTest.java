package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.trabecula.statistics.proportion.Tables.any;
import static org.trabecula.statistics.proportion.Tables.swapped;
import static org.trabecula.statistics.proportion.Tables.table;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

class RatioTest {
    /** Koopman 1984, example: 36/40 against 16/80 has the 95 % limits 2.940 and 7.152. */
    @Test
    void agreesWithKoopmansOwnExample() {
        var interval = new RiskRatio(table(36, 40, 16, 80)).koopman(0.95);
        assertThat(interval.lower()).isCloseTo(2.940, within(0.0015));
        assertThat(interval.upper()).isCloseTo(7.152, within(0.0015));
    }

    @Test
    void turnsOverWhenTheGroupsAreExchangedForOdds() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            var one = new OddsRatio(any(random));
            var other = new OddsRatio(swapped(one.table()));
            assertTurned(one.cornfield(0.95), other.cornfield(0.95));
            assertTurned(one.miettinenNurminen(0.95), other.miettinenNurminen(0.95));
        }
    }

    @Test
    void turnsOverWhenTheGroupsAreExchangedForRisks() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 500; i++) {
            var one = new RiskRatio(any(random));
            var other = new RiskRatio(swapped(one.table()));
            assertTurned(one.koopman(0.95), other.koopman(0.95));
            assertTurned(one.miettinenNurminen(0.95), other.miettinenNurminen(0.95));
        }
    }

    /** All three score tests of "no difference" are Pearson's, so their intervals leave out the null together. */
    @Test
    void leavesOutOneExactlyWhenPearsonsTestRejects() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            var table = any(random);
            var chi = ChiSquare.pearson(table);
            if (chi.isPresent() && Math.abs(chi.orElseThrow().p() - 0.05) > 1e-9) {
                boolean kept = chi.orElseThrow().p() > 0.05;
                assertThat(new RiskRatio(table).koopman(0.95).contains(1))
                        .as("%s", table)
                        .isEqualTo(kept);
                assertThat(new OddsRatio(table).cornfield(0.95).contains(1))
                        .as("%s", table)
                        .isEqualTo(kept);
                assertThat(new RiskDifference(table).mee(0.95).contains(0))
                        .as("%s", table)
                        .isEqualTo(kept);
            }
        }
    }

    @Test
    void endsAtZeroOrInfinityWhenACellIsEmpty() {
        var none = table(0, 10, 3, 12);
        assertThat(new RiskRatio(none).estimate()).hasValue(0);
        assertThat(new RiskRatio(none).koopman(0.95).lower()).isZero();
        assertThat(new RiskRatio(none).koopman(0.95).upper()).isBetween(0.5, 5.0);
        assertThat(new RiskRatio(none).katz(0.95)).isEmpty();
        assertThat(new OddsRatio(none).woolf(0.95)).isEmpty();
        var many = new OddsRatio(swapped(none));
        assertThat(many.estimate()).hasValue(Double.POSITIVE_INFINITY);
        assertThat(many.cornfield(0.95).upper()).isInfinite();
    }

    /** A whole second group with the event leaves the expected first cell just above 1 for every small ratio. */
    @Test
    void findsItsLimitsWhereTheExpectedCellsNearlyVanish() {
        var table = table(1, 9_753, 4_706, 4_706);
        for (double level : new double[] {0.1, 0.5, 0.95, 0.999999}) {
            var interval = new OddsRatio(table).cornfield(level);
            assertThat(interval.lower()).isZero();
            assertThat(interval.upper()).isBetween(0.0, 1.0);
            var cells = ExpectedCells.at(interval.upper(), table);
            double z = (1 - cells.first()) / Math.sqrt(cells.variance());
            assertThat(z).isCloseTo(-Confidence.deviate(level), withinPercentage(1e-6));
        }
    }

    @Test
    void expectsTheProductOfTheMarginsUnderEqualOdds() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 500; i++) {
            var table = any(random);
            if (!table.hasEmptyMargin()) {
                double expected = (double) table.first().total() * table.events() / table.total();
                assertThat(ExpectedCells.at(1, table).first()).isCloseTo(expected, withinPercentage(1e-10));
                double ratio = random.nextDouble(0.01, 100);
                double a = ExpectedCells.at(ratio, table).first();
                double b = table.first().total() - a;
                double c = table.events() - a;
                double d = table.second().total() - c;
                assertThat(a * d / (b * c)).as("%s", table).isCloseTo(ratio, withinPercentage(1e-8));
            }
        }
    }

    @Test
    void knowsNothingWhenNobodyHadTheEvent() {
        var table = table(0, 10, 0, 12);
        assertThat(new RiskRatio(table).estimate()).isEmpty();
        assertThat(new RiskRatio(table).koopman(0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(new OddsRatio(table).estimate()).isEmpty();
        assertThat(new OddsRatio(table).cornfield(0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void refusesEmptyGroups() {
        assertThat(table(0, 0, 1, 2).riskRatio()).isEmpty();
        assertThat(table(0, 0, 1, 2).oddsRatio()).isEmpty();
        assertThatThrownBy(() -> new RiskRatio(table(0, 0, 1, 2))).hasMessageContaining("A risk ratio");
        assertThatThrownBy(() -> new OddsRatio(table(0, 0, 1, 2))).hasMessageContaining("An odds ratio");
    }

    private static void assertTurned(Interval one, Interval other) {
        assertThat(one.lower()).isCloseTo(1 / other.upper(), withinPercentage(1e-5));
        if (Double.isInfinite(one.upper())) {
            assertThat(other.lower()).isZero();
        } else {
            assertThat(one.upper()).isCloseTo(1 / other.lower(), withinPercentage(1e-5));
        }
    }
}
