package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.study.protocol.Multiplicity.Procedure;

/** The integral against closed forms, and against what the first computation uses. */
class StudentByHandTest {

    @Test
    void oneAndTwoDegreesHaveClosedForms() {
        // Cauchy: p = 1 - 2 atan(t)/π; two degrees: p = 1 - t/√(2 + t²)
        assertThat(new StudentByHand(1).p(1)).isCloseTo(0.5, within(1e-12));
        assertThat(new StudentByHand(1).p(3)).isCloseTo(1 - 2 * Math.atan(3) / Math.PI, within(1e-12));
        assertThat(new StudentByHand(2).p(2)).isCloseTo(1 - 2 / Math.sqrt(6), within(1e-12));
        // t of 0.975 with one degree: tan(0.475 π)
        assertThat(new StudentByHand(1).reach(0.95)).isCloseTo(Math.tan(0.475 * Math.PI), within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"3,0.1", "10,1.5", "42.5,2.2", "81,1.99", "81,8", "400,3", "1990,2.5"})
    void itAgreesWithTheFirstComputation(double degrees, double t) {
        Contrast contrast = new Contrast(t, 1, degrees);
        assertThat(new StudentByHand(degrees).p(t)).isCloseTo(contrast.p(), within(1e-12));
        assertThat(t - new StudentByHand(degrees).reach(0.95))
                .isCloseTo(contrast.interval(0.95).lower(), within(1e-10));
    }

    @Test
    void severalClaimsByHand() {
        // As in R: p.adjust(c(.01, .04, .03), method)
        double[] p = {0.01, 0.04, 0.03};
        assertThat(SecondComputation.adjusted(Procedure.HOLM, p))
                .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-15));
        assertThat(SecondComputation.adjusted(Procedure.HOCHBERG, p))
                .containsExactly(new double[] {0.03, 0.04, 0.04}, within(1e-15));
        // Ties: all three are multiplied by three, or none
        assertThat(SecondComputation.adjusted(Procedure.HOLM, 0.02, 0.02, 0.02))
                .containsExactly(new double[] {0.06, 0.06, 0.06}, within(1e-15));
        assertThat(SecondComputation.adjusted(Procedure.HOCHBERG, 0.02, 0.02, 0.02))
                .containsExactly(new double[] {0.02, 0.02, 0.02}, within(1e-15));
    }
}
