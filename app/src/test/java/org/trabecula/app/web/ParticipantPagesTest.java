package org.trabecula.app.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;

/** The coordinator's pages over HTTP, with one server for all stories. */
class ParticipantPagesTest {
    private static final int MOST_BYTES = 100 * 1024;

    @TempDir
    static Path home;

    private static TrialStory story;
    private static StoryServer server;
    private static Browser coordinator;
    private static Browser monitor;
    private static Browser elsewhere;
    private static Browser twoSites;

    @BeforeAll
    static void open() throws IOException {
        story = new TrialStory().on("2025-09-05");
        story.crowd(2_000);
        server = StoryServer.of(story, home);
        coordinator = signedIn("lin");
        monitor = signedIn("mona");
        elsewhere = signedIn("otto");
        twoSites = signedIn("tara");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Browser signedIn(String user) {
        return server.signedIn(user);
    }

    private static void shows(HttpResponse<String> answer, int status, String... texts) {
        assertEquals(status, answer.statusCode());
        for (String text : texts) {
            assertTrue(answer.body().contains(text), () -> text + " is missing in\n" + answer.body());
        }
    }

    @Test
    void a_page_of_two_thousand_participants_stays_small() {
        for (String path :
                new String[] {"/participants", "/participants?q=3DCOP&page=3", "/board", "/board?status=DUE"}) {
            HttpResponse<String> answer = coordinator.open(path);
            int bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
            assertAll(
                    () -> assertEquals(200, answer.statusCode(), path),
                    () -> assertTrue(bytes <= MOST_BYTES, () -> path + " has " + bytes + " bytes"));
        }
    }

    @Test
    void a_patient_is_screened_under_a_new_subject_id() {
        HttpResponse<String> answer =
                coordinator.send("/participants", Map.of("site", "01", "on", "2025-09-01", "key", "screen-1"));
        String to = answer.headers().firstValue("Location").orElse("");
        assertEquals(303, answer.statusCode());
        shows(coordinator.open(to), 200, "3DCOP-01-", "not known yet", "screened on 2025-09-01");
    }

    @Test
    void screening_in_the_future_is_refused_and_what_was_typed_is_kept() {
        shows(
                coordinator.send("/participants", Map.of("site", "01", "on", "2031-01-01")),
                422,
                "lies in the future",
                "value=\"2031-01-01\"");
    }

    @Test
    void an_invitation_before_the_plan_is_refused_beside_its_field() {
        ParticipantId id = story.eligible();
        shows(
                coordinator.send("/participants/" + id + "/invite", Map.of("on", "2025-09-04")),
                422,
                "A participant is invited only after the surgical plan is recorded.",
                "id=\"invite-on\" name=\"on\" type=\"date\" value=\"2025-09-04\"",
                "plan-before-invitation");
    }

    @Test
    void plan_invitation_and_consent_lead_to_the_next_step() {
        ParticipantId id = story.eligible();
        String at = "/participants/" + id;
        coordinator.send(
                at + "/plan", Map.of("on", "2025-09-05", "segments", "L4/L5", "cage", "PEEK", "key", "p-" + id));
        coordinator.send(at + "/invite", Map.of("on", "2025-09-05"));
        assertEquals(
                303,
                coordinator
                        .send(at + "/consent", Map.of("version", "1.0", "on", "2025-09-05", "obtainedBy", "Dr Wang"))
                        .statusCode());
        shows(coordinator.open(at), 200, "consented", "Dr Wang", "Invited on 2025-09-05.");
    }

    @Test
    void a_plan_that_cannot_be_read_keeps_what_was_ticked() {
        ParticipantId id = story.eligible();
        shows(
                coordinator.send(
                        "/participants/" + id + "/plan",
                        Map.of("on", "yesterday", "segments", "L4/L5", "cage", "PEEK", "reasonForCage", "Price")),
                422,
                "yesterday is not a date",
                "value=\"L4/L5\" checked",
                "value=\"PEEK\" selected",
                "value=\"Price\"");
    }

    @Test
    void another_visit_date_asks_for_a_reason() {
        ParticipantId id = story.operated(CageMaterial.PEEK);
        String held = "/participants/" + id + "/visits/m3/held";
        coordinator.send(held, Map.of("on", "2025-09-05"));
        shows(coordinator.send(held, Map.of("on", "2025-09-04")), 422, "needs a reason", "value=\"2025-09-04\"");
        shows(
                coordinator.send(held, Map.of("on", "2025-09-04", "reason", "Wrong day")),
                422,
                "lies before surgery",
                "value=\"Wrong day\"");
        coordinator.send("/participants/" + id + "/visits/m6/missed", Map.of("why", "Abroad <b>now</b>"));
        shows(coordinator.open("/participants/" + id), 200, "out of window", "Missed: Abroad &lt;b&gt;now");
    }

    @Test
    void a_corrected_surgery_is_told_as_a_correction_with_its_reason() {
        String at = "/participants/" + story.operated(CageMaterial.PEEK);
        Map<String, String> sheet = new HashMap<>(Map.of(
                "on", story.today().toString(), "surgeon", "S1", "segment", "L4/L5", "reason", "Label <misread>"));
        for (String site : List.of("L4-left", "L4-right", "L5-left", "L5-right")) {
            sheet.putAll(Map.of(
                    "screw." + site, "yes", "screw." + site + ".diameter", "7.5", "screw." + site + ".length", "45"));
        }
        sheet.putAll(Map.of(
                "cage.0.segment", "L4/L5", "cage.0.material", "PEEK", "cage.0.maker", "Maker", "cage.0.lot", "LOT-7"));

        assertEquals(303, coordinator.send(at + "/surgery", sheet).statusCode());

        shows(coordinator.open(at), 200, "The correction of the surgery is recorded. Reason: Label &lt;misread&gt;");
    }

    @Test
    void a_withdrawal_entered_in_error_is_taken_back_with_a_reason() {
        ParticipantId id = story.operated(CageMaterial.PEEK);
        String at = "/participants/" + id;
        coordinator.send(at + "/withdraw", Map.of("on", "2025-09-05", "why", "No time"));
        shows(coordinator.open(at), 200, "Withdrew on 2025-09-05: No time", "It was entered in error");
        shows(coordinator.send(at + "/reinstate", Map.of("reason", "")), 422, "needs a reason");
        assertEquals(
                303,
                coordinator
                        .send(at + "/reinstate", Map.of("reason", "Meant was another participant"))
                        .statusCode());
        shows(coordinator.open(at), 200, "in the study", "The participant withdraws");
        shows(coordinator.open(at + "/audit"), 200, "The withdrawal was entered in error");
    }

    @Test
    void a_wrong_invitation_date_is_corrected_with_a_reason_and_becomes_a_deviation() {
        ParticipantId id = story.consented();
        String at = "/participants/" + id;
        assertEquals(
                303,
                coordinator
                        .send(at + "/invite", Map.of("on", "2025-09-04", "reason", "Read again"))
                        .statusCode());
        shows(coordinator.open(at), 200, "invited on 2025-09-04, before the surgical plan was determined");
    }

    @Test
    void a_report_is_put_right_where_it_stands() {
        ParticipantId id = story.operated(CageMaterial.PEEK);
        String at = "/participants/" + id + "/safety";
        Map<String, String> report = Map.of("on", "2025-09-05", "device", "Inserter", "description", "Thread worn");
        coordinator.send(at + "/deficiency", report);
        Matcher link = Pattern.compile("safety\\?report=(\\d+)")
                .matcher(coordinator.open(at).body());
        assertTrue(link.find());
        shows(coordinator.open(at + "?report=" + link.group(1)), 200, "value=\"Thread worn\"", "Correct the report");
        Map<String, String> now = new HashMap<>(report);
        now.putAll(Map.of("description", "Thread broken", "report", link.group(1), "key", "c-" + id));
        shows(coordinator.send(at + "/deficiency", now), 422, "needs a reason", "value=\"Thread broken\"");
        now.put("reason", "Looked at again");
        assertEquals(303, coordinator.send(at + "/deficiency", now).statusCode());
        HttpResponse<String> answer = coordinator.open(at);
        shows(answer, 200, "Inserter: Thread broken");
        assertFalse(answer.body().contains("Thread worn"));
    }

    @Test
    void a_refused_report_stays_in_its_own_form_and_nobody_is_taken_to_have_said_not_related() {
        String at = "/participants/" + story.operated(CageMaterial.PEEK) + "/safety";
        HttpResponse<String> deficiency = coordinator.send(
                at + "/deficiency", Map.of("on", "2099-01-01", "device", "Inserter", "description", "Thread worn"));
        shows(deficiency, 422, "lies in the future", "value=\"Inserter\"", "value=\"Thread worn\"");
        assertFalse(deficiency.body().contains("Report an adverse event"));
        Map<String, String> event = Map.of(
                "on",
                "2025-09-05",
                "description",
                "Fall",
                "toCage",
                "NOT_RELATED",
                "toScrews",
                "",
                "toProcedure",
                "NOT_RELATED");
        HttpResponse<String> unsaid = coordinator.send(at + "/event", event);
        shows(unsaid, 422, "This has to be filled in", "field wrong\" id=\"field-toScrews\"");
        assertFalse(unsaid.body().contains("Report a device deficiency"));
    }

    @Test
    void a_visit_without_a_date_offers_neither_forms_nor_images() {
        ParticipantId id = story.operated(CageMaterial.PEEK);
        String sheet = "/participants/" + id + "/forms/odi/m3";
        assertFalse(coordinator.open("/participants/" + id).body().contains(sheet));
        story.held(id, "m3");
        shows(coordinator.open("/participants/" + id), 200, sheet);
    }

    @Test
    void images_of_the_wrong_participant_are_refiled() {
        ParticipantId wrong = story.operated(CageMaterial.PEEK);
        ParticipantId right = story.operated(CageMaterial.PEEK);
        story.held(wrong, "m3");
        story.held(right, "m3");
        story.unclearRadiograph(wrong, "m3", "refile0001");
        String at = "/participants/" + wrong + "/images/refile0001";
        shows(coordinator.open(at), 200, "These images belong elsewhere");
        shows(
                coordinator.send(at + "/refile", Map.of("participant", right.value(), "visit", "m3", "key", "a")),
                422,
                "needs a reason",
                "value=\"" + right + "\"");
        Map<String, String> to = Map.of("participant", right.value(), "visit", "m3", "reason", "Mixed up");
        HttpResponse<String> answer = coordinator.send(at + "/refile", to);
        assertEquals(303, answer.statusCode());
        String there = answer.headers().firstValue("Location").orElse("");
        assertEquals("/participants/" + right + "/images/refile0001", there);
        shows(coordinator.open(there), 200, "These images belong elsewhere");
        assertEquals(404, coordinator.open(at).statusCode());
        shows(coordinator.open("/participants/" + right), 200, "settled");
        assertEquals(
                403,
                monitor.send(there + "/refile", Map.of("reason", "Mixed up")).statusCode());
    }

    @Test
    void mixed_cages_are_shown_as_a_deviation_and_give_no_arm() {
        ParticipantId id = story.operated(CageMaterial.PEEK, CageMaterial.PRINTED_POROUS_TITANIUM);
        shows(coordinator.open("/participants/" + id), 200, "none: mixed cages", "Protocol deviation:");
    }

    @Test
    void the_audit_trail_tells_old_and_new_values_and_can_be_searched() {
        ParticipantId id = story.consented();
        story.form(id, "vas", "m0", Map.of("vas_scale", "10", "vas_back", "7"), "");
        story.form(id, "vas", "m0", Map.of("vas_back", "5"), "Typing error");
        shows(
                coordinator.open("/participants/" + id + "/audit?q=typing"),
                200,
                "<del>7</del>",
                "<ins>5</ins>",
                "Typing error",
                "1 of ",
                "Asia/Shanghai");
    }

    @Test
    void a_monitor_reads_but_is_offered_no_form_and_may_send_none() {
        ParticipantId id = story.planned();
        HttpResponse<String> answer = monitor.open("/participants/" + id);
        shows(answer, 200, "planned");
        assertFalse(answer.body().contains("action=\"/participants/" + id));
        assertEquals(
                403,
                monitor.send("/participants/" + id + "/invite", Map.of("on", "2025-09-05"))
                        .statusCode());
        assertEquals(403, monitor.open("/participants/" + id + "/identity").statusCode());
    }

    @Test
    void a_participant_of_another_site_is_not_there() {
        ParticipantId id = story.planned();
        for (String rest : new String[] {"", "/audit", "/identity"}) {
            assertEquals(404, elsewhere.open("/participants/" + id + rest).statusCode(), rest);
        }
        assertEquals(
                404,
                elsewhere
                        .send("/participants/" + id + "/invite", Map.of("on", "2025-09-05"))
                        .statusCode());
        assertFalse(elsewhere.open("/participants").body().contains("3DCOP-01-"));
    }

    @Test
    void the_identity_is_kept_in_the_vault_and_shown_on_its_own_page_alone() {
        ParticipantId id = story.planned();
        ParticipantId same = story.planned();
        String at = "/participants/" + id + "/identity";
        assertEquals(
                303,
                coordinator
                        .send(at, Map.of("name", "Wu Fang", "born", "1955-02-28", "recordNumber", "MR 4711"))
                        .statusCode());
        coordinator.send("/participants/" + same + "/identity", Map.of("name", "Wu F.", "recordNumber", "MR 4711"));
        shows(coordinator.open(at), 200, "Wu Fang", "1955-02-28", "belongs to:", same.value());
        assertFalse(coordinator.open("/participants/" + id).body().contains("Wu Fang"));
        assertFalse(coordinator.open("/participants/" + id + "/audit").body().contains("Wu Fang"));
        shows(
                coordinator.open("/participants/" + id + "/audit"),
                200,
                "Identity written into the vault",
                "Date of birth, Name, Medical record number",
                "Identity looked up");
        assertFalse(story.desk().about(id.stream()).toString().contains("Wu Fang"));
        shows(
                coordinator.send(at, Map.of("name", "", "born", "1955-02-30", "phone", "123")),
                422,
                "is not a date",
                "This has to be filled in.",
                "value=\"123\"");
    }

    @Test
    void a_submission_sent_twice_has_one_effect() {
        Map<String, String> twice = Map.of("site", "01", "on", "2025-09-01", "key", "screen-twice");
        String first = location(coordinator.send("/participants", twice));
        long before = story.desk().view(Register::position);
        HttpResponse<String> again = coordinator.send("/participants", twice);
        assertEquals(303, again.statusCode());
        assertEquals(before, story.desk().view(Register::position));
        assertTrue(first.startsWith("/participants/3DCOP-01-"), first);
    }

    @Test
    void of_two_who_save_one_form_the_second_is_told_and_shown_both() {
        ParticipantId id = story.consented();
        String at = "/participants/" + id + "/forms/vas/m0";
        Map<String, String> hers = Map.of("vas_scale", "10", "vas_back", "7", "seen", "0", "key", "hers-" + id);
        Map<String, String> his = Map.of("vas_scale", "10", "vas_back", "4", "seen", "0", "key", "his-" + id);
        assertEquals(303, coordinator.send(at, hers).statusCode());
        shows(
                twoSites.send(at, his),
                422,
                "Somebody else saved this form meanwhile",
                "<td>7</td><td>4</td>",
                "name=\"seen\" value=\"1\"");
        assertEquals(
                "7",
                story.desk()
                        .view(register -> register.casebook(id)
                                .orElseThrow()
                                .form("vas", Timepoint.of("m0"))
                                .value("vas_back")));
    }

    @Test
    void a_coordinator_of_two_sites_works_at_both() {
        for (String site : new String[] {"01", "02"}) {
            String to = location(
                    twoSites.send("/participants", Map.of("site", site, "on", "2025-09-01", "key", "both-" + site)));
            assertTrue(to.startsWith("/participants/3DCOP-" + site), to);
            assertEquals(
                    303,
                    twoSites.send(to + "/forms/screening/m0", Map.of("scr_age", "66", "seen", "0", "key", "f-" + site))
                            .statusCode());
        }
    }

    @Test
    void a_new_link_ends_the_sessions_of_the_account() {
        Browser nurse = signedIn("nora");
        assertEquals(200, nurse.open("/participants").statusCode());
        story.record(new Actor("admin", Role.ADMINISTRATOR.name(), "*"), new Intent.ResetSecret("nora"), "");
        assertEquals(
                "/login",
                nurse.open("/participants")
                        .headers()
                        .firstValue("Location")
                        .map(to -> to.substring(to.lastIndexOf('/')))
                        .orElse(""));
    }

    @Test
    void somebody_who_conducts_at_one_site_and_counts_at_all_opens_no_participant_elsewhere() {
        ParticipantId here = story.planned();
        Browser both = signedIn("bo");
        assertEquals(404, both.open("/participants/" + here).statusCode());
        assertEquals(404, both.open("/participants/" + here + "/identity").statusCode());
        assertEquals(200, both.open("/results").statusCode());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
