package org.trabecula.statistics.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.regression.LogisticRegression;

class RandomInterceptLogisticTest {

    /** The integral of exp(-z^2) is the root of pi, that of z^2 exp(-z^2) half of it; all points count in their place. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 25, 64, 100})
    void quadrature_integrates_polynomials_exactly(int n) {
        GaussHermite rule = GaussHermite.of(n);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double z = rule.points()[k];
            double weight = Math.exp(rule.logWeights()[k] - z * z);
            sum += weight;
            squares += weight * z * z;
        }
        assertThat(sum).isCloseTo(Math.sqrt(Math.PI), within(1e-13));
        assertThat(squares).isCloseTo(n == 1 ? 0 : Math.sqrt(Math.PI) / 2, within(1e-13));
        assertThat(Arrays.stream(rule.points()).distinct().count()).isEqualTo(n);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 25})
    void the_gradient_is_the_slope_of_the_rule_itself(int points) {
        ClusteredUnits units = Drawn.of(1, 15);
        var likelihood = new MarginalLikelihood(units, units.members(), GaussHermite.of(points));
        double[] at = {0.9, -0.7, 0.4, 0.1};
        double[] gradient = new double[4];
        double[] unused = new double[4];
        likelihood.value(at, gradient);
        for (int k = 0; k < 4; k++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[k] += 1e-5;
            down[k] -= 1e-5;
            double slope = (likelihood.value(up, unused) - likelihood.value(down, unused)) / 2e-5;
            assertThat(gradient[k]).isCloseTo(slope, within(1e-6));
        }
    }

    /** One cluster's integral by the trapezium rule over a fine grid, which for such functions is exact. */
    @Test
    void the_likelihood_is_the_integral() {
        var units = new ClusteredUnits(
                new double[][] {{1, 0}, {1, 1}, {1, 2}}, new boolean[] {true, false, true}, new int[] {5, 5, 5});
        var likelihood = new MarginalLikelihood(units, units.members(), GaussHermite.of(40));
        double integral = 0;
        for (int i = -4000; i <= 4000; i++) {
            double u = i / 400.0;
            double density = Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI);
            integral += density * p(0.3 + 1.5 * u) * (1 - p(0.3 - 0.2 + 1.5 * u)) * p(0.3 - 0.4 + 1.5 * u) / 400;
        }
        assertThat(likelihood.value(new double[] {1.5, 0.3, -0.2}, new double[3]))
                .isCloseTo(Math.log(integral), within(1e-12));
    }

    @Test
    void more_points_do_not_matter_beyond_enough() {
        ClusteredUnits units = Drawn.of(2, 60);
        RandomInterceptLogistic fifteen = fit(units, 15);
        RandomInterceptLogistic thirty = fit(units, 30);
        assertThat(fifteen.deviation()).isCloseTo(thirty.deviation(), within(1e-5));
        assertThat(fifteen.coefficients()).containsExactly(thirty.coefficients(), within(1e-5));
        assertThat(fifteen.logLikelihood()).isCloseTo(thirty.logLikelihood(), within(1e-6));
    }

    @Test
    void nothing_depends_on_the_order_of_rows_or_the_names_of_clusters() {
        ClusteredUnits units = Drawn.of(3, 40);
        int[] order =
                IntStream.range(0, units.size()).map(i -> units.size() - 1 - i).toArray();
        boolean[] response = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            response[i] = units.response()[order[i]];
        }
        var turned = new ClusteredUnits(
                Arrays.stream(order).mapToObj(i -> units.rows()[i]).toArray(double[][]::new),
                response,
                Arrays.stream(order).map(i -> 100 - units.cluster()[i]).toArray());
        assertThat(fit(turned, 15).coefficients())
                .containsExactly(fit(units, 15).coefficients(), within(1e-6));
        assertThat(fit(turned, 15).standardErrors())
                .containsExactly(fit(units, 15).standardErrors(), within(1e-6));
    }

    /** One event in every cluster of two is less alike than chance: the best deviation is none, the model the ordinary one. */
    @Test
    void clusters_that_are_less_alike_than_chance_have_no_deviation() {
        double[][] rows = new double[60][];
        boolean[] response = new boolean[60];
        Arrays.setAll(rows, unit -> new double[] {1, unit / 2 % 2});
        for (int unit = 0; unit < 60; unit++) {
            response[unit] = (unit % 2 == 0 && unit != 6) || unit == 17;
        }
        var units = new ClusteredUnits(
                rows, response, IntStream.range(0, 60).map(unit -> unit / 2).toArray());
        RandomInterceptLogistic fit = fit(units, 15);
        assertThat(fit.deviation()).isCloseTo(0, within(1e-4));
        assertThat(fit.coefficients())
                .containsExactly(
                        LogisticRegression.fit(rows, response).orElseThrow().coefficients(), within(1e-6));
    }

    /** 40 trials of 60 clusters of six; the mean estimate lies within three of its own standard errors of the truth. */
    @Test
    void finds_the_coefficients_that_the_data_were_drawn_with() {
        double arm = 0;
        double deviation = 0;
        for (int trial = 0; trial < 40; trial++) {
            RandomInterceptLogistic fit = fit(Drawn.of(100 + trial, 60), 11);
            arm += fit.coefficients()[1] / 40;
            deviation += fit.deviation() / 40;
        }
        // A single trial's standard errors are about 0.42 and 0.22.
        assertThat(arm).isCloseTo(0.5, within(3 * 0.42 / Math.sqrt(40)));
        assertThat(deviation).isCloseTo(1.2, within(3 * 0.22 / Math.sqrt(40)));
    }

    @Test
    void hard_data_say_what_is_wrong() {
        ClusteredUnits units = Drawn.of(4, 20);
        assertThat(cause(new ClusteredUnits(units.rows(), units.response(), new int[units.size()])))
                .isEqualTo(Cause.TOO_FEW_CLUSTERS);
        assertThat(cause(new ClusteredUnits(
                        units.rows(),
                        units.response(),
                        IntStream.range(0, units.size()).toArray())))
                .isEqualTo(Cause.NOT_UNIQUE);
        assertThat(cause(new ClusteredUnits(units.rows(), new boolean[units.size()], units.cluster())))
                .isEqualTo(Cause.SEPARATION);
        boolean[] allOrNothing = new boolean[units.size()];
        double[][] ones = new double[units.size()][];
        for (int unit = 0; unit < allOrNothing.length; unit++) {
            allOrNothing[unit] = units.cluster()[unit] % 2 == 0;
            ones[unit] = new double[] {1};
        }
        assertThat(cause(new ClusteredUnits(ones, allOrNothing, units.cluster())))
                .isEqualTo(Cause.NOT_CONVERGED);
        assertThatThrownBy(() -> RandomInterceptLogistic.fit(units, 0)).hasMessageContaining("1 to 100");
    }

    private static double p(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    private static RandomInterceptLogistic fit(ClusteredUnits units, int points) {
        return RandomInterceptLogistic.fit(units, points).orElseThrow();
    }

    private static Cause cause(ClusteredUnits units) {
        return switch (RandomInterceptLogistic.fit(units, 15)) {
            case Outcome.Missing<RandomInterceptLogistic>(var shortfall) -> shortfall.cause();
            case Outcome.Found<RandomInterceptLogistic>(var fit) ->
                throw new AssertionError("A fit where none was expected: " + fit.deviation());
        };
    }
}
