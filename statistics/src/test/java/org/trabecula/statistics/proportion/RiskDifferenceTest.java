package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.proportion.Tables.any;
import static org.trabecula.statistics.proportion.Tables.swapped;
import static org.trabecula.statistics.proportion.Tables.table;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.statistics.estimate.Interval;

class RiskDifferenceTest {
    @Test
    void isPearsonsTestAtAMarginOfZero() {
        var random = new SplittableRandom(1990);
        for (int i = 0; i < 500; i++) {
            var table = any(random);
            double z =
                    new RiskDifference(table).scoreTest(0, ScoreVariance.PLAIN).z();
            ChiSquare.pearson(table)
                    .ifPresent(chi -> assertThat(z * z).as("%s", table).isCloseTo(chi.statistic(), within(1e-9)));
        }
    }

    /** The definition itself: at each limit that is not the end of the scale the statistic is plus or minus z. */
    @ParameterizedTest
    @EnumSource(ScoreVariance.class)
    void rejectsExactlyOutsideItsScoreInterval(ScoreVariance variance) {
        var random = new SplittableRandom(1985);
        for (int i = 0; i < 1_000; i++) {
            var table = any(random);
            var difference = new RiskDifference(table);
            var interval = variance == ScoreVariance.PLAIN ? difference.mee(0.9) : difference.miettinenNurminen(0.9);
            assertThat(interval.contains(difference.estimate())).isTrue();
            if (interval.lower() > -0.999) {
                double z = difference.scoreTest(interval.lower(), variance).z();
                assertThat(z).as("%s", table).isCloseTo(1.6448536269514722, within(1e-7));
            }
            if (interval.upper() < 0.999) {
                double z = difference.scoreTest(interval.upper(), variance).z();
                assertThat(z).as("%s", table).isCloseTo(-1.6448536269514722, within(1e-7));
            }
        }
    }

    @Test
    void mirrorsEveryIntervalWhenTheGroupsAreExchanged() {
        var random = new SplittableRandom(17);
        for (int i = 0; i < 500; i++) {
            var one = new RiskDifference(any(random));
            var other = new RiskDifference(swapped(one.table()));
            var ones = all(one);
            var others = all(other);
            for (int k = 0; k < ones.size(); k++) {
                assertThat(ones.get(k).lower()).isCloseTo(-others.get(k).upper(), within(1e-9));
                assertThat(ones.get(k).upper()).isCloseTo(-others.get(k).lower(), within(1e-9));
            }
        }
    }

    /**
     * Coverage of the 95 % intervals over 10,000 trials of 45 against 45 with rates 0.25 and 0.10; the Monte Carlo
     * standard error is 0.0022, and five of them are allowed around the level.
     */
    @Test
    void coversTheTruthAboutAsOftenAsItSays() {
        var random = new SplittableRandom(45);
        int trials = 10_000;
        int newcombe = 0;
        int score = 0;
        for (int i = 0; i < trials; i++) {
            var difference = new RiskDifference(new TwoByTwo(sample(random, 45, 0.25), sample(random, 45, 0.10)));
            newcombe += difference.newcombe(0.95).contains(0.15) ? 1 : 0;
            score += difference.miettinenNurminen(0.95).contains(0.15) ? 1 : 0;
        }
        assertThat((double) newcombe / trials).isBetween(0.939, 0.961);
        assertThat((double) score / trials).isBetween(0.939, 0.961);
    }

    @Test
    void refusesEmptyGroupsAndImpossibleMargins() {
        assertThat(table(0, 0, 1, 2).riskDifference()).isEmpty();
        assertThatThrownBy(() -> new RiskDifference(table(0, 0, 1, 2))).hasMessageContaining("totals are 0 and 2");
        var difference = new RiskDifference(table(1, 2, 1, 2));
        assertThatThrownBy(() -> difference.scoreTest(1, ScoreVariance.PLAIN)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> difference.scoreTest(Double.NaN, ScoreVariance.PLAIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysInsideThePossibleForTheSmallestGroups() {
        for (var table : List.of(table(0, 1, 0, 1), table(1, 1, 0, 1), table(0, 1, 1, 1), table(1, 1, 1, 1))) {
            for (var interval : all(new RiskDifference(table)).subList(0, 4)) {
                assertThat(interval.lower()).as("%s", table).isGreaterThanOrEqualTo(-1);
                assertThat(interval.upper()).as("%s", table).isLessThanOrEqualTo(1);
            }
        }
    }

    private static List<Interval> all(RiskDifference difference) {
        return List.of(
                difference.newcombe(0.95),
                difference.newcombeCorrected(0.95),
                difference.miettinenNurminen(0.95),
                difference.mee(0.95),
                difference.wald(0.95),
                difference.agrestiCaffo(0.95));
    }

    private static Proportion sample(SplittableRandom random, int total, double rate) {
        int events = (int) random.doubles(total).filter(value -> value < rate).count();
        return new Proportion(events, total);
    }
}
