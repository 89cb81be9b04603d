package org.trabecula.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.agreement.ReaderTableTest.cause;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class RatingsTest {

    /** With two readers who read all, the coefficients of many readers are those of two. */
    @Test
    void are_those_of_two_readers_when_there_are_two() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            int[][] reads = any(random, 30, 2, 0);
            var table = ReaderTable.of(column(reads, 0), column(reads, 1), 3);
            var many = Ratings.of(reads, 3);
            for (Weighting weighting : Weighting.values()) {
                assertNear(
                        many.fleiss(weighting).orElseThrow(),
                        table.scott(weighting).orElseThrow());
                assertNear(
                        many.gwet(weighting).orElseThrow(),
                        table.gwet(weighting).orElseThrow());
                assertNear(
                        many.brennanPrediger(weighting).orElseThrow(),
                        table.brennanPrediger(weighting).orElseThrow());
                assertNear(
                        many.conger(weighting).orElseThrow(),
                        table.cohen(weighting).orElseThrow());
            }
            // Chance without putting back: n(2n) pairs, of which a subject does not meet itself.
            assertThat(many.krippendorff(Weighting.NOMINAL).orElseThrow().value())
                    .isCloseTo(
                            table.krippendorff(Weighting.NOMINAL).orElseThrow().value(), within(1e-12));
        }
    }

    /** The large-sample variances differ by n/(n - 1). */
    private static void assertNear(Coefficient many, Coefficient two) {
        assertThat(many.value()).isCloseTo(two.value(), within(1e-12));
        double n = two.subjects();
        assertThat(many.standardError()).isCloseTo(two.standardError() * Math.sqrt(n / (n - 1)), within(1e-9));
    }

    @Test
    void do_not_mind_the_order_of_subjects_readers_or_empty_rows() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 50; i++) {
            int[][] reads = any(random, 25, 4, 0.2);
            int[][] mixed = new int[reads.length + 1][4];
            for (int row = 0; row < reads.length; row++) {
                for (int reader = 0; reader < 4; reader++) {
                    mixed[reads.length - row][3 - reader] = reads[row][reader];
                }
            }
            Arrays.fill(mixed[0], Ratings.MISSING);
            var one = Ratings.of(reads, 3);
            var other = Ratings.of(mixed, 3);
            assertSame(
                    one.gwet(Weighting.LINEAR).orElseThrow(),
                    other.gwet(Weighting.LINEAR).orElseThrow());
            assertSame(
                    one.conger(Weighting.NOMINAL).orElseThrow(),
                    other.conger(Weighting.NOMINAL).orElseThrow());
            assertSame(
                    one.krippendorff(Weighting.NOMINAL).orElseThrow(),
                    other.krippendorff(Weighting.NOMINAL).orElseThrow());
            assertSame(
                    one.fleiss(Weighting.QUADRATIC).orElseThrow(),
                    other.fleiss(Weighting.QUADRATIC).orElseThrow());
        }
    }

    private static void assertSame(Coefficient one, Coefficient other) {
        assertThat(other.value()).isCloseTo(one.value(), within(1e-12));
        assertThat(other.standardError()).isCloseTo(one.standardError(), within(1e-12));
    }

    /** 200 samples of 60 subjects; the error of a simulated deviation is 5 %, so 18 % is 3.5 of them. */
    @Test
    void have_an_error_that_is_the_deviation_between_samples() {
        var random = new SplittableRandom(3);
        int trials = 200;
        double sum = 0;
        double squares = 0;
        double errors = 0;
        for (int trial = 0; trial < trials; trial++) {
            var one = Ratings.of(any(random, 60, 3, 0.1), 3)
                    .krippendorff(Weighting.NOMINAL)
                    .orElseThrow();
            sum += one.value() / trials;
            squares += one.value() * one.value() / trials;
            errors += one.standardError() / trials;
        }
        double sd = Math.sqrt(squares - sum * sum);
        assertThat(errors).isCloseTo(sd, within(0.18 * sd));
    }

    @Test
    void have_no_coefficient_without_pairs_of_reads_or_with_one_category() {
        int m = Ratings.MISSING;
        assertThat(cause(Ratings.of(new int[][] {{0, m}, {m, 1}}, 2).gwet(Weighting.NOMINAL)))
                .isEqualTo(Cause.TOO_FEW);
        assertThat(cause(Ratings.of(new int[0][], 2).fleiss())).isEqualTo(Cause.TOO_FEW);
        var alike = Ratings.of(new int[][] {{0, 0}, {0, 0}, {0, 0}}, 2);
        assertThat(cause(alike.fleiss())).isEqualTo(Cause.EMPTY_CELL);
        assertThat(cause(alike.conger(Weighting.NOMINAL))).isEqualTo(Cause.EMPTY_CELL);
        assertThat(cause(alike.krippendorff(Weighting.NOMINAL))).isEqualTo(Cause.EMPTY_CELL);
        assertThat(alike.gwet(Weighting.NOMINAL).orElseThrow().value()).isEqualTo(1);
        assertThat(cause(Ratings.of(new int[][] {{0, m, 1}, {1, 1, 1}}, 2).fleiss()))
                .isEqualTo(Cause.ALL_MISSING);
    }

    @Test
    void knows_no_kappa_of_a_category_that_nobody_gave() {
        var fleiss =
                Ratings.of(new int[][] {{0, 0}, {0, 1}, {1, 1}}, 3).fleiss().orElseThrow();
        assertThat(fleiss.byCategory().get(2)).isEmpty();
        assertThat(fleiss.byCategory().get(0).orElseThrow()).isCloseTo(fleiss.value(), within(1e-12));
    }

    @Test
    void refuse_reads_out_of_range() {
        assertThatThrownBy(() -> Ratings.of(new int[][] {{0, 3}}, 3)).hasMessageContaining("from 0 to 2");
        assertThatThrownBy(() -> Ratings.of(new int[][] {{0}}, 3)).hasMessageContaining("two readers");
        assertThatThrownBy(() -> Ratings.of(new int[][] {{0, 1}, {1}}, 3)).hasMessageContaining("a place for each");
    }

    private static int[][] any(SplittableRandom random, int subjects, int readers, double missing) {
        int[][] reads = new int[subjects][readers];
        for (int[] row : reads) {
            int truth = random.nextInt(3);
            for (int reader = 0; reader < readers; reader++) {
                boolean lost = reader > 0 && random.nextDouble() < missing;
                row[reader] = lost ? Ratings.MISSING : random.nextDouble() < 0.6 ? truth : random.nextInt(3);
            }
        }
        return reads;
    }

    private static int[] column(int[][] reads, int reader) {
        return Arrays.stream(reads).mapToInt(row -> row[reader]).toArray();
    }

    /** The t of one subject has no degree of freedom. */
    @Test
    void of_one_subject_have_no_coefficient() {
        int[][] reads = {{0, 1}};
        var table = ReaderTable.of(column(reads, 0), column(reads, 1), 2);
        var many = Ratings.of(reads, 2);
        assertThat(List.of(
                        table.cohen(Weighting.NOMINAL),
                        table.scott(Weighting.NOMINAL),
                        table.gwet(Weighting.NOMINAL),
                        table.brennanPrediger(Weighting.NOMINAL),
                        table.krippendorff(Weighting.NOMINAL),
                        many.fleiss(Weighting.NOMINAL),
                        many.gwet(Weighting.NOMINAL),
                        many.brennanPrediger(Weighting.NOMINAL)))
                .allSatisfy(outcome -> assertThat(cause(outcome)).isEqualTo(Cause.TOO_FEW));
    }
}
