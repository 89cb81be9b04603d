package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.regression.LogisticRegression;
import org.trabecula.study.report.Arrow.Step;

/** Steps from visit to visit, and the odds ratio of a change. */
class ArrowTest {
    private final List<Step> steps = new ArrayList<>();

    @Test
    void one_visit_of_one_arm_gives_the_odds_ratio_of_its_table() {
        // 8 of 12 exposed changed, 3 of 10 others: log((8 / 4) / (3 / 7)), by hand.
        at(0, 0, true, 8, 4);
        at(0, 0, false, 3, 7);
        assertThat(ratio().orElseThrow().estimate()).isCloseTo(Math.log(8.0 * 7 / (4 * 3)), within(1e-9));
    }

    @Test
    void a_visit_or_an_arm_in_which_everybody_changed_or_nobody_did_says_nothing_and_hinders_nothing() {
        mixed();
        Contrast expected = ratio().orElseThrow();
        at(0, 2, true, 2, 0);
        at(1, 2, false, 3, 0);
        assertThat(ratio().orElseThrow()).isEqualTo(expected);
        steps.clear();
        at(0, 0, true, 8, 4);
        at(0, 0, false, 3, 7);
        expected = ratio().orElseThrow();
        at(1, 0, true, 0, 5);
        at(1, 0, false, 0, 6);
        assertThat(ratio().orElseThrow()).isEqualTo(expected);
    }

    @Test
    void steps_that_arm_and_visit_foretell_only_together_leave_the_ratio_that_the_likelihood_comes_ever_nearer_to() {
        at(0, 1, true, 8, 4);
        at(0, 1, false, 3, 7);
        at(1, 0, true, 5, 2);
        at(1, 0, false, 4, 6);
        at(0, 0, true, 2, 0);
        at(0, 0, false, 3, 0);
        at(1, 1, true, 0, 4);
        at(1, 1, false, 0, 1);
        // The likelihood of all, kept from its end by a hundred-thousandth of a step to the contrary in each separated
        // row.
        List<double[]> rows = new ArrayList<>();
        List<Boolean> changed = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Step step : steps) {
            for (boolean contrary : new boolean[] {false, true}) {
                if (!contrary || step.arm() == step.visit()) {
                    rows.add(new double[] {step.exposed() ? 1 : 0, step.arm(), 1 - step.visit(), step.visit()});
                    changed.add(step.changed() != contrary);
                    weights.add(contrary ? 1e-5 : 1);
                }
            }
        }
        boolean[] events = new boolean[rows.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = changed.get(i);
        }
        double near = LogisticRegression.fit(
                        rows.toArray(double[][]::new),
                        events,
                        weights.stream().mapToDouble(Double::doubleValue).toArray())
                .orElseThrow()
                .coefficients()[0];
        assertThat(ratio().orElseThrow().estimate()).isCloseTo(near, within(1e-4));
    }

    @Test
    void where_exposure_tells_changes_apart_within_visits_and_arms_the_ratio_has_no_end() {
        // Arm 0: all exposed changed, others did or not. Arm 1: exposed changed or not, of the others nobody did.
        at(0, 0, true, 4, 0);
        at(0, 0, false, 3, 5);
        at(1, 0, true, 3, 5);
        at(1, 0, false, 0, 6);
        assertThat(cause()).isEqualTo(Cause.SEPARATION);
        // A visit that says nothing does not hide it.
        at(0, 1, true, 0, 3);
        at(1, 1, false, 0, 3);
        assertThat(cause()).isEqualTo(Cause.SEPARATION);
    }

    @Test
    void where_exposure_is_the_same_as_the_arm_no_ratio_is_told_from_it() {
        at(0, 0, true, 4, 5);
        at(1, 0, false, 3, 5);
        assertThat(cause()).isEqualTo(Cause.SINGULAR);
    }

    @Test
    void where_everybody_or_nobody_was_exposed_there_is_no_ratio_and_least_of_all_that_of_the_arms() {
        for (boolean exposed : new boolean[] {true, false}) {
            steps.clear();
            at(0, 0, exposed, 8, 4);
            at(1, 0, exposed, 3, 7);
            at(0, 1, exposed, 5, 4);
            at(1, 1, exposed, 2, 7);
            assertThat(cause()).isEqualTo(Cause.EMPTY_CELL);
        }
    }

    @Test
    void without_change_or_with_an_endless_ratio_there_is_a_cause() {
        assertThat(cause()).isEqualTo(Cause.EMPTY_CELL);
        at(0, 0, true, 0, 8);
        at(0, 0, false, 0, 5);
        assertThat(cause()).isEqualTo(Cause.EMPTY_CELL);
        at(0, 0, false, 4, 0);
        assertThat(cause()).isEqualTo(Cause.SEPARATION);
    }

    private void mixed() {
        for (int arm = 0; arm < 2; arm++) {
            for (int visit = 0; visit < 2; visit++) {
                at(arm, visit, true, 4 + arm, 5 - visit);
                at(arm, visit, false, 2, 6 + arm);
            }
        }
    }

    /** Participants who changed, and who did not. */
    private void at(int arm, int visit, boolean exposed, int changed, int others) {
        for (int i = 0; i < changed + others; i++) {
            steps.add(new Step(steps.size(), arm, visit, exposed, i < changed));
        }
    }

    private Outcome<Contrast> ratio() {
        return new Arrow(steps).ratio();
    }

    private Cause cause() {
        return ((Outcome.Missing<Contrast>) ratio()).shortfall().cause();
    }
}
