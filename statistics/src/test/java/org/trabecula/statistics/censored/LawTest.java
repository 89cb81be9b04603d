package org.trabecula.statistics.censored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LawTest {
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource
    void hasTheDerivativesOfItsLogarithms(Law law) {
        double shift = law == Law.UNIFORM ? 0.5 : 0;
        double scale = law == Law.UNIFORM ? 0.1 : 1;
        double[] terms = new double[Law.TERMS];
        double[] there = new double[Law.TERMS];
        double[] here = new double[Law.TERMS];
        for (double a = -3; a < 2.5; a += 0.7) {
            double low = shift + scale * a;
            double high = low + scale * 0.4;
            law.derive(low, high, terms);
            law.derive(low + STEP, high, there);
            law.derive(low - STEP, high, here);
            double slope = (law.logChance(low + STEP, high) - law.logChance(low - STEP, high)) / (2 * STEP);
            assertThat(terms[Law.LOW]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
            double bend = (there[Law.LOW] - here[Law.LOW]) / (2 * STEP);
            assertThat(terms[Law.LOW_LOW]).isCloseTo(bend, within(1e-5 * (1 + Math.abs(bend))));
            double mixed = (there[Law.HIGH] - here[Law.HIGH]) / (2 * STEP);
            assertThat(terms[Law.LOW_HIGH]).isCloseTo(mixed, within(1e-5 * (1 + Math.abs(mixed))));
            double density = (law.logDensity(low + STEP) - law.logDensity(low - STEP)) / (2 * STEP);
            assertThat(law.slope(low)).isCloseTo(density, within(1e-8));
            double curve = (law.slope(low + STEP) - law.slope(low - STEP)) / (2 * STEP);
            assertThat(law.bend(low)).isCloseTo(curve, within(1e-8));
        }
    }

    /** SciPy 1.17: norm.logsf of 10 and 11 are -53.23128515051248 and -63.824934094423725. */
    @Test
    void keepsItsDigitsInFarTails() {
        double beyond = -53.23128515051248;
        double further = -63.824934094423725;
        assertThat(Law.NORMAL.logChance(10, Double.POSITIVE_INFINITY)).isCloseTo(beyond, within(1e-12));
        double between = beyond + Math.log1p(-Math.exp(further - beyond));
        assertThat(Law.NORMAL.logChance(10, 11)).isCloseTo(between, within(1e-12));
        assertThat(Law.NORMAL.logChance(-11, -10)).isCloseTo(between, within(1e-12));
        assertThat(Law.NORMAL.logChance(60, 61)).isLessThan(-1800).isFinite();
        assertThat(Law.LOGISTIC.logChance(800, 801)).isCloseTo(-800 + Math.log(-Math.expm1(-1)), within(1e-9));
        assertThat(Law.EXTREME.logChance(-600, -599)).isCloseTo(-600 + Math.log(Math.E - 1), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void givesEverythingBetweenItsEndsAndNothingWhereTheyAreSwapped(Law law) {
        assertThat(law.logChance(law.bottom(), law.top())).isCloseTo(0, within(1e-15));
        assertThat(law.logChance(0.6, 0.6)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(law.logChance(0.7, 0.6)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
