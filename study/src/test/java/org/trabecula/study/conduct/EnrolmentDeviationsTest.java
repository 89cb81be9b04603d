package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.deviates;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.Checks.told;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Steps.CONSENTED;
import static org.trabecula.study.testkit.Steps.ELIGIBLE;
import static org.trabecula.study.testkit.Steps.INVITED;
import static org.trabecula.study.testkit.Steps.PLANNED;
import static org.trabecula.study.testkit.Steps.SCREENED;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.asked;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.invited;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.World;

/** What really happened stands in the record, also when it departs from the protocol, and the departure is shown. */
class EnrolmentDeviationsTest {
    private static final String WHY = "Read again from the file";
    private static final Step OPERATED = consented().then(operated());

    private static Step consent(String version, LocalDate on) {
        return does(COORDINATOR, w -> new Intent.Consent(w.participant(), version, on, "Dr Chen"));
    }

    private static Step plan(LocalDate on, CageMaterial cage) {
        return does(COORDINATOR, w -> new Intent.Plan(w.participant(), on, List.of(Surgeries.L4_L5), cage, "price"));
    }

    private static Step screening(LocalDate on) {
        return does(COORDINATOR, w -> new Intent.CorrectScreening(w.participant(), on));
    }

    private static Step invite(LocalDate on) {
        return does(COORDINATOR, w -> new Intent.Invite(w.participant(), on));
    }

    @Test
    void whoEnrolsByTheProtocolDeviatesFromNothing() {
        given(OPERATED).then(deviates());
    }

    @Test
    void aNewVersionOfTheDocumentDoesNotMoveTheDayFromWhichDataMayBeCollected() {
        given(consented(), consent("v2", SURGERY.plusDays(90))).when(operated()).then(recorded(1), deviates());
    }

    @Test
    void theDateOfAnEarlierVersionCanBePutRightWhileTheNewerOneStaysInForce() {
        World world = given(OPERATED, consent("v2", SURGERY.plusDays(90)))
                .when(consent("v1", CONSENTED.plusDays(1)))
                .then(refused("version", Rule.CONSENT_GIVEN_ALREADY))
                .when(consent("v1", CONSENTED.plusDays(1)).because(WHY))
                .then(recorded(1), deviates())
                .world();
        Membership membership = world.casebook().membership();
        assertThat(membership.consent().orElseThrow().what().version()).isEqualTo("v2");
        assertThat(membership.firstConsent().orElseThrow().what().on()).isEqualTo(CONSENTED.plusDays(1));
    }

    @Test
    void aConsentThatProvesToBeLaterThanTheSurgeryIsRecordedAndIsADeviation() {
        LocalDate late = SURGERY.plusMonths(3).plusDays(1);
        given(OPERATED, seen(M3))
                .when(consent("v1", late).because(WHY))
                .then(recorded(1), deviates("consent-after-surgery", "visit-before-consent"))
                .when(operated(Surgeries.with(CageMaterial.PEEK)).because(WHY))
                .then(recorded(1));
    }

    @Test
    void aSurgeryThatProvesToBeEarlierThanTheConsentIsRecordedAndIsADeviation() {
        given(OPERATED)
                .when(operated(Surgeries.on(CONSENTED.minusDays(1), CageMaterial.PEEK))
                        .because(WHY))
                .then(recorded(1), deviates("consent-after-surgery"));
    }

    @Test
    void aSurgeryThatProvesToBeLaterThanAVisitMakesThatVisitADeviation() {
        World world = given(OPERATED, seen(M3))
                .when(operated(Surgeries.on(SURGERY.plusMonths(4), CageMaterial.PEEK))
                        .because(WHY))
                .then(recorded(1), deviates("visit-before-surgery"))
                .world();
        assertThat(Deviations.of(world.casebook(), world.protocol(), world.today()))
                .singleElement()
                .satisfies(one -> assertThat(one.arguments())
                        .containsExactly(
                                "m3",
                                SURGERY.plusMonths(3).toString(),
                                SURGERY.plusMonths(4).toString()));
    }

