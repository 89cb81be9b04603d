package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.proportion.Tables.swapped;
import static org.trabecula.statistics.proportion.Tables.table;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class UnconditionalTestTest {
    /** By hand: 3/3 against 0/3 is the only table as extreme; p³(1-p)³ is largest at one half, 1/64. */
    @Test
    void findsTheWorstCommonRate() {
        var table = table(3, 3, 0, 3);
        assertThat(UnconditionalTest.barnard(table).greater()).isCloseTo(1 / 64.0, within(1e-15));
        assertThat(UnconditionalTest.boschloo(table).greater()).isCloseTo(1 / 64.0, within(1e-15));
        assertThat(UnconditionalTest.boschloo(table).less()).isCloseTo(1, within(1e-15));
    }

    @Test
    void isNeverAboveFishersTest() {
        var random = new SplittableRandom(1970);
        for (int i = 0; i < 200; i++) {
            var table = small(random);
            var fisher = ExactTest.of(table);
            var boschloo = UnconditionalTest.boschloo(table);
            assertThat(boschloo.greater()).as("%s", table).isLessThanOrEqualTo(fisher.greater() * (1 + 1e-8));
            assertThat(boschloo.less()).as("%s", table).isLessThanOrEqualTo(fisher.less() * (1 + 1e-8));
            assertThat(boschloo.greater()).isGreaterThan(0);
        }
    }

    @Test
    void exchangesItsSidesWithTheGroups() {
        var random = new SplittableRandom(1947);
        for (int i = 0; i < 100; i++) {
            var table = small(random);
            var barnard = UnconditionalTest.barnard(table);
            var boschloo = UnconditionalTest.boschloo(table);
            assertThat(UnconditionalTest.barnard(swapped(table)).less()).isCloseTo(barnard.greater(), within(1e-9));
            assertThat(UnconditionalTest.boschloo(swapped(table)).less()).isCloseTo(boschloo.greater(), within(1e-9));
        }
    }

    /** No fine grid of common rates may find more than the search did. */
    @Test
    void missesNoHigherHill() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 30; i++) {
            int total = random.nextInt(1, 120);
            double[] weights = random.doubles(total + 1).toArray();
            var mixture = new BinomialMixture(total, k -> weights[k]);
            double best = mixture.largest();
            for (double p = 0; p <= 1; p += 0.002) {
                double sum = 0;
                var binomial = BinomialDistribution.of(total, p);
                for (int k = 0; k <= total; k++) {
                    sum += weights[k] * binomial.probability(k);
                }
                assertThat(sum).isLessThanOrEqualTo(best + 1e-12);
            }
        }
    }

    @Test
    void knowsNothingWithoutAGroup() {
        assertThat(UnconditionalTest.boschloo(table(0, 0, 3, 7)).doubled()).isEqualTo(1);
        assertThat(UnconditionalTest.barnard(table(0, 0, 3, 7)).doubled()).isEqualTo(1);
        assertThat(UnconditionalTest.barnard(table(0, 0, 0, 0)).doubled()).isEqualTo(1);
    }

    private static TwoByTwo small(SplittableRandom random) {
        int n1 = random.nextInt(1, 25);
        int n2 = random.nextInt(1, 25);
        return table(random.nextInt(0, n1 + 1), n1, random.nextInt(0, n2 + 1), n2);
    }
}
