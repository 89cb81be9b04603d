package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Sequels.event;
import static org.trabecula.study.testkit.Steps.CONSENTED;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.withdrawn;
import static org.trabecula.study.testkit.Story.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.Relation;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.World;

/** What went wrong is reported, also late, and its report is put right. */
class VigilanceTest {
    private static final SafetyFact.DeviceDeficiencyReported DRIVER =
            new SafetyFact.DeviceDeficiencyReported(SURGERY, "screwdriver", "tip broke", false);

    private static SafetyFact.AdverseEventReported fall(boolean serious) {
        return new SafetyFact.AdverseEventReported(
                SURGERY.plusMonths(7),
                "fall",
                serious,
                Relation.NOT_RELATED,
                Relation.NOT_RELATED,
                Relation.NOT_RELATED,
                Optional.empty());
    }

    private static Step reported(SafetyFact.Report event) {
        return does(COORDINATOR, w -> new Intent.ReportSafety(w.participant(), event));
    }

    /** The first report is put right. */
    private static Step corrected(SafetyFact.Report now) {
        return does(
                COORDINATOR,
                w -> new Intent.CorrectSafety(
                        w.participant(),
                        w.casebook().safety().reports().getFirst().position(),
                        now));
    }

    @Test
    void whatIsHeardOfAfterAWithdrawalIsReported() {
        given(consented(), operated(), withdrawn())
                .when(reported(fall(true)))
                .then(recorded(1))
                .when(reported(DRIVER))
                .then(recorded(1));
    }

    @Test
    void whatWasBeforeTheConsentIsNoEventOfTheStudy() {
        given(consented())
                .when(reported(event(CONSENTED.minusDays(1), "I")))
                .then(refused("on", Rule.DATE_BEFORE))
                .when(reported(
                        new SafetyFact.DeviceDeficiencyReported(CONSENTED.minusDays(1), "driver", "worn", false)))
                .then(refused("on", Rule.DATE_BEFORE))
                .when(reported(event(CONSENTED, "I")))
                .then(recorded(1));
    }

    @Test
    void aReportPutRightStandsAtItsOldPlace() {
        World world = given(consented(), reported(fall(false)), reported(DRIVER))
                .when(corrected(fall(true)).because("Admitted to hospital"))
                .then(recorded(1))
                .when(corrected(fall(false)).because("No, seen and sent home"))
                .then(recorded(1))
                .world();
        assertThat(world.casebook().safety().reports())
                .isEqualTo(List.of(new Noted<>(fall(false), 6), new Noted<>(DRIVER, 7)));
    }

    @Test
    void aCorrectionNamesAReportOfItsKindAndChangesItForAReason() {
        given(consented(), reported(DRIVER))
                .when(corrected(fall(true)).because("Wrong form"))
                .then(refused("", Rule.UNKNOWN_REPORT))
                .when(corrected(DRIVER).because("Again"))
                .then(refused("", Rule.NOTHING_CHANGED))
                .when(corrected(new SafetyFact.DeviceDeficiencyReported(SURGERY, "driver", "tip broke", true)))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(corrected(new SafetyFact.DeviceDeficiencyReported(SURGERY, "driver", " ", true))
                        .because("Shorter"))
                .then(refused("description", Rule.VALUE_REQUIRED));
    }
}
