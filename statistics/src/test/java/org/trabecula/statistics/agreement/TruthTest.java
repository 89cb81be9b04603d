package org.trabecula.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.agreement.ReaderTableTest.cause;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.agreement.BlindingTable.Guesses;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.proportion.Proportion;

class TruthTest {

    /** Altman and Bland, BMJ 1994;308:1552: liver scans of 344, sensitivity 231/258 = 0.90, specificity 54/86 = 0.63. */
    @Test
    void has_the_published_accuracy_of_liver_scans() {
        var table = new DiagnosticTable(231, 32, 27, 54);
        assertThat(table.sensitivity().rate().orElseThrow()).isCloseTo(0.90, within(0.005));
        assertThat(table.specificity().rate().orElseThrow()).isCloseTo(0.63, within(0.005));
        assertThat(table.positivePredictive().rate().orElseThrow()).isCloseTo(0.88, within(0.005));
        assertThat(table.negativePredictive().rate().orElseThrow()).isCloseTo(0.67, within(0.005));
    }

    @Test
    void has_ratios_only_where_they_are_defined() {
        var perfect = new DiagnosticTable(5, 0, 0, 7);
        assertThat(perfect.positiveRatio()).hasValue(Double.POSITIVE_INFINITY);
        assertThat(perfect.positiveRatioInterval(0.95)).isEmpty();
        assertThat(perfect.negativeRatio()).hasValue(0);
        assertThat(perfect.oddsRatio()).hasValue(Double.POSITIVE_INFINITY);
        var healthy = new DiagnosticTable(0, 2, 0, 8);
        assertThat(healthy.youden()).isEmpty();
        assertThat(healthy.positiveRatio()).isEmpty();
        assertThat(healthy.oddsRatio()).isEmpty();
        assertThatThrownBy(() -> new DiagnosticTable(-1, 0, 0, 0)).hasMessageContaining("negative");
    }

