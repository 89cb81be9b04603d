package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.People.COORDINATOR_ELSEWHERE;
import static org.trabecula.study.testkit.Steps.CONSENTED;
import static org.trabecula.study.testkit.Steps.ELIGIBLE;
import static org.trabecula.study.testkit.Steps.INVITED;
import static org.trabecula.study.testkit.Steps.PLANNED;
import static org.trabecula.study.testkit.Steps.SCREENED;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.asked;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.consents;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.invited;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.planned;
import static org.trabecula.study.testkit.Steps.screened;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Steps.withdrawn;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.Transcripts;

/** Everything that is refused between screening and withdrawal. */
final class AdmissionRefusals {
    private static final LocalDate TOMORROW = LocalDate.of(2029, 6, 3);

    private AdmissionRefusals() {}

    static List<Refusal> all() {
        return List.of(
                Refusal.of(
                        Rule.NOT_YOUR_DUTY,
                        "",
                        "a reader does not screen",
                        does(BY_FIRST_READER, _ -> new Intent.Screen("01", SCREENED))),
                Refusal.of(
                        Rule.UNKNOWN_SITE,
                        "site",
                        "no such site",
                        does(COORDINATOR, _ -> new Intent.Screen("99", SCREENED))),
                Refusal.of(
                        Rule.NOT_YOUR_SITE,
                        "site",
                        "another site's door",
                        does(COORDINATOR, _ -> new Intent.Screen("02", SCREENED))),
                Refusal.of(
                        Rule.DATE_IN_FUTURE,
                        "on",
                        "screened tomorrow",
                        does(COORDINATOR, _ -> new Intent.Screen("01", TOMORROW))),
                Refusal.of(Rule.UNKNOWN_PARTICIPANT, "", "nobody of that id", invited()),
                Refusal.of(
                        Rule.UNKNOWN_PARTICIPANT,
                        "",
                        "somebody of another site is nobody",
                        does(COORDINATOR_ELSEWHERE, w -> new Intent.Invite(w.participant(), INVITED)),
                        asked()),
                Refusal.of(Rule.PLAN_NEEDS_SEGMENT, "segments", "a plan for nothing", plan(PLANNED), screened()),
                Refusal.of(
                        Rule.DATE_IN_FUTURE,
                        "on",
                        "planned tomorrow",
                        does(
                                COORDINATOR,
                                w -> new Intent.Plan(
                                        w.participant(),
                                        TOMORROW,
                                        List.of(Surgeries.L4_L5),
                                        CageMaterial.PEEK,
                                        "price")),
                        screened()),
                Refusal.of(Rule.REASON_REQUIRED, "reason", "a plan is changed without saying why", planned(), asked()),
                Refusal.of(
                        Rule.PLAN_BEFORE_INVITATION,
                        "on",
                        "invited before the plan is determined",
                        invited(),
                        screened(),
                        filled("screening", M0, ELIGIBLE)),
                Refusal.of(
                        Rule.NOT_ELIGIBLE,
                        "on",
                        "invited at 49",
                        invited(),
                        screened(),
                        filled("screening", M0, eligibleBut("age", "49")),
                        planned()),
                Refusal.of(
                        Rule.ELIGIBILITY_UNKNOWN,
                        "on",
                        "invited before the questions are answered",
                        invited(),
                        screened(),
                        planned()),
                Refusal.of(
                        Rule.DATE_BEFORE,
                        "on",
                        "invited the day before the plan",
                        does(COORDINATOR, w -> new Intent.Invite(w.participant(), PLANNED.minusDays(1))),
                        asked()),
                Refusal.of(Rule.INVITED_ALREADY, "on", "invited twice", invited(), asked(), invited()),
                Refusal.of(Rule.INVITATION_BEFORE_CONSENT, "on", "consent before invitation", consents(), asked()),
                Refusal.of(
                        Rule.INVITATION_BEFORE_CONSENT,
                        "on",
                        "declined before invitation",
                        does(COORDINATOR, w -> new Intent.Decline(w.participant(), INVITED)),
                        asked()),
                Refusal.of(
                        Rule.CONSENT_VERSION,
                        "version",
                        "a document that the protocol does not have",
                        consent("v9", CONSENTED, "Dr Chen"),
                        asked(),
                        invited()),
                Refusal.of(
                        Rule.VALUE_REQUIRED,
                        "obtainedBy",
                        "consent obtained by nobody",
                        consent("v1", CONSENTED, " "),
                        asked(),
                        invited()),
                Refusal.of(
                        Rule.DATE_BEFORE,
                        "on",
                        "consent before the invitation's day",
                        consent("v1", INVITED.minusDays(1), "Dr Chen"),
                        asked(),
                        invited()),
                Refusal.of(
                        Rule.DATE_IN_FUTURE,
                        "on",
                        "consent tomorrow",
                        consent("v1", TOMORROW, "Dr Chen"),
                        asked(),
                        invited()),
                Refusal.of(Rule.CONSENT_GIVEN_ALREADY, "version", "the same version twice", consents(), consented()),
                Refusal.of(
                        Rule.CONSENT_GIVEN_ALREADY,
                        "on",
                        "who has consented withdraws and does not decline",
                        does(COORDINATOR, w -> new Intent.Decline(w.participant(), CONSENTED)),
                        consented()),
                Refusal.of(
                        Rule.CONSENT_DECLINED,
                        "",
                        "consent after declining",
                        consents(),
                        asked(),
                        invited(),
                        does(COORDINATOR, w -> new Intent.Decline(w.participant(), INVITED))),
                Refusal.of(
                        Rule.CONSENT_BEFORE_DATA,
                        "",
                        "surgery recorded before consent",
                        operated(),
                        asked(),
                        invited()),
                Refusal.of(
                        Rule.CONSENT_BEFORE_DATA,
                        "",
                        "baseline data before consent",
                        filled("baseline", M0, Map.of("sex", "1")),
                        asked(),
                        invited()),
                Refusal.of(
                        Rule.VALUE_REQUIRED,
                        "why",
                        "withdrawn for no reason",
                        does(COORDINATOR, w -> new Intent.Withdraw(w.participant(), CONSENTED, " ")),
                        consented()),
                Refusal.of(
                        Rule.DATE_BEFORE,
                        "on",
                        "withdrawn before consent",
                        does(COORDINATOR, w -> new Intent.Withdraw(w.participant(), CONSENTED.minusDays(1), "no time")),
                        consented()),
                Refusal.of(
                        Rule.WITHDRAWN,
                        "on",
                        "operated after withdrawal",
                        operated(),
                        consented(),
                        does(COORDINATOR, w -> new Intent.Withdraw(w.participant(), SURGERY.minusDays(1), "no time"))),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "withdrawn on another day without why",
                        does(COORDINATOR, w -> new Intent.Withdraw(w.participant(), CONSENTED, "no time")),
                        consented(),
                        withdrawn()),
                Refusal.of(
                        Rule.NOT_LEFT,
                        "",
                        "taken back although she never left",
                        does(COORDINATOR, w -> new Intent.Reinstate(w.participant()))
                                .because("mistake"),
                        consented()),
                Refusal.of(
                        Rule.TRANSCRIBED,
                        "",
                        "planned although transcribed",
                        planned(),
                        transcribed(Transcripts.row(2, "T-1", "peek", 6, Transcripts.fused(true)))));
    }

    static Map<String, String> eligibleBut(String item, String value) {
        Map<String, String> values = new HashMap<>(ELIGIBLE);
        values.put(item, value);
        return values;
    }

    private static Step plan(LocalDate on) {
        return does(COORDINATOR, w -> new Intent.Plan(w.participant(), on, List.of(), CageMaterial.PEEK, "price"));
    }

    private static Step consent(String version, LocalDate on, String obtainedBy) {
        return does(COORDINATOR, w -> new Intent.Consent(w.participant(), version, on, obtainedBy));
    }
}
