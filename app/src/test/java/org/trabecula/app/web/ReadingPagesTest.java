package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final int COLUMNS = 122;
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
            assertThat(Colleague.location(reader.open(sheet))).isEqualTo(sheet + "/places");
            HttpResponse<String> page = reader.open(sheet + "/places");
            HttpResponse<String> images = reader.open(sheet + "/places/images");
            HttpResponse<byte[]> frame = reader.fetch(sheet + "/places/images/0/1/0");

            for (String text :
                    List.of(list, page.body(), images.body(), images.headers().toString())) {
                assertBlind(text);
            }
            assertThat(page.body())
                    .contains("L4 left", "Where are the screws?")
                    .doesNotContain("LOT-1", "26x10", "L4/L5", "armGuess");
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(frame.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(frame.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
            assertThat(frame.body()).hasSize(122 * 101 * 2).isNotEqualTo(whole(1));
            assertThat(images.body()).contains("\"modality\":\"CT\"", "\"rows\":", "\"slope\":");
            assertNothingWhole(reader, sheet);
        }
    }

    @Test
    @Order(4)
    void screws_are_seen_alone_while_they_are_judged_and_what_surrounds_the_disc_is_not_in_the_bytes()
            throws Exception {
        try (Colleague reader = browser("reader")) {
            String sheet = first(reader, "/reading");
            reader.open(sheet + "/places");
            assertThat(reader.fill(sheet + "/places", Map.of("measurements", ""))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(reader.open(sheet).body()).contains("No image shows anything", sheet + "/places");
            place(reader, sheet);
            assertThat(reader.open(sheet).body())
                    .doesNotContain("No image shows anything", "Nothing is shown on")
                    .contains("1 of 2: screws", "name=\"screw.L4-left.mm\"", "name=\"armGuess\"", sheet + "/screws")
                    .doesNotContain("segment.L4/L5.grade");
            assertThat(reader.open(sheet + "/screws").body())
                    .contains("\"name\":\"screw.L4-left\"", "\"name\":\"screw.L5-right\"");
            ShortBuffer shown = pixels(reader.fetch(sheet + "/screws/0/1/0").body());
            ShortBuffer whole = pixels(whole(1));
            short black = shown.get(0);
            int seen = 0;
            for (int i = 0; i < whole.limit(); i++) {
                seen += shown.get(i) == black ? 0 : 1;
                assertThat(shown.get(i)).isIn(black, whole.get(i));
            }
            assertThat(seen).isBetween(200, 1_500);
            assertThat(shown.get(30 * COLUMNS + 37)).as("beside L4 left").isEqualTo(whole.get(30 * COLUMNS + 37));
            assertThat(shown.get(45 * COLUMNS + 37)).as("between L4 and L5").isEqualTo(black);
            assertNothingWhole(reader, sheet);
            // Placed anew: begins with what was placed.
            assertThat(reader.open(sheet + "/places").body()).contains("screw.L4-left.axis");
        }
    }

    /** No address gives the whole image, nor a region's mean over what is not shown. */
    private static void assertNothingWhole(Colleague reader, String sheet) throws Exception {
        assertThat(reader.open(sheet + "/images").statusCode()).isEqualTo(404);
        assertThat(reader.fetch(sheet + "/images/0/1/0").statusCode()).isEqualTo(404);
        Map<String, String> region = new HashMap<>(screws("0", "unknown"));
        region.put(
                "measurements",
                "[{\"target\":\"\",\"shape\":\"ELLIPSE\",\"at\":[0,1,0],\"points\":[[30,40],[40,50]],\"value\":0,\"unit\":\"HU\"}]");
        HttpResponse<String> refused = reader.fill(sheet, region);
        assertThat(refused.body()).doesNotContain("measurement-differs");
        assertThat(refused.statusCode()).isIn(303, 422);
    }

    @Test
    @Order(5)
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
    @Order(6)
    void an_unfinished_sheet_keeps_what_was_typed_and_says_what_is_missing() throws Exception {
        try (Colleague reader = browser("reader")) {
            String address = first(reader, "/reading");
            reader.open(address);
            Map<String, String> sheet = screws("0", "titanium");
            sheet.remove("screw.L5-right.mm");
            sheet.remove("certainty");
            sheet.put("screw.L4-left.mm", "2.5");
            sheet.put("screw.L5-left.mm", "wide");

            HttpResponse<String> refused = reader.fill(address, sheet);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("value=\"2.5\"", "#field-screw.L5-right", "wide is not a number", "read-incomplete")
                    .contains("certainty-required")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    @Order(7)
    void a_sheet_that_is_left_is_found_again_and_nobody_signs_with_a_wrong_password() throws Exception {
        try (Colleague reader = browser("reader");
                Colleague later = browser("reader")) {
            String address = first(reader, "/reading");
            reader.open(address);
            Map<String, String> begun = screws("0", "titanium");
            begun.put("screw.L4-left.mm", "1.7");
            assertThat(reader.fill(address + "/draft", begun).statusCode()).isEqualTo(204);
            assertThat(later.open("/reading").body()).contains("Go on where you left off", "begun");
            assertThat(later.open(address).body()).contains("value=\"1.7\"").doesNotContain(SECRET);

            Map<String, String> sheet = screws("0", "titanium");
            sheet.put("secret", "not my password");
            HttpResponse<String> refused = later.fill(address, sheet);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("signature-refused", "nothing was signed");
            assertThat(cases().getFirst().reads()).isEmpty();
        }
    }

    @Test
    @Order(8)
    void two_reads_that_differ_become_a_dispute_that_names_no_reader() throws Exception {
        try (Colleague reader = browser("reader");
                Colleague other = browser("reader-two")) {
            String address = first(reader, "/reading");
            reader.open(address);
            HttpResponse<String> judged = reader.fill(address, screws("0", "titanium"));
            assertThat(Colleague.location(judged)).isEqualTo(address);
            assertThat(reader.open("/reading").body()).contains("screws signed", "0 of 1 cases read");
            HttpResponse<String> second = reader.open(address);
            assertThat(second.body())
                    .contains("2 of 2: segments", "segment.L4/L5.grade", address + "/images")
                    .doesNotContain("screw.L4-left.mm", address + "/screws");
            assertThat(reader.open(address + "/places").statusCode()).isEqualTo(404);
            assertThat(reader.fetch(address + "/images/0/1/0").body()).isEqualTo(whole(1));
            assertThat(cases().getFirst().reads()).isEmpty();
            HttpResponse<String> sent = reader.fill(address, segments("II", "titanium"));
            assertThat(Colleague.location(sent)).isEqualTo("/reading");
            assertThat(reader.open("/reading").body())
                    .contains("Your read is recorded", "1 of 1 cases read", address)
                    .doesNotContain("left off");
            assertThat(reader.open(address).body())
                    .contains("locked", "Signed by", "Full reader", "3D-printed titanium", "4 / 5")
                    .doesNotContain("<form method=\"post\" action=\"/reading");
            assertThat(reader.open(address + "/images").statusCode()).isEqualTo(200);
            assertThat(reader.fill(address, screws("1.6", "titanium")).body()).contains("You have read this case");
            String theirs = first(other, "/reading");
            assertThat(theirs).isNotEqualTo(address);
            place(other, theirs);
            other.fill(theirs, screws("1.6", "unknown"));
            other.fill(theirs, segments("II", "unknown"));
            assertThat(cases().getFirst().reads())
                    .hasSize(2)
                    .allSatisfy(
                            read -> assertThat(read.attestation())
                                    .hasValueSatisfying(
                                            signed -> assertThat(
                                                            signed.signature().meaning())
                                                    .isEqualTo(
                                                            "I judged these segments myself, on these images alone, after the screws.")));
        }
        try (Colleague adjudicator = browser("adjudicator")) {
            String address = first(adjudicator, "/adjudication");
            String page = adjudicator.open(address).body();
            assertBlind(page);
            assertThat(page)
                    .contains("in dispute", "1.6 mm", "no lucency", "L4-left", "Reader 1", "Reader 2")
                    .contains("The readers differ on screws alone")
                    .doesNotContain("Full reader", "reader-two", handle, "segment.L4/L5.grade", "/places");
            assertThat(adjudicator.open(address + "/images").body()).contains("\"crops\":[{");
            assertThat(adjudicator.fetch(address + "/images/0/1/0").body())
                    .hasSameSizeAs(whole(1))
                    .isNotEqualTo(whole(1));
            Map<String, String> decision = screws("1.6", "peek");
            decision.remove("comment");
            assertThat(adjudicator.fill(address, decision).body()).contains("adjudication-unexplained");
            HttpResponse<String> decided = adjudicator.fill(address, screws("1.6", "peek"));
            assertThat(Colleague.location(decided)).isEqualTo("/adjudication");
            assertThat(cases().getFirst().adjudication()).isPresent();
        }
    }

    @Test
    @Order(9)
    void the_data_manager_sees_how_the_readers_agree_and_no_reader_does() throws Exception {
        try (Colleague manager = browser("data_manager");
                Colleague reader = browser("reader")) {
            HttpResponse<String> page = manager.open("/agreement");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Agreement of the readers", "Screw loose or firm · CT", "Too few", "Bang")
                    .doesNotContain("NaN", "Infinity");
            HttpResponse<String> table = manager.open("/agreement.csv");
            assertThat(table.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(".csv");
            assertThat(table.body()).startsWith("table,between,item").contains("category,readers", "blinding");
            assertThat(reader.open("/agreement").statusCode()).isEqualTo(403);
            assertThat(reader.open("/agreement.csv").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Order(10)
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

    /** Four screws in two rows, 30 pixels apart. */
    private static void place(Colleague reader, String address) throws Exception {
        String drawn = Stream.of("L4-left,60,30", "L4-right,30,30", "L5-left,60,60", "L5-right,30,60")
                .map(one -> one.split(",", -1))
                .map(one -> String.format(
                        Locale.ROOT,
                        "{\"target\":\"screw.%s.axis\",\"shape\":\"LENGTH\",\"at\":[0,1,0],\"points\":[[%s,%s],[%d,%s]],"
                                + "\"value\":45,\"unit\":\"MM\"}",
                        one[0],
                        one[1],
                        one[2],
                        Integer.parseInt(one[1]) + 15,
                        one[2]))
                .collect(Collectors.joining(",", "[", "]"));
        reader.open(address + "/places");
        HttpResponse<String> placed = reader.fill(address + "/places", Map.of("measurements", drawn));
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(303);
        assertThat(Colleague.location(placed)).isEqualTo(address);
    }

    /** The frame as it is, which the coordinator sees. */
    private static byte[] whole(int image) throws Exception {
        try (Colleague coordinator = browser("coordinator")) {
            return coordinator
                    .fetch("/participants/3DCOP-01-001/images/" + handle + "/list/0/" + image + "/0")
                    .body();
        }
    }

    private static ShortBuffer pixels(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    private static Map<String, String> screws(String mm, String guess) {
        Map<String, String> sheet = signed(guess);
        Stream.of("L4-left", "L4-right", "L5-left", "L5-right").forEach(site -> sheet.put("screw." + site + ".mm", mm));
        return sheet;
    }

    private static Map<String, String> segments(String grade, String guess) {
        Map<String, String> sheet = signed(guess);
        sheet.put("segment.L4/L5.grade", grade);
        sheet.put("segment.L4/L5.artefact", "25");
        return sheet;
    }

    private static Map<String, String> signed(String guess) {
        Map<String, String> sheet = new HashMap<>();
        sheet.put("charter", "1.1");
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