    @Test
    void theDayOfScreeningIsPutRightWithAReasonUnlessSomethingThatFollowsItLiesBefore() {
        given(OPERATED)
                .when(screening(SCREENED.plusDays(1)))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(screening(SCREENED.plusDays(1)).because(WHY))
                .then(recorded(1), deviates())
                .when(screening(SCREENED.plusDays(1)).because(WHY))
                .then(refused("", Rule.NOTHING_CHANGED))
                .when(screening(PLANNED.plusDays(1)).because(WHY))
                .then(
                        refused("on", Rule.DATE_BEFORE),
                        told("The surgical plan of 2026-01-08 lies before screening (2026-01-09)."))
                .when(screening(LocalDate.of(2029, 6, 3)).because(WHY))
                .then(refused("on", Rule.DATE_IN_FUTURE));
    }

    @Test
    void nothingIsPlannedBeforeScreening() {
        given(asked())
                .when(plan(SCREENED.minusDays(1), CageMaterial.PEEK).because(WHY))
                .then(refused("on", Rule.DATE_BEFORE));
    }

    @Test
    void whatIsPlannedToBeFusedIsOneRowOfSegments() {
        given(asked())
                .when(does(
                                COORDINATOR,
                                w -> new Intent.Plan(
                                        w.participant(),
                                        PLANNED,
                                        List.of(Surgeries.L4_L5, Segment.of("L1/L2")),
                                        CageMaterial.PEEK,
                                        "price"))
                        .because(WHY))
                .then(
                        refused("segments", Rule.SEGMENTS_APART),
                        told("The segments L1/L2, L4/L5 do not adjoin. Missing between them: L2/L3, L3/L4."));
    }

    @Test
    void whoProvesNotToBeEligibleAfterConsentIsShownAsADeviationWithTheCriterion() {
        World world = given(consented())
                .when(filled("screening", M0, Map.of("age", "49", "earlier", "1"))
                        .because(WHY))
                .then(recorded(1), deviates("enrolled-not-eligible"))
                .world();
        assertThat(Deviations.of(world.casebook(), world.protocol(), world.today()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.arguments()).containsExactly("age, earlier");
                    assertThat(one.on()).isEqualTo(CONSENTED);
                });
        given(asked())
                .when(filled("screening", M0, Map.of("age", "49")).because(WHY))
                .then(deviates());
        assertThat(ELIGIBLE).containsEntry("age", "67");
    }

    @Test
    void anInvitationThatProvesToBeEarlierThanThePlanIsADeviation() {
        given(consented())
                .when(invite(PLANNED.minusDays(1)).because(WHY))
                .then(recorded(1), deviates("invited-before-plan"));
        given(consented())
                .when(plan(INVITED.plusDays(1), CageMaterial.PEEK).because(WHY))
                .then(recorded(1), deviates("invited-before-plan"));
    }

    @Test
    void anotherPlanAfterTheInvitationIsNone() {
        given(consented())
                .when(plan(INVITED.plusDays(9), CageMaterial.TITANIUM).because("The other cage was not in stock"))
                .then(recorded(1), deviates());
    }

    @Test
    void aWrongInvitationDateIsPutRightWithAReason() {
        given(asked(), invited())
                .when(invite(INVITED.plusDays(1)).because(WHY))
                .then(recorded(1))
                .when(invite(INVITED.plusDays(1)).because(WHY))
                .then(refused("", Rule.NOTHING_CHANGED))
                .when(invite(LocalDate.of(2029, 6, 3)).because(WHY))
                .then(refused("on", Rule.DATE_IN_FUTURE));
        given(consented())
                .when(invite(CONSENTED.plusDays(1)).because(WHY))
                .then(recorded(1), deviates("consent-before-invitation"));
    }

    @Test
    void aBaselineWrittenDownAfterTheSurgeryNeedsAReasonAndIsADeviation() {
        Step baseline = filled("baseline", M0, Map.of("sex", "1"));
        given(OPERATED)
                .when(baseline)
                .then(refused("reason", Rule.BASELINE_AFTER_SURGERY))
                .when(baseline.because("Taken over from the ward's sheet"))
                .then(recorded(1), deviates("baseline-after-surgery"));
        given(consented(), baseline, operated())
                .when(filled("baseline", M0, Map.of("sex", "2")).because(WHY))
                .then(recorded(1), deviates());
        given(OPERATED)
                .when(filled("screening", M0, Map.of("hu", "93")).because(WHY))
                .then(recorded(1), deviates());
    }
}
