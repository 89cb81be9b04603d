package org.trabecula.statistics.cluster;

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
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

class MarginalLogisticTest {

    @ParameterizedTest
    @EnumSource
    void the_working_inverse_times_the_working_correlation_is_the_identity(WorkingCorrelation kind) {
        double alpha = kind == WorkingCorrelation.INDEPENDENCE ? 0 : 0.37;
        for (int size = 1; size <= 6; size++) {
            double[][] r = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    r[i][j] = i == j
                            ? 1
                            : kind == WorkingCorrelation.AUTOREGRESSIVE ? Math.pow(alpha, Math.abs(i - j)) : alpha;
                }
            }
            double[][] product = new double[size][size];
            new Working(kind, alpha).solve(r, size, product);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    assertThat(product[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-14));
                }
            }
        }
    }

    /** Under independence the estimating equations are the logistic score; only the variance knows of clusters. */
    @Test
    void independence_is_the_ordinary_logistic_regression() {
        ClusteredUnits units = Drawn.of(1, 40);
        LogisticFit ordinary =
                LogisticRegression.fit(units.rows(), units.response()).orElseThrow();
        MarginalFit fit = fit(units, WorkingCorrelation.INDEPENDENCE);
        assertThat(fit.coefficients()).containsExactly(ordinary.coefficients(), within(1e-10));
        assertThat(fit.naive()[1][1] / fit.scale()).isCloseTo(ordinary.covariance()[1][1], within(1e-10));
        ClusterRobustLogistic robust = ClusterRobustLogistic.fit(units).orElseThrow();
        assertThat(fit.covariance(ClusterCorrection.NONE).orElseThrow()[1][1])
                .isCloseTo(robust.covariance(ClusterRobust.CR0).orElseThrow()[1][1], within(1e-10));
        assertThat(fit.covariance(ClusterCorrection.MANCL_DEROUEN).orElseThrow()[1][1])
                .isCloseTo(robust.covariance(ClusterRobust.CR3).orElseThrow()[1][1], within(1e-10));
    }

    /** Equal clusters and an intercept alone: every cluster weighs the same, so the correlation cannot matter. */
    @Test
    void the_correlation_does_not_move_a_mean_of_equal_clusters() {
        ClusteredUnits drawn = Drawn.of(2, 30);
        double[][] ones = new double[drawn.size()][];
        Arrays.setAll(ones, unit -> new double[] {1});
        var units = new ClusteredUnits(ones, drawn.response(), drawn.cluster());
        assertThat(fit(units, WorkingCorrelation.EXCHANGEABLE).coefficients()[0])
                .isCloseTo(fit(units, WorkingCorrelation.INDEPENDENCE).coefficients()[0], within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEPENDENCE", "EXCHANGEABLE"})
    void nothing_depends_on_the_order_of_rows_or_the_names_of_clusters(WorkingCorrelation kind) {
        ClusteredUnits units = Drawn.of(3, 40);
        int[] order = IntStream.range(0, units.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(a * 7919 % 1009, b * 7919 % 1009))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] response = new boolean[order.length];
        double[][] rows = new double[order.length][];
        int[] cluster = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rows[i] = units.rows()[order[i]];
            response[i] = units.response()[order[i]];
            cluster[i] = -7 * units.cluster()[order[i]];
        }
        MarginalFit one = fit(units, kind);
        MarginalFit other = fit(new ClusteredUnits(rows, response, cluster), kind);
        assertThat(other.coefficients()).containsExactly(one.coefficients(), within(1e-10));
        for (ClusterCorrection correction : ClusterCorrection.values()) {
            assertThat(other.covariance(correction).orElseThrow()[1])
                    .containsExactly(one.covariance(correction).orElseThrow()[1], within(1e-10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_unit_of_a_covariate_scales_its_coefficient_and_error(ClusterCorrection correction) {
        ClusteredUnits units = Drawn.of(4, 40);
        double[][] scaled = Arrays.stream(units.rows())
                .map(row -> new double[] {row[0], row[1], row[2] / 1000})
                .toArray(double[][]::new);
        Contrast one = fit(units, WorkingCorrelation.AUTOREGRESSIVE)
                .coefficient(2, correction)
                .orElseThrow();
        Contrast other = fit(
                        new ClusteredUnits(scaled, units.response(), units.cluster()),
                        WorkingCorrelation.AUTOREGRESSIVE)
                .coefficient(2, correction)
                .orElseThrow();
        assertThat(other.estimate() / 1000).isCloseTo(one.estimate(), within(1e-9));
        assertThat(other.standardError() / 1000).isCloseTo(one.standardError(), within(1e-9));
        assertThat(one.degreesOfFreedom()).isEqualTo(37);
    }

    /** A weight of 2 is a second copy of the cluster, for the coefficients and everything that is estimated on the way. */
    @ParameterizedTest
    @EnumSource
    void a_weight_of_two_is_the_cluster_twice(WorkingCorrelation kind) {
        ClusteredUnits units = Drawn.of(9, 20);
        int[] doubled = IntStream.concat(
                        IntStream.range(0, units.size()),
                        IntStream.range(0, units.size()).filter(unit -> units.cluster()[unit] < 5))
                .toArray();
        double[][] rows = new double[doubled.length][];
        boolean[] response = new boolean[doubled.length];
        int[] cluster = new int[doubled.length];
        double[] weights = new double[units.size()];
        for (int i = 0; i < doubled.length; i++) {
            rows[i] = units.rows()[doubled[i]];
            response[i] = units.response()[doubled[i]];
            cluster[i] = units.cluster()[doubled[i]] + (i < units.size() ? 0 : 100);
            weights[doubled[i]]++;
        }
        MarginalFit copied = fit(new ClusteredUnits(rows, response, cluster), kind);
        MarginalFit weighted = MarginalLogistic.fit(units, weights, kind, MomentConvention.GEEPACK)
                .orElseThrow();
        assertThat(weighted.coefficients()).containsExactly(copied.coefficients(), within(1e-10));
        assertThat(weighted.alpha()).isCloseTo(copied.alpha(), within(1e-10));
        assertThat(weighted.scale()).isCloseTo(copied.scale(), within(1e-10));
        weights[0] = 7;
        assertThatThrownBy(() -> MarginalLogistic.fit(units, weights, kind, MomentConvention.GEEPACK))
                .hasMessageContaining("the same within a cluster");
    }

    @Test
    void corrections_only_enlarge() {
        MarginalFit fit = fit(Drawn.of(5, 12), WorkingCorrelation.EXCHANGEABLE);
        double plain = error(fit, ClusterCorrection.NONE);
        double kauermann = error(fit, ClusterCorrection.KAUERMANN_CARROLL);
        assertThat(kauermann).isGreaterThan(plain);
        assertThat(error(fit, ClusterCorrection.FAY_GRAUBARD)).isGreaterThan(plain);
        assertThat(error(fit, ClusterCorrection.MANCL_DEROUEN)).isGreaterThan(kauermann);
    }

    /** A negative correlation within pairs: one event in each, whatever the covariate. */
    @Test
    void a_negative_correlation_is_found() {
        double[][] rows = new double[40][];
        boolean[] response = new boolean[40];
        int[] cluster = new int[40];
        for (int unit = 0; unit < 40; unit++) {
            rows[unit] = new double[] {1};
            cluster[unit] = unit / 2;
            response[unit] = unit / 2 < 15 ? unit % 2 == 0 : unit / 2 < 17;
        }
        for (MomentConvention convention : MomentConvention.values()) {
            MarginalFit fit = MarginalLogistic.fit(
                            new ClusteredUnits(rows, response, cluster), WorkingCorrelation.AUTOREGRESSIVE, convention)
                    .orElseThrow();
            assertThat(fit.alpha()).isBetween(-0.9, -0.3);
        }
    }

    /**
     * Clusters of two kinds in each arm, whose marginal log odds ratio is known: 24 clusters of 5 with mean probabilities 0.3 and 0.5.
     * 600 trials; three standard errors of a share of 0.95 among 600 are 0.027.
     */
    @Test
    void corrected_intervals_hold_the_truth_as_often_as_they_say() {
        double truth = Math.log(0.5 / 0.5) - Math.log(0.3 / 0.7);
        var random = new SplittableRandom(20);
        int held = 0;
        for (int trial = 0; trial < 600; trial++) {
            double[][] rows = new double[120][];
            boolean[] response = new boolean[120];
            int[] cluster = new int[120];
            double p = 0;
            for (int unit = 0; unit < 120; unit++) {
                int arm = unit / 5 % 2;
                // Half of the clusters have one probability, half the other; their mean is exact.
                p = unit % 5 > 0
                        ? p
                        : arm == 0 ? (random.nextBoolean() ? 0.1 : 0.5) : (random.nextBoolean() ? 0.2 : 0.8);
                rows[unit] = new double[] {1, arm};
                response[unit] = random.nextDouble() < p;
                cluster[unit] = unit / 5;
            }
            held += fit(new ClusteredUnits(rows, response, cluster), WorkingCorrelation.EXCHANGEABLE)
                            .coefficient(1, ClusterCorrection.MANCL_DEROUEN)
                            .orElseThrow()
                            .interval(0.95)
                            .contains(truth)
                    ? 1
                    : 0;
        }
        assertThat(held / 600.0).isCloseTo(0.95, within(0.027));
    }

    @Test
    void hard_data_say_what_is_wrong() {
        ClusteredUnits units = Drawn.of(6, 20);
        assertThat(cause(new ClusteredUnits(units.rows(), units.response(), new int[units.size()])))
                .isEqualTo(Cause.TOO_FEW_CLUSTERS);
        assertThat(cause(new ClusteredUnits(units.rows(), new boolean[units.size()], units.cluster())))
                .isEqualTo(Cause.SEPARATION);
        assertThat(cause(new ClusteredUnits(
                        units.rows(),
                        units.response(),
                        IntStream.range(0, units.size()).toArray())))
                .isEqualTo(Cause.TOO_FEW);
        assertThat(cause(new ClusteredUnits(new double[0][], new boolean[0], new int[0])))
                .isEqualTo(Cause.TOO_FEW);
        double[][] twice = Arrays.stream(units.rows())
                .map(row -> new double[] {row[0], row[1], 1 - row[1]})
                .toArray(double[][]::new);
        assertThat(cause(new ClusteredUnits(twice, units.response(), units.cluster())))
                .isEqualTo(Cause.SINGULAR);
        assertThatThrownBy(() -> new ClusteredUnits(new double[][] {{1}}, new boolean[1], new int[2]))
                .hasMessageContaining("equally many");
        assertThatThrownBy(() -> new ClusteredUnits(new double[][] {{Double.NaN}}, new boolean[1], new int[1]))
                .hasMessageContaining("Row 0");
    }

    /** A covariate that only one cluster has: without that cluster its coefficient is not determined. */
    @Test
    void a_cluster_that_determines_a_coefficient_alone_cannot_be_corrected() {
        ClusteredUnits drawn = Drawn.of(7, 20);
        double[][] rows = new double[drawn.size()][];
        boolean[] response = drawn.response().clone();
        Arrays.setAll(rows, unit -> new double[] {1, drawn.cluster()[unit] == 3 ? 1 : 0});
        int first = IntStream.range(0, rows.length)
                .filter(unit -> drawn.cluster()[unit] == 3)
                .findFirst()
                .orElseThrow();
        response[first] = true;
        response[first + 1] = false;
        var units = new ClusteredUnits(rows, response, drawn.cluster());
        MarginalFit fit = fit(units, WorkingCorrelation.EXCHANGEABLE);
        assertThat(fit.covariance(ClusterCorrection.NONE).value()).isPresent();
        assertThat(fit.covariance(ClusterCorrection.FAY_GRAUBARD).value()).isPresent();
        assertThat(fit.covariance(ClusterCorrection.MANCL_DEROUEN).value()).isEmpty();
        ClusterRobustLogistic robust = ClusterRobustLogistic.fit(units).orElseThrow();
        assertThat(robust.covariance(ClusterRobust.CR1S).value()).isPresent();
        assertThat(robust.covariance(ClusterRobust.CR2).value()).isPresent();
        assertThat(robust.covariance(ClusterRobust.CR3).value()).isEmpty();
    }

    /**
     * Equal clusters and an intercept alone: CR1 and CR2 are both the variance of the mean of cluster means, and there are
     * m - 1 degrees of freedom.
     */
    @Test
    void bias_reduction_of_a_mean_of_equal_clusters_is_exact() {
        ClusteredUnits drawn = Drawn.of(8, 15);
        double[][] ones = new double[drawn.size()][];
        Arrays.setAll(ones, unit -> new double[] {1});
        var units = new ClusteredUnits(ones, drawn.response(), drawn.cluster());
        double[] means = new double[15];
        for (int unit = 0; unit < units.size(); unit++) {
            means[units.cluster()[unit]] += units.response()[unit] ? 15.0 / units.size() : 0;
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double squares =
                Arrays.stream(means).map(one -> (one - mean) * (one - mean)).sum();
        double variance = squares / (15 * 14) / Math.pow(mean * (1 - mean), 2);
        ClusterRobustLogistic fit = ClusterRobustLogistic.fit(units).orElseThrow();
        assertThat(fit.covariance(ClusterRobust.CR1).orElseThrow()[0][0]).isCloseTo(variance, within(1e-12));
        assertThat(fit.covariance(ClusterRobust.CR2).orElseThrow()[0][0]).isCloseTo(variance, within(1e-10));
        assertThat(fit.coefficient(0).orElseThrow().degreesOfFreedom()).isCloseTo(14, within(1e-8));
    }

    private static double error(MarginalFit fit, ClusterCorrection correction) {
        return fit.coefficient(1, correction).orElseThrow().standardError();
    }

    private static MarginalFit fit(ClusteredUnits units, WorkingCorrelation kind) {
        return MarginalLogistic.fit(units, kind, MomentConvention.GEEPACK).orElseThrow();
    }

    private static Cause cause(ClusteredUnits units) {
        return switch (MarginalLogistic.fit(units, WorkingCorrelation.EXCHANGEABLE, MomentConvention.SAS)) {
            case Outcome.Missing<MarginalFit>(var shortfall) -> shortfall.cause();
            case Outcome.Found<MarginalFit>(var fit) ->
                throw new AssertionError("A fit where none was expected: " + Arrays.toString(fit.coefficients()));
        };
    }
}
