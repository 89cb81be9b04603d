package org.trabecula.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class CoxTest {
    /** The leukaemia trial: 1.509 with Breslow's ties (Kalbfleisch and Prentice 2002, section 4.2), 1.572 with Efron's (R). */
    @Test
    void findsThePublishedCoefficientsOfTheLeukaemiaTrial() {
        double[][] placebo = Arrays.stream(Leukaemia.groups())
                .mapToObj(treated -> new double[] {1 - treated})
                .toArray(double[][]::new);
        var breslow = Cox.fit(Leukaemia.all(), placebo, Ties.BRESLOW).orElseThrow();
        assertThat(breslow.coefficients()[0]).isCloseTo(1.509, within(5e-4));
        assertThat(Math.sqrt(breslow.covariance()[0][0])).isCloseTo(0.4096, within(5e-4));
        var efron = Cox.fit(Leukaemia.all(), placebo, Ties.EFRON).orElseThrow();
        assertThat(efron.coefficients()[0]).isCloseTo(1.572, within(5e-4));
        assertThat(Math.sqrt(efron.covariance()[0][0])).isCloseTo(0.4124, within(5e-4));
    }

    /** Two groups without ties: the score test is the log-rank test. */
    @Test
    void hasTheLogRankTestAsItsScoreTest() {
        var random = new SplittableRandom(1972);
        for (int round = 0; round < 20; round++) {
            var data = times(30, random);
            double[][] x = rows(30, random);
            double[][] arm = Arrays.stream(x).map(row -> new double[] {row[0]}).toArray(double[][]::new);
            int[] group = Arrays.stream(x).mapToInt(row -> (int) row[0]).toArray();
            var fit = Cox.fit(data, arm, Ties.EFRON).orElseThrow();
            assertThat(fit.scoreTest())
                    .isCloseTo(LogRank.of(data, group, 2, 0).orElseThrow().chiSquare(), within(1e-9));
            assertThat(Cox.fit(data, arm, Ties.BRESLOW).orElseThrow().coefficients()[0])
                    .isCloseTo(fit.coefficients()[0], within(1e-10));
        }
    }

    @Test
    void doesNotMindHowASubjectIsCutIntoStretches() {
        var random = new SplittableRandom(1982);
        var whole = times(40, random);
        double[][] x = rows(40, random);
        double[] entry = new double[80];
        double[] exit = new double[80];
        boolean[] event = new boolean[80];
        for (int i = 0; i < 40; i++) {
            double cut = whole.exit()[i] * random.nextDouble(0.1, 0.9);
            entry[i] = 0;
            exit[i] = cut;
            entry[40 + i] = cut;
            exit[40 + i] = whole.exit()[i];
            event[40 + i] = whole.event()[i];
        }
        int[] subject = IntStream.range(0, 80).map(i -> i % 40).toArray();
        double[][] twice = IntStream.of(subject).mapToObj(i -> x[i]).toArray(double[][]::new);
        var one = Cox.fit(whole, x, Ties.EFRON).orElseThrow();
        var other = Cox.fit(new FollowUp(entry, exit, event), twice, Ties.EFRON).orElseThrow();
        assertThat(other.coefficients()).containsExactly(one.coefficients(), within(1e-9));
        assertThat(other.covariance()[1][1]).isCloseTo(one.covariance()[1][1], within(1e-9));
        assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-9));
        assertThat(other.concordance().orElseThrow())
                .isEqualTo(one.concordance().orElseThrow());
        double[][] robust = one.robustCovariance(Arrays.copyOf(subject, 40)).orElseThrow();
        double[][] summed = other.robustCovariance(subject).orElseThrow();
        assertThat(summed[0][0]).isCloseTo(robust[0][0], within(1e-9));
        assertThat(summed[1][0]).isCloseTo(robust[1][0], within(1e-9));
        var check = one.proportionality().ofAll().orElseThrow();
        assertThat(other.proportionality().ofAll().orElseThrow().chiSquare())
                .isCloseTo(check.chiSquare(), within(1e-8));
        assertThat(check.degrees()).isEqualTo(2);
    }

    @Test
    void doesNotMindUnits() {
        var random = new SplittableRandom(4);
        var data = times(50, random);
        double[][] x = rows(50, random);
        double[][] other = Arrays.stream(x)
                .map(row -> new double[] {1 - row[0], 1000 + 50 * row[1]})
                .toArray(double[][]::new);
        for (Ties ties : Ties.values()) {
            var fit = Cox.fit(data, x, ties).orElseThrow();
            var turned = Cox.fit(data, other, ties).orElseThrow();
            assertThat(turned.coefficients()[0]).isCloseTo(-fit.coefficients()[0], within(1e-9));
            assertThat(turned.coefficients()[1] * 50).isCloseTo(fit.coefficients()[1], within(1e-9));
            assertThat(turned.scoreTest()).isCloseTo(fit.scoreTest(), within(1e-9));
            assertThat(turned.proportionality().of(1).orElseThrow().p())
                    .isCloseTo(fit.proportionality().of(1).orElseThrow().p(), within(1e-8));
        }
    }

    /** 95 % of 500 robust Wald intervals with two stretches alike in a cluster of 80; four standard errors are 0.039. */
    @Test
    void coversTheTruthWhenStretchesOfAClusterAreAlike() {
        var random = new SplittableRandom(1989);
        int robustly = 0;
        int naively = 0;
        for (int round = 0; round < 500; round++) {
            double[] time = new double[160];
            boolean[] event = new boolean[160];
            double[][] x = new double[160][1];
            for (int i = 0; i < 160; i += 2) {
                double arm = random.nextInt(2);
                double alike = -Math.log1p(-random.nextDouble()) * Math.exp(-0.5 * arm);
                for (int unit = i; unit < i + 2; unit++) {
                    x[unit][0] = arm;
                    time[unit] = alike * random.nextDouble(0.98, 1.02);
                    event[unit] = time[unit] < 2;
                    time[unit] = Math.min(time[unit], 2);
                }
            }
            int[] cluster = IntStream.range(0, 160).map(i -> i / 2).toArray();
            var fit = Cox.fit(FollowUp.from(time, event), x, Ties.EFRON).orElseThrow();
            double off = Math.abs(fit.coefficients()[0] - 0.5);
            robustly += off < 1.96 * Math.sqrt(fit.robustCovariance(cluster).orElseThrow()[0][0]) ? 1 : 0;
            naively += off < 1.96 * Math.sqrt(fit.covariance()[0][0]) ? 1 : 0;
        }
        assertThat(robustly / 500.0).isCloseTo(0.94, within(0.039));
        assertThat(naively / 500.0).isLessThan(0.88);
    }

    @Test
    void saysWhyThereIsNoFit() {
        double[][] arms = {{0}, {0}, {1}, {1}};
        double[] weeks = {1, 2, 3, 4};
        assertThat(cause(fit(weeks, new boolean[4], arms))).isEqualTo(Cause.EMPTY_CELL);
        assertThat(cause(fit(weeks, new boolean[] {true, true, false, false}, arms)))
                .isEqualTo(Cause.SEPARATION);
        boolean[] all = {true, true, true, true};
        assertThat(cause(fit(weeks, all, new double[][] {{1}, {1}, {1}, {1}}))).isEqualTo(Cause.SINGULAR);
        assertThat(cause(fit(new double[0], new boolean[0], new double[0][]))).isEqualTo(Cause.EMPTY_CELL);
        // The only event is of the last one at risk, so that nothing is compared.
        assertThat(cause(fit(weeks, new boolean[] {false, false, false, true}, arms)))
                .isEqualTo(Cause.SINGULAR);
        var some = Cox.fit(Leukaemia.all(), rows(42, new SplittableRandom(1)), Ties.EFRON)
                .orElseThrow();
        assertThat(cause(some.robustCovariance(new int[42]))).isEqualTo(Cause.TOO_FEW_CLUSTERS);
        assertThatThrownBy(() -> some.robustCovariance(new int[1])).hasMessageContaining("needs a cluster");
        assertThatThrownBy(() -> fit(weeks, all, new double[1][1])).hasMessageContaining("needs a row");
        assertThatThrownBy(() -> fit(weeks, all, new double[][] {{1}, {1}, {1}, {Double.NaN}}))
                .hasMessageContaining("row 4 has NaN");
    }

    private static Outcome<CoxFit> fit(double[] time, boolean[] event, double[][] x) {
        return Cox.fit(FollowUp.from(time, event), x, Ties.EFRON);
    }

    private static FollowUp times(int n, SplittableRandom random) {
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            time[i] = -Math.log1p(-random.nextDouble());
            event[i] = random.nextInt(4) > 0;
        }
        return FollowUp.from(time, event);
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
