package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.safety.SafetyFact;

/** The dashboard and the lists to which it leads, the study's safety, the audit trail page by page, and single entries. */
class StudyListsTest {
    private static final Pattern TILE =
            Pattern.compile("<a class=\"tile\" href=\"([^\"]+)\"><strong>(\\d+)</strong><span>([^<]+)</span>");
    private static final Pattern TOTAL = Pattern.compile("\\d+–\\d+ of (\\d+)</span>");
    private static final Pattern POSITION = Pattern.compile("<td class=\"number\"><a href=\"/entries/(\\d+)\"");

    @TempDir
    static Path home;

    private static TrialStory story;
    private static StoryServer server;
    private static ParticipantId unclear;
    private static ParticipantId corrected;
    private static Browser monitor;

    /** Two who are operated and late, one of them gone; one with a CT to come; one consented, one screened. */
    @BeforeAll
    static void open() throws IOException {
        story = new TrialStory().on("2025-01-06");
        story.operated(CageMaterial.PEEK);
        ParticipantId gone = story.operated(CageMaterial.TITANIUM);
        unclear = story.operated(CageMaterial.PRINTED_POROUS_TITANIUM);
        story.on("2025-04-06");
        story.held(unclear, "m3");
        story.unclearRadiograph(unclear, "m3", "unclear0001");
        story.on("2025-12-05");
        story.record(new Intent.Withdraw(gone, story.today(), "Moved away"));
        corrected = story.consented();
        story.form(corrected, "vas", "m0", Map.of("vas_scale", "10", "vas_back", "7"), "");
        IntStream.rangeClosed(1, 60)
                .forEach(round -> story.form(
                        corrected, "vas", "m0", Map.of("vas_back", round % 2 == 0 ? "7" : "5"), "Round " + round));
        story.screened();
        IntStream.rangeClosed(1, 55).forEach(StudyListsTest::event);
        story.record(new Intent.ReportSafety(
                corrected, new SafetyFact.DeviceDeficiencyReported(story.today(), "Inserter", "Tip broke", true)));
        server = StoryServer.of(story, home).stored(story);
        monitor = server.signedIn("mona");
    }

    private static void event(int number) {
        story.record(new Intent.ReportSafety(
                unclear,
                new SafetyFact.AdverseEventReported(
                        story.today().minusDays(number),
                        "Event " + number + ".",
                        number == 3,
                        SafetyFact.Relation.NOT_RELATED,
                        SafetyFact.Relation.POSSIBLE,
                        SafetyFact.Relation.CAUSAL,
                        Optional.of("II"))));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static int rows(String page) {
        int body = page.indexOf("<tbody>");
        String table = page.substring(body, page.indexOf("</tbody>", body));
        Matcher total = TOTAL.matcher(page);
        int shown = table.split("<tr>", -1).length - 1;
        assertThat(shown).as(table).isLessThanOrEqualTo(50);
        return total.find() ? Integer.parseInt(total.group(1)) : shown;
    }

    @Test
    void everyTileCountsTheRowsOfTheListToWhichItLeads() {
        Matcher tiles = TILE.matcher(monitor.open("/dashboard").body());
        int seen = 0;
        while (tiles.find()) {
            assertThat(rows(monitor.open(tiles.group(1)).body()))
                    .as(tiles.group(3) + " at " + tiles.group(1))
                    .isEqualTo(Integer.parseInt(tiles.group(2)))
                    .isPositive();
            seen++;
        }
        assertThat(seen).isEqualTo(7);
    }

    @Test
    void tilesOfSomebodyWhoWorksAtOneSiteCountThatSite() {
        Matcher tiles = TILE.matcher(server.signedIn("bo").open("/dashboard").body());
        assertThat(tiles.find()).isTrue();
        assertThat(tiles.group(2)).isEqualTo("0");
    }

    @Test
    void theBoardCanBeNarrowedToSeveralStatuses() {
        assertThat(monitor.open("/board?status=HELD,MISSED").body())
                .contains(unclear.value())
                .contains("1–1 of 1");
    }

    @Test
    void theStudysSafetyIsListedNewestFirstAndPaged() {
        String first = monitor.open("/safety").body();
        assertThat(first)
                .contains(
                        "1–50 of 56",
                        "Inserter: Tip broke",
                        "could have been",
                        "Event 1.",
                        "screws: possible · procedure: causal");
        assertThat(first.indexOf("Tip broke")).isLessThan(first.indexOf("Event 1."));
        assertThat(first.indexOf("Event 1.")).isLessThan(first.indexOf("Event 2."));
        assertThat(first)
                .contains("<a href=\"/participants/" + unclear + "/safety\">")
                .doesNotContain("Event 55.");
        assertThat(monitor.open("/safety?page=2").body()).contains("Event 55.");
        assertThat(monitor.open("/safety?show=SERIOUS").body()).contains("1–2 of 2", "Event 3.", "Tip broke");
        assertThat(monitor.open("/safety?show=DEFICIENCY").body()).contains("1–1 of 1");
    }

    @Test
    void theSafetyOfAnotherSiteIsNotListed() {
        assertThat(server.signedIn("otto").open("/safety").body()).contains("Nothing is reported.");
    }

    @Test
    void everyEntryOfTheAuditTrailStandsOnOneOfItsPages() {
        String at = "/participants/" + corrected + "/audit";
        List<String> positions = IntStream.rangeClosed(1, 2)
                .mapToObj(page -> monitor.open(at + "?page=" + page).body())
                .flatMap(page -> POSITION.matcher(page).results().map(found -> found.group(1)))
                .toList();
        assertThat(positions)
                .hasSizeGreaterThan(60)
                .isEqualTo(story.desk().about(corrected.stream()).reversed().stream()
                        .map(Entry::position)
                        .map(String::valueOf)
                        .toList());
        assertThat(monitor.open(at + "?form=screening").body()).contains("1–1 of 1");
        assertThat(monitor.open(at + "?form=vas&q=round+17").body()).contains("1–1 of 1", "<ins>5</ins>");
    }

    @Test
    void anEntryShowsTheOldValueBesideTheNewOne() {
        long last = story.desk().about(corrected.stream()).stream()
                .filter(entry -> entry.reason().equals(Optional.of("Round 60")))
                .findFirst()
                .orElseThrow()
                .position();
        assertThat(monitor.open("/entries/" + last).body()).contains("Back pain", "<del>5</del>", "<ins>7</ins>");
    }

    @Test
    void anEntryOfAReadTellsItsFindingsInWords() {
        long read = story.desk()
                .about(new ImagingStudyId("unclear0001").stream())
                .getLast()
                .position();
        String page = monitor.open("/entries/" + read).body();
        assertThat(page.substring(0, page.indexOf("<details")))
                .contains("Screw L4 left", "no lucency", "Segment L4/L5", "grade III, motion 4°", "no idea", "rita")
                .doesNotContain("findings.");
    }
}
