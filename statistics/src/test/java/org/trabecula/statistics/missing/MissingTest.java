package org.trabecula.statistics.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.resample.Philox;

class MissingTest {
    private static final double NONE = Double.NaN;

    @Test
    void imputations_that_agree_leave_the_complete_datas_degrees_of_freedom() {
        Pooled pooled = Pooled.of(new double[] {2, 2, 2}, new double[] {0.25, 0.25, 0.25}, 40)
                .orElseThrow();
        assertThat(pooled.total()).isEqualTo(0.25);
        assertThat(pooled.share()).isZero();
        // Barnard and Rubin's observed degrees of freedom without missing information, 41/43 x 40.
        assertThat(pooled.degreesOfFreedom()).isCloseTo(41.0 / 43 * 40, within(0.01));
    }

    @Test
    void a_change_of_unit_changes_the_pooled_number_and_nothing_else() {
        double[] q = {1.2, 0.7, 1.9, 1.1};
        double[] u = {0.2, 0.3, 0.25, 0.22};
        Pooled one = Pooled.of(q, u, 30).orElseThrow();
        Pooled other = Pooled.of(new double[] {12, 7, 19, 11}, new double[] {20, 30, 25, 22}, 30)
                .orElseThrow();
        assertThat(other.estimate()).isCloseTo(10 * one.estimate(), within(1e-12));
        assertThat(other.standardError()).isCloseTo(10 * one.standardError(), within(1e-12));
        assertThat(other.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-10));
        assertThat(other.p()).isCloseTo(one.p(), within(1e-14));
        assertThat(one.interval(1 - one.p()).lower()).isCloseTo(0, within(1e-9));
    }

    @Test
    void one_imputation_or_no_variance_cannot_be_pooled() {
        assertThat(cause(Pooled.of(new double[] {1}, new double[] {1}, 10))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(Pooled.of(new double[0], new double[0], 10))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(Pooled.of(new double[] {1, 2}, new double[] {0, 0}, 10)))
                .isEqualTo(Cause.SINGULAR);
        assertThatThrownBy(() -> Pooled.of(new double[] {1, 2}, new double[] {1}, 10))
                .hasMessageContaining("2 estimates and 1 variances");
        assertThatThrownBy(() -> Pooled.of(new double[] {1, 2}, new double[] {1, -1}, 10))
                .hasMessageContaining("variance -1");
        assertThatThrownBy(() -> Pooled.of(new double[] {1, 2}, new double[] {1, 1}, 0))
                .hasMessageContaining("positive");
    }

    @Test
    void nobody_missing_is_one_cell_and_swapping_arms_turns_the_grid() {
        TippingPoint single = TippingPoint.of(new Proportion(4, 20), 0, new Proportion(9, 22), 0)
                .orElseThrow();
        assertThat(single.p()).hasDimensions(1, 1);
        TippingPoint one = TippingPoint.of(new Proportion(4, 20), 2, new Proportion(9, 22), 3)
                .orElseThrow();
        TippingPoint other = TippingPoint.of(new Proportion(9, 22), 3, new Proportion(4, 20), 2)
                .orElseThrow();
        for (int j = 0; j <= 2; j++) {
            for (int k = 0; k <= 3; k++) {
                assertThat(one.p()[j][k]).isCloseTo(other.p()[k][j], within(1e-12));
            }
        }
        assertThat(one.below(1.1)).isEqualTo(12);
        assertThat(cause(TippingPoint.of(new Proportion(0, 0), 0, new Proportion(1, 2), 1)))
                .isEqualTo(Cause.EMPTY_CELL);
        // Nobody was seen, so everything is possible, a difference of 0 with p = 1 too.
        assertThat(TippingPoint.of(new Proportion(0, 0), 3, new Proportion(0, 0), 3)
                        .orElseThrow()
                        .largest())
                .isEqualTo(1);
    }

    @Test
    void delta_moves_the_effect_by_the_share_of_the_treated_who_were_imputed() {
        DeltaAdjustment.Subjects subjects = subjects(60, 3);
        DeltaAdjustment adjustment = DeltaAdjustment.of(subjects).orElseThrow();
        double none = adjustment.effect(2, 0).orElseThrow();
        double three = adjustment.effect(2, 3).orElseThrow();
        double six = adjustment.effect(2, 6).orElseThrow();
        // Least squares is linear in the response.
        assertThat(six - none).isCloseTo(2 * (three - none), within(1e-9));
        assertThat(three - none).isBetween(0.0, 3.0);
    }

    @Test
    void what_was_seen_stays_and_what_was_not_is_filled_in() {
        DeltaAdjustment.Subjects subjects = subjects(60, 4);
        double[][] completed = DeltaAdjustment.of(subjects).orElseThrow().completed();
        for (int subject = 0; subject < 60; subject++) {
            for (int visit = 0; visit < 3; visit++) {
                double seen = subjects.responses()[subject][visit];
                assertThat(completed[subject][visit]).isFinite();
                assertThat(Double.isNaN(seen) || seen == completed[subject][visit])
                        .isTrue();
            }
        }
    }

    @Test
    void nothing_seen_at_all_has_no_adjustment() {
        var nothing = new DeltaAdjustment.Subjects(
                new boolean[] {true, false}, new double[] {1, 2}, new double[][] {{NONE, NONE}, {NONE, NONE}});
        assertThat(DeltaAdjustment.of(nothing)).isInstanceOf(Outcome.Missing.class);
        var nobody = new DeltaAdjustment.Subjects(new boolean[0], new double[0], new double[0][]);
        assertThat(DeltaAdjustment.of(nobody)).isInstanceOf(Outcome.Missing.class);
        assertThatThrownBy(() -> new DeltaAdjustment.Subjects(new boolean[1], new double[2], new double[1][1]))
                .hasMessageContaining("1, 2 and 1");
    }

    private static DeltaAdjustment.Subjects subjects(int size, int seed) {
        Philox chance = Philox.of(seed, 0);
        boolean[] treated = new boolean[size];
        double[] baseline = new double[size];
        double[][] responses = new double[size][3];
        for (int subject = 0; subject < size; subject++) {
            treated[subject] = chance.nextInt(2) == 1;
            baseline[subject] = 40 + 10 * chance.nextGaussian();
            double own = 5 * chance.nextGaussian();
            for (int visit = 0; visit < 3; visit++) {
                responses[subject][visit] = baseline[subject] - 5 * visit + own + 3 * chance.nextGaussian();
                if (visit > 0 && chance.nextDouble() < 0.2) {
                    responses[subject][visit] = NONE;
                }
            }
        }
        return new DeltaAdjustment.Subjects(treated, baseline, responses);
    }

    private static Cause cause(Outcome<?> outcome) {
        return ((Outcome.Missing<?>) outcome).shortfall().cause();
    }
}
