package org.trabecula.statistics.censored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class AcceleratedFailureTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** With exact and right-censored times the exponential rate is events over time: 3 / 20. */
    @Test
    void estimatesAConstantHazardAsEventsOverTime() {
        var fit = AcceleratedFailure.withoutCovariates(TimeLaw.EXPONENTIAL, Looks.of(2, 2, 5, NEVER, 6, 6, 7, 7))
                .orElseThrow();
        assertThat(fit.coefficients()[0]).isCloseTo(Math.log(20 / 3.0), within(1e-10));
        assertThat(fit.covariance()[0][0]).isCloseTo(1 / 3.0, within(1e-10));
        assertThat(fit.logLikelihood()).isCloseTo(3 * Math.log(3 / 20.0) - 3, within(1e-10));
        assertThat(fit.logScale()).isZero();
    }

    /** A lognormal sample that is all exact: mean and standard deviation (divisor n) of the logarithms. */
    @Test
    void estimatesAnExactLognormalSampleByItsMoments() {
        double[] logs = {0.2, 1.1, 1.9, 2.4};
        double[] times = Arrays.stream(logs).map(Math::exp).toArray();
        var fit = AcceleratedFailure.withoutCovariates(TimeLaw.LOGNORMAL, new CensoredTimes(times, times))
                .orElseThrow();
        double mean = 1.4;
        double variance = (1.2 * 1.2 + 0.3 * 0.3 + 0.5 * 0.5 + 1) / 4;
        assertThat(fit.coefficients()[0]).isCloseTo(mean, within(1e-10));
        assertThat(fit.logScale()).isCloseTo(Math.log(variance) / 2, within(1e-10));
        assertThat(fit.covariance()[0][0]).isCloseTo(variance / 4, within(1e-10));
        assertThat(fit.covariance()[1][1]).isCloseTo(1 / 8.0, within(1e-10));
    }

    @Test
    void movesOnlyTheInterceptWhenTheUnitChanges() {
        var random = new SplittableRandom(11);
        var times = Looks.moving(80, random);
        double[][] x = rows(80, random);
        var days = new CensoredTimes(
                Arrays.stream(times.left()).map(t -> 30 * t).toArray(),
                Arrays.stream(times.right()).map(t -> 30 * t).toArray());
        for (TimeLaw law : TimeLaw.values()) {
            var fit = AcceleratedFailure.fit(law, times, x).orElseThrow();
            var other = AcceleratedFailure.fit(law, days, x).orElseThrow();
            assertThat(other.coefficients()[0]).isCloseTo(fit.coefficients()[0] + Math.log(30), within(1e-8));
            assertThat(other.coefficients()[1]).isCloseTo(fit.coefficients()[1], within(1e-8));
            assertThat(other.logScale()).isCloseTo(fit.logScale(), within(1e-8));
            assertThat(other.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-8));
            assertThat(other.covariance()[1][1]).isCloseTo(fit.covariance()[1][1], within(1e-8));
        }
    }

    /** The delta method by hand: log hazard ratio -beta/sigma of a Weibull fit. */
    @Test
    void givesHazardRatiosWithTheErrorsOfTheDeltaMethod() {
        var random = new SplittableRandom(12);
        var fit = AcceleratedFailure.fit(TimeLaw.WEIBULL, Looks.moving(80, random), rows(80, random))
                .orElseThrow();
        double sigma = Math.exp(fit.logScale());
        double beta = fit.coefficients()[1];
        double[][] v = fit.covariance();
        double variance = v[1][1] - 2 * beta * v[1][2] + beta * beta * v[2][2];
        assertThat(fit.logHazardRatios()[1]).isCloseTo(-beta / sigma, within(1e-12));
        assertThat(fit.logHazardRatioErrors(v)[1]).isCloseTo(Math.sqrt(variance) / sigma, within(1e-12));
        assertThat(fit.shape()).isCloseTo(1 / sigma, within(1e-12));
    }

    /** A cluster copied whole doubles the information, and its copy in the same cluster does not help at all. */
    @Test
    void doesNotTakeCopiesWithinAClusterForEvidence() {
        var random = new SplittableRandom(13);
        var times = Looks.moving(60, random);
        double[][] x = rows(60, random);
        int[] twice = new int[120];
        Arrays.setAll(twice, i -> i % 60);
        double[][] copies = new double[120][];
        Arrays.setAll(copies, i -> x[i % 60]);
        var once = AcceleratedFailure.fit(TimeLaw.WEIBULL, times, x).orElseThrow();
        var both =
                AcceleratedFailure.fit(TimeLaw.WEIBULL, times.at(twice), copies).orElseThrow();
        double[][] robust = once.robustCovariance(Arrays.copyOf(twice, 60)).orElseThrow();
        double[][] same = both.robustCovariance(twice).orElseThrow();
        for (int j = 0; j < 3; j++) {
            assertThat(same[j][j]).isCloseTo(robust[j][j], within(1e-10));
            assertThat(both.covariance()[j][j]).isCloseTo(once.covariance()[j][j] / 2, within(1e-10));
        }
        assertThat(cause(both.robustCovariance(new int[120]))).isEqualTo(Cause.TOO_FEW_CLUSTERS);
    }

    /** 95 % of 1,000 Wald intervals cover the true log time ratio of 0.5; four standard errors are 0.028. */
    @Test
    void coversTheTruthAsOftenAsItSays() {
        var random = new SplittableRandom(14);
        int covered = 0;
        for (int i = 0; i < 1_000; i++) {
            double[][] x = rows(80, random);
            double[] scale = Arrays.stream(x)
                    .mapToDouble(row -> 8 * Math.exp(0.5 * row[1]))
                    .toArray();
            var fit = AcceleratedFailure.fit(TimeLaw.WEIBULL, Looks.moving(80, scale, random), x)
                    .orElseThrow();
            double off = Math.abs(fit.coefficients()[1] - 0.5);
            covered += off < 1.96 * Math.sqrt(fit.covariance()[1][1]) ? 1 : 0;
        }
        assertThat(covered / 1_000.0).isCloseTo(0.945, within(0.028));
    }

    @Test
    void saysWhyThereIsNoFit() {
        double[][] arms = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};
        assertThat(cause(fit(new double[0][], Looks.of()))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(fit(arms, Looks.of(3, NEVER, 6, NEVER, 3, NEVER, 5, NEVER))))
                .isEqualTo(Cause.SEPARATION);
        assertThat(cause(fit(arms, Looks.of(0, 3, 0, 6, 0, 3, 0, 5)))).isEqualTo(Cause.SEPARATION);
        // The second arm has no events.
        assertThat(cause(fit(arms, Looks.of(0, 3, 3, 6, 3, NEVER, 5, NEVER)))).isEqualTo(Cause.SEPARATION);
        // One time lies within everybody's interval, so the scale shrinks to nothing.
        assertThat(cause(fit(arms, Looks.of(1, 6, 2, 7, 3, 9, 1, 5)))).isEqualTo(Cause.SEPARATION);
        double[][] twice = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
        assertThat(cause(fit(twice, Looks.of(0, 3, 3, 6, 6, 9, 6, NEVER)))).isEqualTo(Cause.SINGULAR);
        assertThat(cause(fit(arms, Looks.of(0, 0, 3, 6, 6, 9, 6, NEVER)))).isEqualTo(Cause.EMPTY_CELL);
    }

    @Test
    void refusesRowsThatDoNotFit() {
        var times = Looks.of(0, 3, 3, 6);
        assertThatThrownBy(() -> fit(new double[1][1], times)).hasMessageContaining("needs a row of covariates");
        assertThatThrownBy(() -> fit(new double[][] {{1, 2}, {1}}, times)).hasMessageContaining("row 2 has 1");
        assertThatThrownBy(() -> fit(new double[][] {{1}, {Double.NaN}}, times)).hasMessageContaining("row 2 has NaN");
        var lognormal = AcceleratedFailure.withoutCovariates(TimeLaw.LOGNORMAL, Looks.of(0, 3, 3, 6, 6, 9))
                .orElseThrow();
        assertThatThrownBy(lognormal::logHazardRatios).hasMessageContaining("LOGNORMAL");
        assertThatThrownBy(() -> lognormal.robustCovariance(new int[2])).hasMessageContaining("needs a cluster");
    }

    private static Outcome<AftFit> fit(double[][] x, CensoredTimes times) {
        return AcceleratedFailure.fit(TimeLaw.WEIBULL, times, x);
    }

    private static double[][] rows(int n, SplittableRandom random) {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> new double[] {1, random.nextInt(2)});
        return rows;
    }

    private static Cause cause(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Missing<?>(var why) -> why.cause();
            case Outcome.Found<?>(var result) -> throw new AssertionError("Found " + result);
        };
    }
}
