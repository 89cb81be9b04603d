package org.trabecula.statistics.repeated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class RepeatedMeasuresModelTest {

    /**
     * Without missing responses and with a mean for each arm at each visit, the restricted likelihood has a closed form:
     * sigma is the pooled covariance with n - 2 in its denominator, and a comparison at one visit is Student's t-test on
     * n - 2 degrees of freedom, which needs no correction.
     */
    @Test
    void without_missing_responses_it_is_the_t_test_of_each_visit() {
        RepeatedMeasures data = Trial.of(24, 3).seed(1).all();
        RepeatedMeasuresFit fit = fit(data, CovarianceStructure.UNSTRUCTURED);
        for (int visit = 0; visit < 3; visit++) {
            TwoSamples samples = samples(data, visit);
            Contrast classical = samples.student().orElseThrow();
            for (SmallSample correction :
                    new SmallSample[] {SmallSample.SATTERTHWAITE, SmallSample.KENWARD_ROGER_LINEAR}) {
                Contrast own = difference(fit, correction, visit);
                assertThat(own.estimate()).isCloseTo(classical.estimate(), within(1e-9));
                assertThat(own.standardError()).isCloseTo(classical.standardError(), within(1e-8));
                assertThat(own.degreesOfFreedom()).isCloseTo(22, within(1e-6));
                assertThat(own.p()).isCloseTo(classical.p(), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_depends_on_the_order_of_rows_or_the_numbers_of_subjects(CovarianceStructure structure) {
        RepeatedMeasures data = Trial.of(30, 4).seed(2).missing(0.2);
        int[] order = IntStream.range(0, data.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(a * 7919 % 1009, b * 7919 % 1009))
                .mapToInt(Integer::intValue)
                .toArray();
        var shuffled = new RepeatedMeasures(
                Arrays.stream(order).mapToDouble(i -> data.response()[i]).toArray(),
                Arrays.stream(order).mapToObj(i -> data.design()[i]).toArray(double[][]::new),
                Arrays.stream(order).map(i -> 1000 - data.subject()[i]).toArray(),
                Arrays.stream(order).map(i -> data.visit()[i]).toArray(),
                data.visits());
        RepeatedMeasuresFit one = fit(data, structure);
        RepeatedMeasuresFit other = fit(shuffled, structure);
        assertThat(other.coefficients()).containsExactly(one.coefficients(), within(1e-8));
        assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-8));
        assertThat(difference(other, SmallSample.KENWARD_ROGER, 3).standardError())
                .isCloseTo(difference(one, SmallSample.KENWARD_ROGER, 3).standardError(), within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void another_unit_of_the_response_scales_effects_and_errors_and_leaves_degrees_of_freedom(
            CovarianceStructure structure) {
        RepeatedMeasures data = Trial.of(30, 4).seed(3).missing(0.2);
        var scaled = new RepeatedMeasures(
                Arrays.stream(data.response()).map(y -> 1e4 * y).toArray(),
                data.design(),
                data.subject(),
                data.visit(),
                data.visits());
        for (SmallSample correction : SmallSample.values()) {
            Contrast one = difference(fit(data, structure), correction, 3);
            Contrast other = difference(fit(scaled, structure), correction, 3);
            assertThat(other.estimate() / 1e4).isCloseTo(one.estimate(), within(1e-6));
            assertThat(other.standardError() / 1e4).isCloseTo(one.standardError(), within(1e-6));
            assertThat(other.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-4));
        }
    }

    /** A structure within another cannot fit better, and two visits leave nothing to tell the three small ones apart. */
    @Test
    void richer_structures_fit_better_and_agree_where_they_must() {
        RepeatedMeasures data = Trial.of(40, 4).seed(4).missing(0.1);
        double symmetric = fit(data, CovarianceStructure.COMPOUND_SYMMETRY).logLikelihood();
        double autoregressive = fit(data, CovarianceStructure.AUTOREGRESSIVE).logLikelihood();
        double toeplitz = fit(data, CovarianceStructure.TOEPLITZ).logLikelihood();
        double free = fit(data, CovarianceStructure.UNSTRUCTURED).logLikelihood();
        assertThat(toeplitz).isGreaterThan(Math.max(symmetric, autoregressive));
        assertThat(free).isGreaterThan(toeplitz);
        RepeatedMeasures two = Trial.of(40, 2).seed(4).missing(0.1);
        assertThat(fit(two, CovarianceStructure.AUTOREGRESSIVE).logLikelihood())
                .isCloseTo(fit(two, CovarianceStructure.TOEPLITZ).logLikelihood(), within(1e-9));
        assertThat(fit(two, CovarianceStructure.COMPOUND_SYMMETRY).logLikelihood())
                .isCloseTo(fit(two, CovarianceStructure.TOEPLITZ).logLikelihood(), within(1e-9));
    }

    /** The regression of the second visit on the first, written out. */
    @Test
    void a_missing_response_is_expected_from_those_that_were_seen() {
        RepeatedMeasuresFit fit = fit(Trial.of(30, 2).seed(5).missing(0.1), CovarianceStructure.UNSTRUCTURED);
        double[][] rows = {Trial.row(1, 0, 2), Trial.row(1, 1, 2)};
        double[] means = {
            fit.coefficients()[0] + fit.coefficients()[2],
            fit.coefficients()[0] + fit.coefficients()[1] + fit.coefficients()[2] + fit.coefficients()[3]
        };
        double[] full = fit.completed(rows, new double[] {40, Double.NaN});
        assertThat(full[0]).isEqualTo(40);
        assertThat(full[1])
                .isCloseTo(means[1] + fit.sigma()[1][0] / fit.sigma()[0][0] * (40 - means[0]), within(1e-10));
        assertThat(fit.completed(rows, new double[] {Double.NaN, Double.NaN})).containsExactly(means, within(1e-10));
    }

    /** 300 trials of 20 subjects; three standard errors of a share of 0.95 among 300 are 0.038. */
    @Test
    void intervals_hold_the_truth_as_often_as_they_say() {
        int held = 0;
        for (int trial = 0; trial < 300; trial++) {
            RepeatedMeasures data = Trial.of(20, 3).seed(100 + trial).missing(0.15);
            Contrast own = difference(fit(data, CovarianceStructure.UNSTRUCTURED), SmallSample.KENWARD_ROGER_LINEAR, 2);
            held += own.interval(0.95).contains(Trial.EFFECT) ? 1 : 0;
        }
        assertThat(held / 300.0).isCloseTo(0.95, within(0.038));
    }

    @Test
    void hard_data_say_what_is_wrong() {
        RepeatedMeasures few = Trial.of(2, 2).seed(6).all();
        assertThat(cause(few)).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(new RepeatedMeasures(new double[0], new double[0][], new int[0], new int[0], 3)))
                .isEqualTo(Cause.TOO_FEW);

        RepeatedMeasures data = Trial.of(20, 3).seed(7).all();
        double[][] twice = Arrays.stream(data.design())
                .map(row -> {
                    double[] longer = Arrays.copyOf(row, row.length + 1);
                    longer[row.length] = 3 * row[1];
                    return longer;
                })
                .toArray(double[][]::new);
        assertThat(cause(new RepeatedMeasures(data.response(), twice, data.subject(), data.visit(), 3)))
                .isEqualTo(Cause.SINGULAR);
        assertThat(cause(new RepeatedMeasures(new double[data.size()], data.design(), data.subject(), data.visit(), 3)))
                .isEqualTo(Cause.SINGULAR);
        assertThat(cause(new RepeatedMeasures(data.response(), data.design(), data.subject(), data.visit(), 4)))
                .isEqualTo(Cause.ALL_MISSING);
        assertThat(cause(where(data, row -> data.visit()[row] != 2 * (data.subject()[row] / 2 % 2))))
                .isEqualTo(Cause.NOT_UNIQUE);
        assertThat(cause(where(data, row -> data.visit()[row] == data.subject()[row] / 2 % 3)))
                .isEqualTo(Cause.NOT_UNIQUE);
    }

    /** A response that repeats the one before has a singular covariance; the search must not end in a number. */
    @Test
    void a_repeated_response_has_a_singular_covariance() {
        RepeatedMeasures data = Trial.of(20, 3).seed(8).all();
        double[] response = data.response().clone();
        for (int row = 0; row < response.length; row++) {
            response[row] = data.visit()[row] == 2 ? response[row - 1] + 1 : response[row];
        }
        assertThat(cause(new RepeatedMeasures(response, data.design(), data.subject(), data.visit(), 3)))
                .isEqualTo(Cause.SINGULAR);
    }

    @Test
    void wrong_arguments_are_refused_with_the_place() {
        RepeatedMeasures data = Trial.of(10, 2).seed(9).all();
        assertThatThrownBy(() -> new RepeatedMeasures(
                        new double[] {1, 2}, new double[][] {{1}, {1}}, new int[] {4, 4}, new int[] {1, 1}, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Subject 4 has two rows for visit 1");
        assertThatThrownBy(() -> new RepeatedMeasures(
                        new double[] {Double.NaN}, new double[][] {{1}}, new int[] {0}, new int[] {0}, 1))
                .hasMessageContaining("Row 0");
        assertThatThrownBy(() ->
                        new RepeatedMeasures(new double[] {1}, new double[][] {{1}}, new int[] {0}, new int[] {2}, 2))
                .hasMessageContaining("visit 2 of 2");
        FixedEffects effects = fit(data, CovarianceStructure.UNSTRUCTURED)
                .effects(SmallSample.SATTERTHWAITE)
                .orElseThrow();
        assertThatThrownBy(() -> effects.contrast(new double[4])).hasMessageContaining("not all 0");
        assertThatThrownBy(() -> effects.contrast(new double[] {1})).hasMessageContaining("4 effects");
    }

    private static RepeatedMeasures where(RepeatedMeasures data, java.util.function.IntPredicate kept) {
        int[] rows = IntStream.range(0, data.size()).filter(kept).toArray();
        return new RepeatedMeasures(
                Arrays.stream(rows).mapToDouble(i -> data.response()[i]).toArray(),
                Arrays.stream(rows).mapToObj(i -> data.design()[i]).toArray(double[][]::new),
                Arrays.stream(rows).map(i -> data.subject()[i]).toArray(),
                Arrays.stream(rows).map(i -> data.visit()[i]).toArray(),
                data.visits());
    }

    private static TwoSamples samples(RepeatedMeasures data, int visit) {
        return new TwoSamples(arm(data, visit, 1), arm(data, visit, 0));
    }

    private static double[] arm(RepeatedMeasures data, int visit, int arm) {
        return IntStream.range(0, data.size())
                .filter(row -> data.visit()[row] == visit && data.subject()[row] % 2 == arm)
                .mapToDouble(row -> data.response()[row])
                .toArray();
    }

    private static Cause cause(RepeatedMeasures data) {
        return switch (RepeatedMeasuresModel.fit(data, CovarianceStructure.UNSTRUCTURED)) {
            case Outcome.Missing<RepeatedMeasuresFit>(var shortfall) -> shortfall.cause();
            case Outcome.Found<RepeatedMeasuresFit>(var fit) ->
                throw new AssertionError("A fit where none was expected: " + Arrays.deepToString(fit.sigma()));
        };
    }

    private static RepeatedMeasuresFit fit(RepeatedMeasures data, CovarianceStructure structure) {
        return RepeatedMeasuresModel.fit(data, structure).orElseThrow();
    }

    private static Contrast difference(RepeatedMeasuresFit fit, SmallSample correction, int visit) {
        int visits = fit.data().visits();
        double[] weights = new double[2 * visits];
        weights[visits] = 1;
        if (visit > 0) {
            weights[visits + visit] = 1;
        }
        return fit.effects(correction)
                .then(effects -> effects.contrast(weights))
                .orElseThrow();
    }

    /** Two arms, alternating; a visit adds 1, the second arm {@link #EFFECT}, a subject a common normal deviation. */
    private record Trial(int subjects, int visits, long seed) {
        static final double EFFECT = 2;

        static Trial of(int subjects, int visits) {
            return new Trial(subjects, visits, 0);
        }

        Trial seed(long other) {
            return new Trial(subjects, visits, other);
        }

        RepeatedMeasures all() {
            return missing(0);
        }

        RepeatedMeasures missing(double share) {
            var random = new SplittableRandom(seed);
            double[] response = new double[subjects * visits];
            double[][] design = new double[response.length][];
            double[] common = random.doubles(subjects).map(u -> 6 * u - 3).toArray();
            int[] kept = IntStream.range(0, response.length)
                    .filter(row -> row % visits == 0 || random.nextDouble() >= share)
                    .toArray();
            for (int row = 0; row < response.length; row++) {
                int subject = row / visits;
                int visit = row % visits;
                design[row] = row(subject % 2, visit, visits);
                response[row] = 30 + visit + EFFECT * (subject % 2) + common[subject] + 2 * random.nextGaussian();
            }
            var all = new RepeatedMeasures(
                    response,
                    design,
                    IntStream.range(0, response.length).map(row -> row / visits).toArray(),
                    IntStream.range(0, response.length).map(row -> row % visits).toArray(),
                    visits);
            return where(all, row -> Arrays.binarySearch(kept, row) >= 0);
        }

        /** Intercept, visits but the first, arm, arm by visits but the first. */
        static double[] row(int arm, int visit, int visits) {
            double[] row = new double[2 * visits];
            row[0] = 1;
            row[visits] = arm;
            if (visit > 0) {
                row[visit] = 1;
                row[visits + visit] = arm;
            }
            return row;
        }
    }
}
