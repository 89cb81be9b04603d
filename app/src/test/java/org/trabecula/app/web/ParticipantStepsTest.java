package org.trabecula.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;

/** What the pages let somebody record on the way from screening to the visits, and how they show where a participant stands. */
class ParticipantStepsTest {
    private static final String DAY = "2025-09-05";

    @TempDir
    static Path home;

    private static TrialStory story;
    private static ParticipantId seen;
    private static StoryServer server;
    private static Browser coordinator;

    @BeforeAll
    static void open() throws IOException {
        story = new TrialStory().on("2025-06-05");
        seen = story.operated(CageMaterial.PEEK);
        story.on("2025-09-04").held(seen, "m3");
        story.on(DAY);
        server = StoryServer.of(story, home);
        coordinator = server.signedIn("lin");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String page(ParticipantId id) {
        return coordinator.open("/participants/" + id).body();
    }

    private static void shows(HttpResponse<String> answer, int status, String... texts) {
        assertEquals(status, answer.statusCode());
        for (String text : texts) {
            assertTrue(answer.body().contains(text), () -> text + " is missing in\n" + answer.body());
        }
    }

    private static Map<String, String> surgery(String on, String segment) {
        Map<String, String> sheet = new HashMap<>(Map.of("on", on, "surgeon", "S1", "segment", segment));
        List.of("L4-left", "L5-left").forEach(site -> {
            sheet.put("screw." + site, "yes");
            sheet.put("screw." + site + ".diameter", "6.5");
            sheet.put("screw." + site + ".length", "45");
        });
        return sheet;
    }

    @Test
    void a_surgery_before_screening_or_consent_is_refused_beside_its_date() {
        ParticipantId id = story.consented();
        String at = "/participants/" + id + "/surgery";
        shows(
                coordinator.send(at, surgery("2025-09-04", "L4/L5")),
                422,
                "<p class=\"sentence\">2025-09-04 lies before screening (2025-09-05).</p>",
                "date-before",
                "value=\"2025-09-04\"");
        assertEquals(303, coordinator.send(at, surgery(DAY, "L4/L5")).statusCode());
        Map<String, String> correction = surgery("2025-09-04", "L4/L5");
        correction.put("reason", "Read again");
        shows(coordinator.send(at, correction), 422, "2025-09-04 lies before screening (2025-09-05).");
    }

    @Test
    void a_plan_before_screening_is_refused_beside_its_date() {
        ParticipantId id = story.eligible();
        shows(
                coordinator.send(
                        "/participants/" + id + "/plan",
                        Map.of("on", "2025-09-04", "segments", "L4/L5", "cage", "PEEK")),
                422,
                "<p class=\"sentence\">2025-09-04 lies before screening (2025-09-05).</p>");
    }

    @Test
    void what_is_no_segment_is_refused_and_so_are_segments_apart() {
        ParticipantId id = story.eligible();
        Map<String, String> plan = new HashMap<>(Map.of("on", DAY, "segments", "L3/L5", "cage", "PEEK"));
        shows(
                coordinator.send("/participants/" + id + "/plan", plan),
                422,
                "L3/L5 is no segment: a segment is two neighbouring levels, such as L4/L5.");
        ParticipantId other = story.consented();
        shows(
                coordinator.send("/participants/" + other + "/surgery", surgery(DAY, "L3/L5")),
                422,
                "L3/L5 is no segment");
    }

    @Test
    void a_visit_before_the_surgery_as_now_known_is_named_so() {
        ParticipantId id = seen;
        Map<String, String> later = surgery(DAY, "L4/L5");
        later.put("reason", "The first date was that of the plan");
        assertEquals(
                303, coordinator.send("/participants/" + id + "/surgery", later).statusCode());
        shows(
                coordinator.open("/participants/" + id),
                200,
                "visit 3 months was held on 2025-09-04, before the surgery on 2025-09-05 from which it is counted.",
                "<span class=\"tag bad\">before surgery</span>");
        assertFalse(page(id).contains("outside its window"));
        shows(coordinator.open("/board?status=BEFORE_SURGERY"), 200, id.value());
    }

    @Test
    void who_is_not_eligible_has_no_next_step_and_awaits_no_surgery() {
        ParticipantId id = story.eligible();
        story.form(id, "screening", "m0", Map.of("scr_age", "49"), "Typing error");
        shows(
                coordinator.open("/participants/" + id),
                200,
                "<span class=\"tag warn\">not eligible</span>",
                "Not every criterion is met, so no further step follows.",
                "none: not operated");
        assertFalse(page(id).contains("<small>next"));
        assertFalse(page(id).contains("awaits surgery"));
        List.of("/surgery\"", "/plan\"", "/invite\"", "/consent\"", "/forms/baseline/m0\"")
                .forEach(step -> assertFalse(page(id).contains(step), step));
        assertFalse(coordinator.open("/participants?q=" + id).body().contains("awaits surgery"));
    }

    @Test
    void who_withdrew_has_no_next_step_and_awaits_no_surgery() {
        ParticipantId id = story.consented();
        coordinator.send("/participants/" + id + "/withdraw", Map.of("on", DAY, "why", "No time"));
        assertFalse(page(id).contains("<small>next"));
        shows(coordinator.open("/participants?q=" + id), 200, "withdrawn", "none: not operated");
    }

    @Test
    void the_date_of_screening_is_asked_once_and_put_right_with_a_reason() {
        ParticipantId id = story.screened();
        String at = "/participants/" + id;
        assertFalse(coordinator.open(at + "/forms/screening/m0").body().contains("Date of screening"));
        shows(coordinator.send(at + "/screened", Map.of("on", "2025-09-01")), 422, "needs a reason");
        assertEquals(
                303,
                coordinator
                        .send(at + "/screened", Map.of("on", "2025-09-01", "reason", "Wrong day"))
                        .statusCode());
        shows(coordinator.open(at), 200, "screened on 2025-09-01");
        shows(coordinator.open(at + "/audit"), 200, "<del>2025-09-05</del>", "<ins>2025-09-01</ins>");
    }
}
