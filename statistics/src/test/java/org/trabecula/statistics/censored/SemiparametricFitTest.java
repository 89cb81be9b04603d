package org.trabecula.statistics.censored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class SemiparametricFitTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** One look at 6 for all: the models are logistic regressions of having the event, with other links. */
    @Test
    void isABinaryRegressionWhenThereIsOneLook() {
        // 5 of 8 events in the first group, 2 of 8 in the second.
        var times = Looks.of(
                0, 6, 0, 6, 0, 6, 0, 6, 0, 6, 6, NEVER, 6, NEVER, 6, NEVER, 0, 6, 0, 6, 6, NEVER, 6, NEVER, 6, NEVER, 6,
                NEVER, 6, NEVER, 6, NEVER);
        double[][] x = new double[16][];
        Arrays.setAll(x, i -> new double[] {i < 8 ? 0 : 1});
        double logLikelihood = 5 * Math.log(5 / 8.0) + 3 * Math.log(3 / 8.0) + 2 * Math.log(0.25) + 6 * Math.log(0.75);
        var odds = SemiparametricFit.of(Proportional.ODDS, times, x).orElseThrow();
        assertThat(odds.coefficients()[0]).isCloseTo(Math.log(3 / (3 / 5.0)), within(1e-8));
        assertThat(odds.logLikelihood()).isCloseTo(logLikelihood, within(1e-10));
        var hazards = SemiparametricFit.of(Proportional.HAZARDS, times, x).orElseThrow();
        assertThat(hazards.coefficients()[0]).isCloseTo(Math.log(Math.log(0.75) / Math.log(3 / 8.0)), within(1e-8));
        assertThat(hazards.logLikelihood()).isCloseTo(logLikelihood, within(1e-10));
    }

    @ParameterizedTest
    @EnumSource
    void doesNotMindUnitsNorTheOrderOfSubjects(Proportional model) {
        var random = new SplittableRandom(1986);
        for (int round = 0; round < 20; round++) {
            int n = 60;
            var times = round % 2 == 0 ? Looks.moving(n, random) : Looks.nominal(n, random);
            double[][] x = rows(n, random);
            int[] backwards = new int[n];
            Arrays.setAll(backwards, i -> n - 1 - i);
            double[][] other = new double[n][];
            Arrays.setAll(other, i -> new double[] {1 - x[n - 1 - i][0], 100 + 7 * x[n - 1 - i][1]});
            var fit = SemiparametricFit.of(model, times, x).orElseThrow();
            var turned = SemiparametricFit.of(model, times.at(backwards), other).orElseThrow();
            assertThat(turned.coefficients()[0]).isCloseTo(-fit.coefficients()[0], within(1e-5));
            assertThat(turned.coefficients()[1] * 7).isCloseTo(fit.coefficients()[1], within(1e-5));
            assertThat(turned.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-8));
            assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(fit.nullLogLikelihood() - 1e-9);
        }
    }

    /** 200 studies of 150 with a true log hazard ratio of 0.6; its standard error is about 0.2, of the mean 0.014. */
    @Test
    void isRoughlyUnbiased() {
        var random = new SplittableRandom(15);
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            double[][] x = rows(150, random);
            double[] scale = Arrays.stream(x)
                    .mapToDouble(row -> 9 * Math.exp(-0.6 / 1.3 * row[0]))
                    .toArray();
            sum += SemiparametricFit.of(Proportional.HAZARDS, Looks.moving(150, scale, random), x)
                    .orElseThrow()
                    .coefficients()[0];
        }
        assertThat(sum / 200).isCloseTo(0.6, within(0.08));
    }

    @Test
    void saysWhyThereIsNoFit() {
        double[][] arms = {{0}, {0}, {1}, {1}};
        assertThat(cause(fit(new double[0][], Looks.of()))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(fit(new double[][] {{1}, {1}}, Looks.of(0, 3, 3, 6)))).isEqualTo(Cause.SINGULAR);
        assertThat(cause(fit(arms, Looks.of(0, 3, 3, 6, 7, NEVER, 8, NEVER)))).isEqualTo(Cause.SEPARATION);
        assertThatThrownBy(() -> fit(arms, Looks.of(0, 3))).hasMessageContaining("needs a row");
    }

    private static Outcome<SemiparametricFit> fit(double[][] x, CensoredTimes times) {
        return SemiparametricFit.of(Proportional.HAZARDS, times, x);
    }

    private static double[][] rows(int n, SplittableRandom random) {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> new double[] {random.nextInt(2), random.nextDouble()});
        return rows;
    }

    private static Cause cause(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Missing<?>(var why) -> why.cause();
            case Outcome.Found<?>(var result) -> throw new AssertionError("Found " + result);
        };
    }
}
