package org.trabecula.statistics.censored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VisitPlanTest {
    private static final double[] VISITS = {3, 6, 12, 24};

    @Test
    void givesTheSameNumbersForTheSameSeedWhateverElseIsSimulated() {
        var plan = new VisitPlan(40, 9, 1.8, 1.3, VISITS, 0.1);
        assertThat(plan.simulate(300, 5)).isEqualTo(plan.simulate(300, 5));
        assertThat(plan.simulate(300, 6)).isNotEqualTo(plan.simulate(300, 5));
    }

    /** 5 % of 4,000; four standard errors are 0.0138. z is then standard normal. */
    @Test
    void rejectsFiveInAHundredWithoutADifference() {
        var power = new VisitPlan(60, 9, 1, 1.3, VISITS, 0.1).simulate(4_000, 1);
        assertThat(power.power()).isCloseTo(0.05, within(0.0138));
        assertThat(power.meanAbsoluteZ()).isCloseTo(Math.sqrt(2 / Math.PI), within(0.04));
        assertThat(power.standardDeviationOfZ()).isCloseTo(1, within(0.05));
        assertThat(power.monteCarloError(100)).isCloseTo(0.022, within(0.003));
    }

    @Test
    void hasMorePowerForMoreSubjectsAndFewerMissedVisits() {
        double few =
                new VisitPlan(60, 9, 1.8, 1.3, VISITS, 0.1).simulate(2_000, 1).power();
        double many =
                new VisitPlan(120, 9, 1.8, 1.3, VISITS, 0.1).simulate(2_000, 1).power();
        double missed =
                new VisitPlan(120, 9, 1.8, 1.3, VISITS, 0.6).simulate(2_000, 1).power();
        assertThat(many).isGreaterThan(few + 0.1);
        assertThat(missed).isLessThan(many - 0.05);
    }

    /** With one visit long before any event everybody is alike, and no trial has a test. */
    @Test
    void countsTrialsWithoutATest() {
        var power = new VisitPlan(10, 1e6, 1.5, 5, new double[] {1}, 0).simulate(50, 1);
        assertThat(power.failures()).isEqualTo(50);
        assertThat(power.power()).isZero();
        assertThat(power.meanAbsoluteZ()).isZero();
    }

    @Test
    void refusesPlansThatCannotBe() {
        assertThatThrownBy(() -> new VisitPlan(3, 9, 1, 1, VISITS, 0)).hasMessageContaining("at least 4");
        assertThatThrownBy(() -> new VisitPlan(9, 0, 1, 1, VISITS, 0)).hasMessageContaining("median");
        assertThatThrownBy(() -> new VisitPlan(9, 9, 0, 1, VISITS, 0)).hasMessageContaining("hazard ratio");
        assertThatThrownBy(() -> new VisitPlan(9, 9, 1, -1, VISITS, 0)).hasMessageContaining("shape");
        assertThatThrownBy(() -> new VisitPlan(9, 9, 1, 1, VISITS, 1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> new VisitPlan(9, 9, 1, 1, new double[0], 0)).hasMessageContaining("visits");
        assertThatThrownBy(() -> new VisitPlan(9, 9, 1, 1, new double[] {6, 3}, 0))
                .hasMessageContaining("in order");
    }
}
