package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Steps.INVITED;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.asked;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.consents;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filed;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.invited;
import static org.trabecula.study.testkit.Steps.missed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.received;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Steps.withdrawn;
import static org.trabecula.study.testkit.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Sight;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.World;

/** Somebody leaves four months after surgery: what was before may still be written down, what is after may not. */
class LeavingTest {
    private static final Step OPERATED = consented().then(operated());
    private static final LocalDate LEFT = SURGERY.plusMonths(4);
    private static final Map<String, String> ODI = Map.of("odi", "20");

    private static Step withdraws(LocalDate on, String why) {
        return does(COORDINATOR, w -> new Intent.Withdraw(w.participant(), on, why));
    }

    private static Step declines(LocalDate on) {
        return does(COORDINATOR, w -> new Intent.Decline(w.participant(), on));
    }

    private static Step reinstated() {
        return does(COORDINATOR, w -> new Intent.Reinstate(w.participant()));
    }

    @Test
    void aCtThatWasCalledForIsWaitedForUntilSomebodyLeaves() {
        Step unclear = OPERATED.then(imaged(M3)).then(bothRead(Sight.FIRM.moving("4")));
        assertThat(open(given(unclear).world())).contains(Unfinished.Kind.CT_AWAITED);
        assertThat(open(given(unclear, withdrawn()).world())).doesNotContain(Unfinished.Kind.CT_AWAITED);
    }

    private static List<Unfinished.Kind> open(World world) {
        return world.see(register -> Unfinished.of(register, world.protocol(), _ -> LEFT).stream()
                .map(Unfinished::kind)
                .toList());
    }

    @Test
    void theRecordOfTheTimeBeforeIsCompleted() {
        given(consented(), withdrawn())
                .when(operated())
                .then(recorded(1))
                .when(seen(M3))
                .then(recorded(1))
                .when(filled("outcome", M3, ODI))
                .then(recorded(1))
                .when(scanned(M3, Modality.RADIOGRAPH))
                .then(recorded(2))
                .when(filled("baseline", M0, Map.of("sex", "1")).because("Found on the ward's sheet"))
                .then(recorded(1));
    }

    @Test
    void whatIsDatedAfterwardsIsRefused() {
        given(OPERATED, seen(M6), withdrawn())
                .when(seen(M3, LEFT.plusDays(1)))
                .then(refused("on", Rule.WITHDRAWN))
                .when(filled("outcome", M6, ODI))
                .then(refused("", Rule.WITHDRAWN))
                .when(received(Modality.RADIOGRAPH), filed(M6))
                .then(refused("visit", Rule.WITHDRAWN));
        given(OPERATED, withdrawn()).when(missed(M6)).then(refused("", Rule.WITHDRAWN));
        given(OPERATED, withdrawn()).when(missed(M3)).then(refused("", Rule.WITHDRAWN));
    }

    /** The window of month 3 closes 35 days after 2026-04-30, on 2026-06-04, four days after the withdrawal of the stories. */
    @Test
    void aVisitThatWasMissedBeforeIsRecordedAsMissed() {
        given(OPERATED, withdraws(LocalDate.of(2026, 6, 4), "moved"))
                .when(missed(M3))
                .then(recorded(1));
    }

    @Test
    void whatIsRecordedIsStillPutRight() {
        given(OPERATED, seen(M6), filled("outcome", M6, ODI), withdrawn())
                .when(filled("outcome", M6, Map.of("odi", "22")).because("Misread"))
                .then(recorded(1))
                .when(operated(Surgeries.with(CageMaterial.PEEK)).because("Misread"))
                .then(recorded(1));
    }

    @Test
    void theDateAndTheCauseOfAWithdrawalArePutRightWithAReason() {
        given(OPERATED, withdrawn())
                .when(withdraws(LEFT.plusDays(9), "no time"))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(withdraws(LEFT.plusDays(9), "no time").because("The letter came later"))
                .then(recorded(1))
                .when(seen(M3, LEFT.plusDays(1)))
                .then(recorded(1));
    }

    @Test
    void whoWithdrewByMistakeIsInTheStudyAgain() {
        var story = given(OPERATED, withdrawn())
                .when(reinstated())
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(reinstated().because("Meant was another participant"))
                .then(recorded(1))
                .when(seen(M6))
                .then(recorded(1));
        assertThat(story.world().casebook().membership().withdrawn()).isEmpty();
    }

    @Test
    void whoDeclinedByMistakeMayConsent() {
        given(asked(), invited(), declines(INVITED))
                .when(consents())
                .then(refused("", Rule.CONSENT_DECLINED))
                .when(declines(INVITED.plusDays(1)).because("Misread"))
                .then(recorded(1))
                .when(reinstated().because("Meant was another person"))
                .then(recorded(1))
                .when(consents())
                .then(recorded(1));
    }

    @Test
    void aPlanIsStillPutRightAfterSomebodyDeclinedButNotMadeLater() {
        given(asked(), invited(), declines(INVITED))
                .when(does(
                                COORDINATOR,
                                w -> new Intent.Plan(
                                        w.participant(),
                                        INVITED.plusDays(1),
                                        java.util.List.of(Surgeries.L4_L5),
                                        CageMaterial.PEEK,
                                        "price"))
                        .because("New plan"))
                .then(refused("on", Rule.CONSENT_DECLINED));
    }
}
