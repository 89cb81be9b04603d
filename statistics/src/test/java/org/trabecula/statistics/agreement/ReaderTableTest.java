package org.trabecula.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class ReaderTableTest {

    /** By hand: 70 of 100 agree, margins 60/40 and 50/50 make 50 by chance, so kappa is 0.2/0.5. */
    @Test
    void corrects_agreement_for_chance() {
        var kappa = new ReaderTable(new int[][] {{40, 20}, {10, 30}})
                .kappa(Weighting.NOMINAL)
                .orElseThrow();
        assertThat(kappa.observed()).isEqualTo(0.7, within(1e-15));
        assertThat(kappa.chance()).isEqualTo(0.5, within(1e-15));
        assertThat(kappa.value()).isEqualTo(0.4, within(1e-15));
    }

    /** A table of three categories; the deviation of kappa over 4,000 draws of the same size says what its error is. */
    @Test
    void gives_the_errors_of_a_small_table_by_simulation() {
        int[][] counts = {{53, 5, 2}, {11, 14, 5}, {1, 6, 3}};
        for (Weighting weighting : Weighting.values()) {
            var kappa = new ReaderTable(counts).kappa(weighting).orElseThrow();
            var random = new SplittableRandom(5);
            double sum = 0;
            double squares = 0;
            int trials = 4_000;
            for (int trial = 0; trial < trials; trial++) {
                double value =
                        drawn(counts, random).kappa(weighting).orElseThrow().value();
                sum += value;
                squares += value * value;
            }
            double sd = Math.sqrt(squares / trials - sum / trials * (sum / trials));
            // The relative standard error of a simulated deviation is 1/sqrt(2 * 4000) = 1.1 %, the bias of order 1/n.
            assertThat(kappa.standardError()).isCloseTo(sd, within(0.06 * sd));
        }
    }

    @Test
    void does_not_mind_which_reader_is_first_nor_the_order_of_categories() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 300; i++) {
            int[][] counts = any(random, 3);
            int[][] turned = new int[3][3];
            int[][] renamed = new int[3][3];
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    turned[b][a] = counts[a][b];
                    renamed[2 - a][2 - b] = counts[a][b];
                }
            }
            for (Weighting weighting : Weighting.values()) {
                assertSame(new ReaderTable(counts), new ReaderTable(turned), weighting);
                assertSame(new ReaderTable(counts), new ReaderTable(renamed), weighting);
            }
        }
    }

    private static void assertSame(ReaderTable one, ReaderTable other, Weighting weighting) {
        assertThat(other.gwet(weighting).value().map(Coefficient::value).orElse(9.0))
                .isCloseTo(one.gwet(weighting).value().map(Coefficient::value).orElse(9.0), within(1e-12));
        if (one.kappa(weighting) instanceof Outcome.Found<Kappa>(var kappa)) {
            var again = other.kappa(weighting).orElseThrow();
            assertThat(again.value()).isCloseTo(kappa.value(), within(1e-12));
            assertThat(again.standardError()).isCloseTo(kappa.standardError(), within(1e-9));
            var scott = one.scott(weighting).orElseThrow();
            assertThat(other.scott(weighting).orElseThrow().standardError())
                    .isCloseTo(scott.standardError(), within(1e-9));
            // Chance from mean margins is never below chance from both.
            if (weighting == Weighting.NOMINAL) {
                assertThat(scott.value()).isLessThanOrEqualTo(kappa.value() + 1e-12);
                assertThat(one.krippendorff(weighting).orElseThrow().value()).isGreaterThanOrEqualTo(scott.value());
            }
        }
    }

    @Test
    void weighs_two_categories_alike_in_all_ways() {
        var table = new ReaderTable(new int[][] {{61, 5}, {8, 26}});
        var plain = table.kappa(Weighting.NOMINAL).orElseThrow();
        assertThat(table.kappa(Weighting.LINEAR).orElseThrow()).isEqualTo(plain);
        assertThat(table.kappa(Weighting.QUADRATIC).orElseThrow()).isEqualTo(plain);
        assertThat(table.brennanPrediger(Weighting.NOMINAL).orElseThrow().value())
                .isEqualTo(2 * 0.87 - 1, within(1e-12));
    }

    @Test
    void has_nothing_to_correct_when_all_is_one_category() {
        var table = new ReaderTable(new int[][] {{12, 0}, {0, 0}});
        assertThat(cause(table.kappa(Weighting.NOMINAL))).isEqualTo(Cause.EMPTY_CELL);
        assertThat(cause(table.scott(Weighting.NOMINAL))).isEqualTo(Cause.EMPTY_CELL);
        assertThat(table.gwet(Weighting.NOMINAL).orElseThrow().value()).isEqualTo(1);
        assertThat(table.bowker()).isEmpty();
        var nobody = new ReaderTable(new int[2][2]);
        assertThat(cause(nobody.kappa(Weighting.NOMINAL))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(nobody.gwet(Weighting.NOMINAL))).isEqualTo(Cause.TOO_FEW);
    }

    @Test
    void agrees_perfectly_without_an_error() {
        var kappa = new ReaderTable(new int[][] {{12, 0}, {0, 7}})
                .kappa(Weighting.NOMINAL)
                .orElseThrow();
        assertThat(kappa.value()).isEqualTo(1, within(1e-15));
        assertThat(kappa.standardError()).isZero();
        assertThat(kappa.z().orElseThrow()).isCloseTo(Math.sqrt(19), within(1e-9));
    }

    @Test
    void refuses_what_is_no_table_of_two_readers() {
        assertThatThrownBy(() -> new ReaderTable(new int[][] {{1, 2}})).hasMessageContaining("two categories");
        assertThatThrownBy(() -> new ReaderTable(new int[][] {{1, 2}, {3}})).hasMessageContaining("as many columns");
        assertThatThrownBy(() -> new ReaderTable(new int[][] {{1, -2}, {3, 1}})).hasMessageContaining("negative");
        assertThatThrownBy(() -> ReaderTable.of(new int[] {1}, new int[0], 2)).hasMessageContaining("same subjects");
    }

    static Cause cause(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Missing<?>(var shortfall) -> shortfall.cause();
            case Outcome.Found<?>(var result) -> throw new AssertionError("Found " + result);
        };
    }

    static int[][] any(SplittableRandom random, int k) {
        int[][] counts = new int[k][k];
        for (int i = random.nextInt(2, 40); i > 0; i--) {
            int a = random.nextInt(k);
            counts[a][random.nextInt(3) > 0 ? a : random.nextInt(k)]++;
        }
        return counts;
    }

    private static ReaderTable drawn(int[][] counts, SplittableRandom random) {
        int n = new ReaderTable(counts).subjects();
        int[][] draw = new int[counts.length][counts.length];
        for (int i = 0; i < n; i++) {
            int left = random.nextInt(n);
            int cell = 0;
            while (left >= counts[cell / counts.length][cell % counts.length]) {
                left -= counts[cell / counts.length][cell % counts.length];
                cell++;
            }
            draw[cell / counts.length][cell % counts.length]++;
        }
        return new ReaderTable(draw);
    }
}