    /** The definition itself: pairs won, ties half, and the variance of both sides' shares. */
    @Test
    void counts_the_pairs_that_a_case_wins() {
        var random = new SplittableRandom(1);
        for (int trial = 0; trial < 100; trial++) {
            int n = random.nextInt(4, 30);
            boolean[] truth = new boolean[n];
            double[] score = new double[n];
            double[] mirrored = new double[n];
            for (int i = 0; i < n; i++) {
                truth[i] = i < 2 || (i > 3 && random.nextBoolean());
                score[i] = random.nextInt(6) + (truth[i] ? 1 : 0);
                mirrored[i] = -Math.exp(score[i]);
            }
            double won = 0;
            int pairs = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (truth[i] && !truth[j]) {
                        pairs++;
                        won += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                    }
                }
            }
            Roc roc = Roc.of(truth, score).orElseThrow();
            assertThat(roc.area()).isCloseTo(won / pairs, within(1e-12));
            Roc other = Roc.of(truth, mirrored).orElseThrow();
            assertThat(other.area()).isCloseTo(1 - roc.area(), within(1e-12));
            assertThat(other.variance()).isCloseTo(roc.variance(), within(1e-12));
            assertThat(roc.covariance(other)).isCloseTo(-roc.variance(), within(1e-12));
        }
    }

    @Test
    void cuts_where_cases_and_controls_part() {
        Roc roc = Roc.of(new boolean[] {false, true, false, true}, new double[] {1, 4, 2, 5})
                .orElseThrow();
        assertThat(roc.area()).isEqualTo(1);
        assertThat(roc.youden()).isEqualTo(new Roc.Cut(3, 1, 1));
        assertThat(roc.interval(0.95).upper()).isEqualTo(1);
        Roc useless = Roc.of(new boolean[] {false, true, false, true}, new double[] {7, 7, 7, 7})
                .orElseThrow();
        assertThat(useless.youden().threshold()).isInfinite();
        assertThat(cause(Roc.of(new boolean[] {true, false}, new double[] {1, 2})))
                .isEqualTo(Cause.TOO_FEW);
        assertThatThrownBy(() -> Roc.of(new boolean[] {true}, new double[] {Double.NaN}))
                .hasMessageContaining("not a number");
    }

    /** When everybody is verified there is nothing to correct. */
    @Test
    void changes_nothing_when_all_are_verified() {
        var corrected = new PartialVerification(38, 5, 0, 6, 22, 0).corrected().orElseThrow();
        assertThat(corrected.sensitivity()).isCloseTo(38 / 44.0, within(1e-14));
        assertThat(corrected.specificity()).isCloseTo(22 / 27.0, within(1e-14));
        assertThat(cause(new PartialVerification(38, 0, 4, 6, 22, 1).corrected()))
                .isEqualTo(Cause.EMPTY_CELL);
        assertThatThrownBy(() -> new PartialVerification(1, 1, 1, 1, 1, -1)).hasMessageContaining("negative");
    }

    /** Rogan and Gladen by hand. */
    @Test
    void undoes_the_errors_of_a_reading() {
        var reading = new Misclassified(new Proportion(26, 100), 0.9, 0.9);
        // 0.26 = 0.9 p + 0.1 (1 - p), so p = 0.2.
        assertThat(reading.corrected(Double.POSITIVE_INFINITY).orElseThrow().value())
                .isCloseTo(0.2, within(1e-14));
        assertThat(reading.corrected(Double.POSITIVE_INFINITY).orElseThrow().estimationVariance())
                .isZero();
        assertThat(cause(new Misclassified(new Proportion(2, 5), 0.4, 0.6).corrected(10)))
                .isEqualTo(Cause.SINGULAR);
        assertThat(cause(new Misclassified(new Proportion(0, 0), 0.9, 0.9).corrected(10)))
                .isEqualTo(Cause.TOO_FEW);
        assertThatThrownBy(() -> new Misclassified(new Proportion(1, 2), 1.2, 0.9))
                .hasMessageContaining("between 0 and 1");
    }

    /** The anchors that both papers state: no blinding, random guessing, nobody knows, everybody wrong. */
    @Test
    void knows_the_ends_of_the_blinding_indices() {
        assertBlinding(new Guesses(50, 0, 0), 1, 0);
        assertBlinding(new Guesses(25, 25, 0), 0, 0.5);
        assertBlinding(new Guesses(0, 0, 50), 0, 1);
        assertBlinding(new Guesses(0, 50, 0), -1, 1);
        assertThat(cause(new Guesses(0, 0, 0).bang())).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(new BlindingTable(new Guesses(0, 0, 0), new Guesses(0, 0, 0)).james()))
                .isEqualTo(Cause.TOO_FEW);
        assertThat(cause(new BlindingTable(new Guesses(9, 0, 3), new Guesses(0, 0, 4)).james()))
                .isEqualTo(Cause.EMPTY_CELL);
    }

    private static void assertBlinding(Guesses arm, double bang, double james) {
        assertThat(arm.bang().orElseThrow().value()).isEqualTo(bang, within(1e-12));
        assertThat(new BlindingTable(arm, arm).james().orElseThrow().value()).isEqualTo(james, within(1e-12));
    }

    /**
     * By hand for 82 right, 25 wrong, 170 unknown of 277 and 29, 27, 83 of 139: w = 163/416, D = 26/416, E = (109 * 56 +
     * 54 * 107)/(2 * 416^2), so that 1 - w + D w^2/(2E) = 0.74786; Bang 57/277 and 2/139. Errors: the deviation over
     * 4,000 multinomial draws (1.1 % accurate, limit 4 %).
     */
    @Test
    void measures_a_blind_that_held_in_one_arm() {
        var table = new BlindingTable(new Guesses(82, 25, 170), new Guesses(29, 27, 83));
        assertThat(table.active().bang().orElseThrow().value()).isCloseTo(57 / 277.0, within(1e-12));
        assertThat(table.control().bang().orElseThrow().value()).isCloseTo(2 / 139.0, within(1e-12));
        double w = 163 / 416.0;
        double e = (109 * 56 + 54 * 107) / (2 * 416.0 * 416);
        var james = table.james().orElseThrow();
        assertThat(james.value()).isCloseTo(1 - w + 26 / 416.0 * w * w / (2 * e), within(1e-12));
        var random = new SplittableRandom(4);
        double sum = 0;
        double squares = 0;
        for (int trial = 0; trial < 4_000; trial++) {
            double value = drawn(random).james().orElseThrow().value();
            sum += value / 4_000;
            squares += value * value / 4_000;
        }
        double sd = Math.sqrt(squares - sum * sum);
        assertThat(james.standardError()).isCloseTo(sd, within(0.04 * sd));
    }

    private static BlindingTable drawn(SplittableRandom random) {
        int[] counts = {82, 25, 170, 29, 27, 83};
        int[] draw = new int[6];
        for (int i = 0; i < 416; i++) {
            int left = random.nextInt(416);
            int cell = 0;
            while (left >= counts[cell]) {
                left -= counts[cell++];
            }
            draw[cell]++;
        }
        return new BlindingTable(new Guesses(draw[0], draw[1], draw[2]), new Guesses(draw[3], draw[4], draw[5]));
    }
}
