package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.protocol.Multiplicity.Procedure;

/** What the plan's procedure makes of the p-values of the primaries. */
class FamilyTest {

    @Test
    void eachProcedureByHand() {
        // p = 0.01, 0.04, 0.03: Holm 3 × 0.01, then 2 × 0.03, then the larger of 0.04 and what went before;
        // Hochberg from above 0.04, min(0.04, 2 × 0.03), min(0.04, 3 × 0.01); R: p.adjust(c(.01, .04, .03), method)
        close(Procedure.HOLM, 0.03, 0.06, 0.06);
        close(Procedure.HOCHBERG, 0.03, 0.04, 0.04);
        close(Procedure.BONFERRONI, 0.03, 0.12, 0.09);
        // In the plan's order: the third falls with the second
        close(Procedure.FIXED_SEQUENCE, 0.01, 0.04, 0.04);
        close(Procedure.NONE, 0.01, 0.04, 0.03);
    }

    private static void close(Procedure procedure, double... expected) {
        double[] adjusted = Family.adjusted(procedure, 0.01, 0.04, 0.03);
        assertThat(adjusted).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(adjusted[i]).as(procedure + " " + i).isCloseTo(expected[i], within(1e-15));
        }
    }

    @ParameterizedTest
    @EnumSource(Procedure.class)
    void nothingBecomesMoreSignificantAndOneAloneStaysAsItIs(Procedure procedure) {
        Philox chance = Philox.of(5, 1);
        for (int round = 0; round < 200; round++) {
            double[] p = DoubleStream.generate(chance::nextDouble)
                    .limit(1 + round % 5)
                    .toArray();
            double[] adjusted = Family.adjusted(procedure, p);
            for (int i = 0; i < p.length; i++) {
                assertThat(adjusted[i]).isBetween(p[i], 1.0);
            }
            assertThat(Family.adjusted(procedure, p[0])).containsExactly(p[0]);
        }
    }
}
