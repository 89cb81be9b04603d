package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.trabecula.statistics.proportion.Tables.any;
import static org.trabecula.statistics.proportion.Tables.table;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoByTwoTest {
    @Test
    void answersAsThePartsThatItAsks() {
        var table = table(56, 70, 48, 80);
        assertThat(table.newcombe(0.9)).contains(new RiskDifference(table).newcombe(0.9));
        assertThat(table.pearson())
                .hasValue(ChiSquare.pearson(table).orElseThrow().p());
        assertThat(table.yates()).hasValue(ChiSquare.yates(table).orElseThrow().p());
        assertThat(table.fisher()).isEqualTo(ExactTest.of(table).twoSided());
    }

    @Test
    void hasNoDifferenceAndNoAsymptoticTestWhenAGroupIsEmpty() {
        var table = table(0, 0, 3, 5);
        assertThat(table.difference()).isEmpty();
        assertThat(table.newcombe(0.95)).isEmpty();
        assertThat(table.pearson()).isEmpty();
        assertThat(table.yates()).isEmpty();
        assertThat(table.fisher()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,5,0,7", "5,5,7,7"})
    void hasAnIntervalButNoAsymptoticTestWhenNobodyOrEverybodyHadTheEvent(int x1, int n1, int x2, int n2) {
        var table = table(x1, n1, x2, n2);
        assertThat(table.difference()).hasValue(0);
        assertThat(table.newcombe(0.95).orElseThrow().contains(0)).isTrue();
        assertThat(table.pearson()).isEmpty();
        assertThat(table.yates()).isEmpty();
        assertThat(table.fisher()).isEqualTo(1);
    }

    @Test
    void givesTheSamePValuesWhenTheGroupsAreExchanged() {
        var random = new SplittableRandom(1935);
        for (int i = 0; i < 2_000; i++) {
            var table = any(random);
            var swapped = new TwoByTwo(/* first= */ table.second(), /* second= */ table.first());
            assertThat(table.fisher()).as("%s", table).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(swapped.fisher()).as("%s", table).isCloseTo(table.fisher(), within(1e-12));
            table.pearson().ifPresent(p -> assertSame(swapped.pearson().orElseThrow(), p));
            table.yates().ifPresent(p -> assertSame(swapped.yates().orElseThrow(), p));
        }
    }

    @Test
    void givesTheSamePValuesWhenEventsAndNonEventsAreExchanged() {
        var random = new SplittableRandom(1900);
        for (int i = 0; i < 500; i++) {
            var table = any(random);
            var turned = new TwoByTwo(turned(table.first()), turned(table.second()));
            assertThat(turned.fisher()).isCloseTo(table.fisher(), within(1e-12));
            table.pearson().ifPresent(p -> assertSame(turned.pearson().orElseThrow(), p));
        }
    }

    @Test
    void putsTheDifferenceInsideNewcombesIntervalAndThatInsideThePossible() {
        var random = new SplittableRandom(1998);
        for (int i = 0; i < 2_000; i++) {
            var table = any(random);
            var interval = table.newcombe(random.nextDouble(0.5, 0.9999)).orElseThrow();
            assertThat(interval.contains(table.difference().orElseThrow()))
                    .as("%s", table)
                    .isTrue();
            assertThat(interval.lower()).isGreaterThanOrEqualTo(-1);
            assertThat(interval.upper()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void neverFindsMoreEvidenceWithYatesCorrection() {
        var random = new SplittableRandom(1934);
        for (int i = 0; i < 500; i++) {
            var table = any(random);
            table.pearson()
                    .ifPresent(p -> assertThat(table.yates().orElseThrow()).isGreaterThanOrEqualTo(p));
        }
    }

    /** Every sample of three and four: the tail summed from binomial coefficients that a reader can check by hand. */
    @Test
    void sumsFishersTailFromTheCountsOfTablesWithTheSameMargins() {
        // 3/3 against 0/4: one table of C(7,3) = 35 is as unlikely as this one, itself.
        assertThat(table(3, 3, 0, 4).fisher()).isCloseTo(1 / 35.0, within(1e-15));
        // 0/3 against 3/4 has C(4,3) = 4 of 35; 3/3 against 0/4 has 1; both tails count.
        assertThat(table(0, 3, 3, 4).fisher()).isCloseTo(5 / 35.0, within(1e-15));
    }

    @Test
    void staysFiniteAndFastWithCountsOfARegistry() {
        var table = table(400_000, 1_000_000, 401_000, 1_000_000);
        // Pearson and Fisher must nearly agree in so large a table.
        assertThat(table.fisher()).isCloseTo(table.pearson().orElseThrow(), within(1e-3));
    }

    /** Equal but for rounding, which a far tail makes larger. */
    private static void assertSame(double p, double q) {
        assertThat(p).isCloseTo(q, withinPercentage(1e-10));
    }

    private static Proportion turned(Proportion proportion) {
        return new Proportion(proportion.total() - proportion.events(), proportion.total());
    }
}
