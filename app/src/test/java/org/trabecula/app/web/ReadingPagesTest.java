package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.OperatedParticipant;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Uploads;
import org.trabecula.app.store.Stores;
import org.trabecula.study.imaging.ReadingCase;

/** A CT on its way from the coordinator's browser through two readers to the adjudicator, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReadingPagesTest {
    private static final String SECRET = "a short sentence is easy";
    private static final String UPLOAD = "/participants/3DCOP-01-001/visits/m6/images";

    @TempDir
    static Path home;

    private static OperatedParticipant study;
    private static Stores stores;
    private static WebProgram.Running running;
    private static String handle = "";

    @BeforeAll
    static void start() throws IOException {
        study = OperatedParticipant.standing();
        stores = Stores.open(home, Optional.empty(), study.clock());
        Installation installation = new Installation(
                home, stores, ImageArchive.open(home), study.protocol(), study.desk(), study.clock(), false);
        for (String user : List.of("coordinator", "reader", "reader-two", "adjudicator", "statistician")) {
            String link = stores.credentials().newLink(Optional.of(user), Duration.ofHours(1));
            stores.credentials().choose(link, user, SECRET);
        }
        running = WebProgram.start(installation, "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        running.close();
        stores.close();
    }

    @Test
    @Order(1)
    void an_upload_with_one_bad_file_is_refused_with_the_file_named_and_nothing_stored() throws Exception {
        try (Colleague coordinator = browser("coordinator")) {
            assertThat(coordinator.open(UPLOAD).statusCode()).isEqualTo(200);
            Map<String, byte[]> files = slices();
            files.put("letter.pdf", new byte[500]);

            HttpResponse<String> refused = coordinator.upload(UPLOAD, files);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("letter.pdf is not a DICOM file", "image-not-dicom", "Nothing was stored");
            assertThat(coordinator
                            .open("/participants/3DCOP-01-002/visits/m6/images")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(coordinator
                            .upload("/participants/3DCOP-01-002/visits/m6/images", slices())
                            .body())
                    .contains("consent-before-data");
            assertThat(coordinator
                            .open("/participants/3DCOP-01-001/visits/m5/images")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(cases()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void an_upload_is_shown_to_the_coordinator_and_shows_nothing_of_its_identity() throws Exception {
        try (Colleague coordinator = browser("coordinator")) {
            coordinator.open(UPLOAD);

            HttpResponse<String> taken = coordinator.upload(UPLOAD, slices());

            assertThat(taken.statusCode()).isEqualTo(303);
            String shown = Colleague.location(taken);
            assertThat(shown).matches("/participants/3DCOP-01-001/images/[a-z0-9]{20}");
            handle = shown.substring(shown.lastIndexOf('/') + 1);
            assertNoIdentity(coordinator.open(shown).body());
            assertThat(coordinator.open(shown).body()).contains("Nobody has said yet that all fused levels");
            HttpResponse<String> covered = coordinator.fill("/quarantine/" + handle + "/coverage", Map.of());
            assertThat(covered.statusCode()).as(covered.body()).isEqualTo(303);
            assertThat(coordinator.open(shown).body()).doesNotContain("Not given to the readers yet");
            HttpResponse<String> list = coordinator.open(shown + "/list");
            assertNoIdentity(list.body());
            assertThat(coordinator.fetch(shown + "/list/0/0/0").body()).hasSize(122 * 101 * 2);
            assertThat(coordinator.upload(UPLOAD, slices()).statusCode()).isEqualTo(303);
            assertThat(cases()).hasSize(1);
        }
    }

    @Test
    @Order(3)
    void a_reader_sees_a_case_without_arm_site_visit_or_identity() throws Exception {
        try (Colleague reader = browser("reader")) {
            String list = reader.open("/reading").body();
            assertThat(list).contains("Case 1", "/reading/cases/" + handle);
            HttpResponse<String> page = reader.open("/reading/cases/" + handle);
            HttpResponse<String> images = reader.open("/reading/cases/" + handle + "/images");
            HttpResponse<byte[]> frame = reader.fetch("/reading/cases/" + handle + "/images/0/1/0");

            for (String text :
                    List.of(list, page.body(), images.body(), images.headers().toString())) {
                assertBlind(text);
            }
            assertThat(page.body())
                    .contains("L4 left", "L4/L5", "name=\"armGuess\"")
                    .doesNotContain("LOT-1", "26x10");
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(frame.headers().firstValue("Cache-Control").orElse("")).contains("private");
            assertThat(frame.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
            assertThat(frame.body()).hasSize(122 * 101 * 2);
            assertThat(images.body()).contains("\"modality\":\"CT\"", "\"rows\":", "\"slope\":");
        }
    }

    @Test
    @Order(4)
    void a_reader_gets_nothing_that_is_not_on_the_list() throws Exception {
        try (Colleague reader = browser("reader")) {
            assertThat(reader.open("/reading/cases/nobodyhasthishandle1").statusCode())
                    .isEqualTo(404);
            assertThat(reader.open("/reading/cases/nobodyhasthishandle1/images").statusCode())
                    .isEqualTo(404);
            assertThat(reader.open("/participants/3DCOP-01-001/images/" + handle)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(reader.open("/inbox").statusCode()).isEqualTo(403);
            assertThat(reader.open("/adjudication/cases/" + handle).statusCode())
                    .isEqualTo(403);
            assertThat(reader.fetch("/reading/cases/" + handle + "/images/0/99/0")
                            .statusCode())
                    .isEqualTo(404);
        }
        try (Colleague statistician = browser("statistician")) {
            assertThat(statistician.open(UPLOAD).statusCode()).isEqualTo(403);
            assertThat(statistician.open("/reading").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Order(5)
    void an_unfinished_sheet_keeps_what_was_typed_and_says_what_is_missing() throws Exception {
        try (Colleague reader = browser("reader")) {
            reader.open("/reading/cases/" + handle);
            Map<String, String> sheet = sheet("0", "II", "titanium");
            sheet.remove("segment.L4/L5.grade");
            sheet.put("screw.L4-left.mm", "2.5");
            sheet.put("screw.L5-left.mm", "wide");

            HttpResponse<String> refused = reader.fill("/reading/cases/" + handle, sheet);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("value=\"2.5\"", "#field-segment.L4/L5", "wide is not a number", "read-incomplete");
        }
    }

    @Test
    @Order(6)
    void two_reads_that_differ_become_a_dispute_that_names_no_reader() throws Exception {
        try (Colleague reader = browser("reader");
                Colleague second = browser("reader-two")) {
            reader.open("/reading/cases/" + handle);
            HttpResponse<String> sent = reader.fill("/reading/cases/" + handle, sheet("0", "II", "titanium"));
            assertThat(Colleague.location(sent)).isEqualTo("/reading");
            assertThat(reader.open("/reading").body()).contains("Your read is recorded", "1 of 1 cases read");
            assertThat(reader.open("/reading/cases/" + handle).body()).contains("You have read this case");
            assertThat(reader.open("/reading/cases/" + handle + "/images").statusCode())
                    .isEqualTo(404);
            second.open("/reading/cases/" + handle);
            second.fill("/reading/cases/" + handle, sheet("1.6", "indeterminate", "unknown"));
        }
        try (Colleague adjudicator = browser("adjudicator")) {
            assertThat(adjudicator.open("/adjudication").body()).contains("/adjudication/cases/" + handle);
            String page = adjudicator.open("/adjudication/cases/" + handle).body();
            assertBlind(page);
            assertThat(page)
                    .contains("In dispute", "1.6 mm", "no lucency", "L4-left")
                    .doesNotContain("Full reader", "reader-two");
            assertThat(adjudicator
                            .fetch("/adjudication/cases/" + handle + "/images/0/0/0")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> decided =
                    adjudicator.fill("/adjudication/cases/" + handle, sheet("1.6", "III", "peek"));
            assertThat(Colleague.location(decided)).isEqualTo("/adjudication");
            assertThat(cases().getFirst().adjudication()).isPresent();
        }
    }

    private static Map<String, String> sheet(String mm, String grade, String guess) {
        Map<String, String> sheet = new HashMap<>();
        Stream.of("L4-left", "L4-right", "L5-left", "L5-right").forEach(site -> sheet.put("screw." + site + ".mm", mm));
        sheet.put("segment.L4/L5.grade", grade);
        sheet.put("segment.L4/L5.artefact", "25");
        sheet.put("charter", "1.0");
        sheet.put("armGuess", guess);
        return sheet;
    }

    private static Map<String, byte[]> slices() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Uploads.SLICES.forEach(name -> files.put(name, Uploads.adjoining(name)));
        return files;
    }

    private static List<ReadingCase> cases() {
        return study.desk().view(register -> register.readingRoom().all().toList());
    }

    private static Colleague browser(String user) throws IOException, InterruptedException {
        return new Colleague(running.port()).signIn(user, SECRET);
    }

    private static void assertNoIdentity(String text) {
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("sample", "hosp-", "004711", "19550412", "1955-04-12");
    }

    private static void assertBlind(String text) {
        assertNoIdentity(text);
        assertThat(text).doesNotContain("3DCOP-01", "PRINTED", "2025-09", "2025-03", "visits/");
    }
}
