package org.trabecula.statistics.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final double[] Y = IntStream.range(0, 40)
            .mapToDouble(i -> Philox.of(3, i).nextGaussian() + (i < 20 ? 0 : 1))
            .toArray();
    private static final int[] ARM = IntStream.range(0, 40).map(i -> i / 20).toArray();

    private static double mean(int[] times) {
        double sum = 0;
        double n = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] * Y[i];
            n += times[i];
        }
        return sum / n;
    }

    private static double error(int[] times) {
        double mean = mean(times);
        double sum = 0;
        double n = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] * (Y[i] - mean) * (Y[i] - mean);
            n += times[i];
        }
        return Math.sqrt(sum) / n;
    }

    /** The bootstrap error of a mean is the SD (divisor n) over root n; 4,000 draws know it to 1.1 %. */
    @Test
    void has_the_known_error_of_a_mean() {
        var draws = new Bootstrap(Resampling.rows(40), BootstrapTest::mean, 4_000, 1)
                .draw()
                .orElseThrow();
        int[] once = IntStream.range(0, 40).map(_ -> 1).toArray();
        assertThat(draws.standardError()).isCloseTo(error(once), withinPercentage(4));
        assertThat(draws.bias()).isCloseTo(0, within(4 * error(once) / Math.sqrt(4_000)));
        assertThat(draws.failed()).isZero();
    }

    @Test
    void draws_the_same_on_one_thread_and_on_many() {
        var bootstrap = new Bootstrap(Resampling.stratified(ARM), BootstrapTest::mean, 2_001, 9);
        assertThat(bootstrap.drawInParallel().orElseThrow().sorted())
                .isEqualTo(bootstrap.draw().orElseThrow().sorted());
    }

    @Test
    void keeps_the_size_of_each_stratum_and_takes_clusters_whole() {
        Statistic sizes = times -> {
            int first = 0;
            for (int i = 0; i < 20; i++) {
                first += times[i];
            }
            return first;
        };
        var stratified =
                new Bootstrap(Resampling.stratified(ARM), sizes, 200, 1).draw().orElseThrow();
        assertThat(stratified.sorted()).containsOnly(20);
        int[] cluster = IntStream.range(0, 40).map(i -> i / 4).toArray();
        Statistic broken = times -> {
            int count = 0;
            for (int i = 0; i < 40; i++) {
                count += times[i] == times[i / 4 * 4] ? 0 : 1;
            }
            return count;
        };
        assertThat(new Bootstrap(Resampling.clusters(cluster, ARM), broken, 200, 1)
                        .draw()
                        .orElseThrow()
                        .sorted())
                .containsOnly(0);
        assertThat(new Bootstrap(Resampling.clusters(cluster, ARM), sizes, 200, 1)
                        .draw()
                        .orElseThrow()
                        .sorted())
                .containsOnly(20);
        assertThatThrownBy(() -> Resampling.clusters(new int[] {0, 0}, new int[] {0, 1}))
                .hasMessageContaining("lies in the strata");
    }

    /** A mean's influence is the distance from it. */
    @Test
    void finds_the_influence_of_each_member() {
        double[] influence = new Bootstrap(Resampling.rows(40), BootstrapTest::mean, 2, 1)
                .influence()
                .orElseThrow();
        int[] once = IntStream.range(0, 40).map(_ -> 1).toArray();
        for (int i = 0; i < 40; i++) {
            assertThat(influence[i]).isCloseTo(Y[i] - mean(once), within(1e-10));
        }
    }

    /** 300 samples of 30 from an exponential distribution, 500 draws each: error of a coverage near 0.95 is 1.3 %. */
    @Test
    void covers_the_mean_of_a_skewed_distribution_best_when_studentised() {
        int straight = 0;
        int corrected = 0;
        int studentised = 0;
        for (int trial = 0; trial < 300; trial++) {
            var chance = Philox.of(77, trial);
            double[] x = IntStream.range(0, 30)
                    .mapToDouble(_ -> chance.nextExponential())
                    .toArray();
            Statistic mean = times -> moment(x, times, 0);
            Statistic error = times -> Math.sqrt(moment(x, times, 1) / 30);
            var bootstrap = new Bootstrap(Resampling.rows(30), mean, 500, trial);
            var draws = bootstrap.draw().orElseThrow();
            double acceleration = Replicates.acceleration(bootstrap.influence().orElseThrow());
            straight += draws.percentile(0.95).contains(1) ? 1 : 0;
            corrected += draws.bca(0.95, acceleration).orElseThrow().contains(1) ? 1 : 0;
            studentised +=
                    bootstrap.studentised(error).orElseThrow().interval(0.95).contains(1) ? 1 : 0;
        }
        assertThat(straight / 300.0).isBetween(0.86, 0.96);
        assertThat(corrected / 300.0).isBetween(0.87, 0.97);
        assertThat(studentised / 300.0).isBetween(0.90, 0.985);
        assertThat(studentised).isGreaterThan(straight);
    }

    private static double moment(double[] x, int[] times, int k) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            n += times[i];
            sum += times[i] * x[i];
            squares += times[i] * x[i] * x[i];
        }
        return k == 0 ? sum / n : squares / n - sum / n * (sum / n);
    }

    @Test
    void counts_draws_without_a_number_and_gives_up_without_any() {
        // The first row carries the number; it is missing from a third of the samples.
        Statistic fragile = times -> times[0] > 0 ? times[0] : Double.NaN;
        var draws = new Bootstrap(Resampling.rows(5), fragile, 1_000, 1).draw().orElseThrow();
        assertThat(draws.failed()).isBetween(250, 410);
        assertThat(draws.sorted().length + draws.failed()).isEqualTo(1_000);
        assertThat(new Bootstrap(Resampling.rows(5), _ -> Double.NaN, 10, 1)
                        .draw()
                        .value())
                .isEmpty();
        assertThat(new Bootstrap(Resampling.rows(0), _ -> 1, 10, 1).draw().value())
                .isEmpty();
        assertThat(new Bootstrap(Resampling.rows(5), fragile, 10, 1).influence().value())
                .isEmpty();
        assertThat(new Bootstrap(Resampling.rows(5), _ -> 1, 10, 1)
                        .draw()
                        .orElseThrow()
                        .shift()
                        .value())
                .isEmpty();
        assertThatThrownBy(() -> new Bootstrap(Resampling.rows(5), fragile, 1, 1))
                .hasMessageContaining("at least two");
    }
}
