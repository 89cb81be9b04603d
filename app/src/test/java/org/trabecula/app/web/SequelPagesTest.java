package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.safety.SafetyFact;

/** Re-operations and deaths on the pages: asked for by a graded event, recorded, put right, taken back. */
class SequelPagesTest {
    @TempDir
    static Path home;

    private static TrialStory story;
    private static StoryServer server;
    private static Browser coordinator;
    private static Browser monitor;

    @BeforeAll
    static void open() throws IOException {
        story = new TrialStory().on("2025-09-05");
        server = StoryServer.of(story, home);
        coordinator = server.signedIn("lin");
        monitor = server.signedIn("mona");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static ParticipantId with(String grade) {
        ParticipantId id = story.operated(CageMaterial.PEEK);
        story.record(new Intent.ReportSafety(
                id,
                new SafetyFact.AdverseEventReported(
                        day(),
                        "Wound opened",
                        true,
                        SafetyFact.Relation.NOT_RELATED,
                        SafetyFact.Relation.NOT_RELATED,
                        SafetyFact.Relation.PROBABLE,
                        Optional.of(grade))));
        return id;
    }

    private static LocalDate day() {
        return LocalDate.of(2025, 9, 5);
    }

    private static Map<String, String> again(Map<String, String> more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("on", day().toString(), "segment", "L4/L5", "key", "k" + more));
        fields.putAll(more);
        return fields;
    }

    private static Map<String, String> death(Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "on",
                day().toString(),
                "description",
                "Traffic accident",
                "known",
                "FAMILY",
                "toCage",
                "NOT_RELATED",
                "toScrews",
                "NOT_RELATED",
                "toProcedure",
                "NOT_RELATED",
                "key",
                "d" + more));
        fields.putAll(more);
        return fields;
    }

    private static void shows(HttpResponse<String> answer, int status, String... texts) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(texts);
    }

    private static String found(String pattern, String body) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void a_grade_three_asks_and_the_record_of_the_reoperation_answers() {
        ParticipantId id = with("IIIb");
        String at = "/participants/" + id;
        shows(coordinator.open(at), 200, "was the spine operated on again?");
        shows(coordinator.open("/safety?show=UNANSWERED"), 200, id.value());
        String event = found(
                "reoperation\\?event=(\\d+)", coordinator.open(at + "/safety").body());
        shows(coordinator.open(at + "/reoperation?event=" + event), 200, "value=\"" + event + "\" selected");
        Map<String, String> told =
                again(Map.of("grounds", "WOUND", "event", event, "screw.L4-left", "REVISED", "untouched", "yes"));
        shows(
                coordinator.send(at + "/reoperation", told),
                422,
                "Say either what was done",
                "value=\"REVISED\" selected");
        told.remove("untouched");
        told.put("key", "sound");
        assertThat(coordinator.send(at + "/reoperation", told).statusCode()).isEqualTo(303);
        HttpResponse<String> list = coordinator.open(at + "/safety");
        shows(list, 200, "haematoma or wound · L4/L5 · screw L4 left revised");
        assertThat(list.body()).doesNotContain("was the spine operated on again?");
        String report = found("reoperation\\?report=(\\d+)", list.body());
        shows(
                coordinator.open(at + "/reoperation?report=" + report),
                200,
                "value=\"REVISED\" selected",
                "Save the correction");
        shows(monitor.open(at + "/reoperation?report=" + report), 200, "disabled");
        Map<String, String> now =
                again(Map.of("grounds", "INFECTION", "untouched", "yes", "report", report, "key", "n"));
        shows(coordinator.send(at + "/reoperation", now), 422, "needs a reason");
        now.put("reason", "Theatre report read");
        assertThat(coordinator.send(at + "/reoperation", now).statusCode()).isEqualTo(303);
        shows(coordinator.open(at + "/safety"), 200, "infection · L4/L5 · nothing done at the construct");
        shows(
                coordinator.send(at + "/safety/retract", Map.of("report", report, "key", "r" + id)),
                422,
                "needs a reason");
        assertThat(coordinator
                        .send(
                                at + "/safety/retract",
                                Map.of("report", report, "reason", "Another person", "key", "s" + id))
                        .statusCode())
                .isEqualTo(303);
        shows(coordinator.open(at + "/safety"), 200, "was the spine operated on again?");
    }

    @Test
    void that_there_was_none_is_said_with_one_button() {
        ParticipantId id = with("IIIa");
        String at = "/participants/" + id + "/safety";
        String event =
                found("name=\"event\" value=\"(\\d+)\"", coordinator.open(at).body());
        assertThat(coordinator
                        .send(at + "/rule-out", Map.of("event", event, "key", "o" + id))
                        .statusCode())
                .isEqualTo(303);
        assertThat(coordinator.open(at).body()).doesNotContain("was the spine operated on again?");
        shows(coordinator.send(at + "/rule-out", Map.of("event", event, "key", "p" + id)), 422, "Nothing is asked");
    }

    @Test
    void a_death_closes_the_record_and_is_put_right() {
        ParticipantId id = with("V");
        String at = "/participants/" + id;
        shows(coordinator.open(at + "/safety"), 200, "the death is not recorded", at + "/death");
        shows(coordinator.send(at + "/death", death(Map.of("description", ""))), 422, "has to be filled in");
        assertThat(coordinator.send(at + "/death", death(Map.of())).statusCode())
                .isEqualTo(303);
        shows(coordinator.open(at), 200, "The participant died;");
        shows(coordinator.open(at + "/safety"), 200, "Traffic accident · family");
        assertThat(coordinator.open(at + "/safety").body()).doesNotContain("the death is not recorded");
        shows(coordinator.open("/board"), 200, ">died<");
        HttpResponse<String> page = coordinator.open(at + "/death");
        shows(page, 200, "value=\"Traffic accident\"", "Entered in error");
        String report = found("name=\"report\" value=\"(\\d+)\"", page.body());
        Map<String, String> now = death(Map.of("description", "Stroke", "report", report, "reason", "Certificate"));
        assertThat(coordinator.send(at + "/death", now).statusCode()).isEqualTo(303);
        shows(coordinator.open(at + "/safety"), 200, "Stroke · family");
    }

    @Test
    void before_the_surgery_there_is_nothing_to_operate_again() {
        ParticipantId id = story.consented();
        shows(coordinator.open("/participants/" + id + "/reoperation"), 200, "Record the surgery first");
        shows(
                coordinator.send(
                        "/participants/" + id + "/reoperation", again(Map.of("grounds", "WOUND", "untouched", "yes"))),
                422,
                "record the surgery first");
    }

    @Test
    void the_pages_speak_chinese() {
        ParticipantId id = with("IIIb");
        Browser chinese = server.signedIn("nora");
        chinese.send("/language", Map.of("to", "zh", "back", "/"));
        shows(chinese.open("/participants/" + id + "/reoperation"), 200, "再次手术日期", "螺钉 L4 左");
        shows(chinese.open("/participants/" + id + "/death"), 200, "信息来源", "死亡证明");
        shows(chinese.open("/participants/" + id + "/safety"), 200, "是否再次行脊柱手术");
    }
}
