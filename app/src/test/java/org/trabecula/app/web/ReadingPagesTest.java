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
        for (String user :
                List.of("coordinator", "reader", "reader-two", "adjudicator", "statistician", "data_manager")) {
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
            String sheet = first(reader, "/reading");
            assertThat(list).contains("Case 1").doesNotContain(handle);
            HttpResponse<String> page = reader.open(sheet);
            HttpResponse<String> images = reader.open(sheet + "/images");
            HttpResponse<byte[]> frame = reader.fetch(sheet + "/images/0/1/0");

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
            assertThat(reader.open("/reading/cases/" + handle).statusCode())
                    .as("the name that others have for it")
                    .isEqualTo(404);
            assertThat(reader.fetch(first(reader, "/reading") + "/images/0/99/0")
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
            String address = first(reader, "/reading");
            reader.open(address);
            Map<String, String> sheet = sheet("0", "II", "titanium");
            sheet.remove("segment.L4/L5.grade");
            sheet.remove("certainty");
            sheet.put("screw.L4-left.mm", "2.5");
            sheet.put("screw.L5-left.mm", "wide");

            HttpResponse<String> refused = reader.fill(address, sheet);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("value=\"2.5\"", "#field-segment.L4/L5", "wide is not a number", "read-incomplete")
                    .contains("certainty-required")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    @Order(6)
    void a_sheet_that_is_left_is_found_again_and_nobody_signs_with_a_wrong_password() throws Exception {
        try (Colleague reader = browser("reader");
                Colleague later = browser("reader")) {
            String address = first(reader, "/reading");
            reader.open(address);
            Map<String, String> begun = sheet("0", "II", "titanium");
            begun.put("screw.L4-left.mm", "1.7");
            assertThat(reader.fill(address + "/draft", begun).statusCode()).isEqualTo(204);
            assertThat(later.open("/reading").body()).contains("Go on where you left off", "begun");
            assertThat(later.open(address).body()).contains("value=\"1.7\"").doesNotContain(SECRET);

            Map<String, String> sheet = sheet("0", "II", "titanium");
            sheet.put("secret", "not my password");
            HttpResponse<String> refused = later.fill(address, sheet);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("signature-refused", "nothing was signed");
            assertThat(cases().getFirst().reads()).isEmpty();
        }
    }

    @Test
    @Order(7)
    void two_reads_that_differ_become_a_dispute_that_names_no_reader() throws Exception {
        try (Colleague reader = browser("reader");
                Colleague second = browser("reader-two")) {
            String address = first(reader, "/reading");
            reader.open(address);
            HttpResponse<String> sent = reader.fill(address, sheet("0", "II", "titanium"));
            assertThat(Colleague.location(sent)).isEqualTo("/reading");
            assertThat(reader.open("/reading").body())
                    .contains("Your read is recorded", "1 of 1 cases read", address)
                    .doesNotContain("left off");
            assertThat(reader.open(address).body())
                    .contains("locked", "Signed by", "Full reader", "3D-printed titanium", "4 / 5")
                    .doesNotContain("<form method=\"post\" action=\"/reading");
            assertThat(reader.open(address + "/images").statusCode()).isEqualTo(200);
            assertThat(reader.fill(address, sheet("1.6", "II", "titanium")).body())
                    .contains("You have read this case");
            String other = first(second, "/reading");
            assertThat(other).isNotEqualTo(address);
            second.open(other);
            second.fill(other, sheet("1.6", "indeterminate", "unknown"));
            assertThat(cases().getFirst().reads())
                    .hasSize(2)
                    .allSatisfy(read -> assertThat(read.attestation())
                            .hasValueSatisfying(
                                    signed -> assertThat(signed.signature().meaning())
                                            .isEqualTo("I made this read myself, on these images alone.")));
        }
        try (Colleague adjudicator = browser("adjudicator")) {
            String address = first(adjudicator, "/adjudication");
            String page = adjudicator.open(address).body();
            assertBlind(page);
            assertThat(page)
                    .contains("in dispute", "1.6 mm", "no lucency", "L4-left", "Reader 1", "Reader 2")
                    .doesNotContain("Full reader", "reader-two", handle);
            assertThat(adjudicator.fetch(address + "/images/0/0/0").statusCode())
                    .isEqualTo(200);
            Map<String, String> decision = sheet("1.6", "III", "peek");
            decision.remove("comment");
            assertThat(adjudicator.fill(address, decision).body()).contains("adjudication-unexplained");
            HttpResponse<String> decided = adjudicator.fill(address, sheet("1.6", "III", "peek"));
            assertThat(Colleague.location(decided)).isEqualTo("/adjudication");
            assertThat(cases().getFirst().adjudication()).isPresent();
        }
    }

    @Test
    @Order(8)
    void the_statistician_sees_how_the_readers_agree_and_no_reader_does() throws Exception {
        try (Colleague statistician = browser("statistician");
                Colleague reader = browser("reader")) {
            HttpResponse<String> page = statistician.open("/agreement");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Agreement of the readers", "Screw loose or firm · CT", "Too few", "Bang")
                    .doesNotContain("NaN", "Infinity");
            HttpResponse<String> table = statistician.open("/agreement.csv");
            assertThat(table.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(".csv");
            assertThat(table.body()).startsWith("table,between,item").contains("category,readers", "blinding");
            assertThat(reader.open("/agreement").statusCode()).isEqualTo(403);
            assertThat(reader.open("/agreement.csv").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Order(9)
    void the_data_manager_sees_who_reads_how_much_and_deals_nothing_without_need() throws Exception {
        try (Colleague manager = browser("data_manager");
                Colleague coordinator = browser("coordinator")) {
            assertThat(manager.open("/dealing").body()).contains("Readers and their cases", "reader-two", "28 days");
            assertThat(manager.fill("/dealing/reader/anew", Map.of("reason", "on leave"))
                            .body())
                    .contains("nothing-to-deal");
            assertThat(coordinator.open("/dealing").statusCode()).isEqualTo(403);
        }
    }

    /** The address of the first case on a list. */
    private static String first(Colleague somebody, String list) throws IOException, InterruptedException {
        var link = java.util.regex.Pattern.compile("href=\"(" + list + "/cases/[a-z0-9]{20})\"")
                .matcher(somebody.open(list).body());
        assertThat(link.find()).as("a case on " + list).isTrue();
        return link.group(1);
    }

    private static Map<String, String> sheet(String mm, String grade, String guess) {
        Map<String, String> sheet = new HashMap<>();
        Stream.of("L4-left", "L4-right", "L5-left", "L5-right").forEach(site -> sheet.put("screw." + site + ".mm", mm));
        sheet.put("segment.L4/L5.grade", grade);
        sheet.put("segment.L4/L5.artefact", "25");
        sheet.put("charter", "1.0");
        sheet.put("armGuess", guess);
        sheet.put("certainty", "4");
        sheet.put("comment", "the void is plain");
        sheet.put("secret", SECRET);
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
