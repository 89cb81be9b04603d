package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.study.imaging.Assisted;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.imaging.Uptake;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/** What assistants tell readers, over HTTP: at once where to measure bone, and after the lock alone what they measure at screws. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AssistedReadTest {
    @TempDir
    static Path home;

    private static AssistedStudy study;
    private static ReadingCase real;
    private static ReadingCase phantom;

    @BeforeAll
    static void start() throws Exception {
        study = AssistedStudy.in(home);
        real = study.uploaded(AssistedStudy.lumbar());
        phantom = study.uploaded(AssistedStudy.instrumented());
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @Test
    @Order(1)
    void one_click_in_a_body_shows_three_regions_and_the_journal_knows_of_it() throws Exception {
        try (Colleague reader = study.browser("reader")) {
            String address = study.address("reader", real);
            assertThat(reader.open(address).body()).contains("data-propose", "Proposed regions are dashed");

            HttpResponse<String> answer = reader.fill(address + "/bone", click("L2", 74, 63, 56));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("vertebra.L2.lower", "vertebra.L2.middle", "vertebra.L2.upper", "\"refusal\":\"\"");
            Assisted.Shown shown = study.assisted(real).proposals().getFirst();
            assertThat(shown.reader()).isEqualTo("reader");
            BoneProposal proposal = shown.proposal();
            assertThat(proposal.level()).isEqualTo(Level.L2);
            assertThat(proposal.rule()).isEqualTo("mid-vertebral-ellipse-3/v1");
            assertThat(proposal.click().column()).isEqualTo(63);
            // Bodies of this CT, eroded by 6 mm, hold 108 to 115 HU; by 3 mm, 119 to 135.
            assertThat(proposal.regions())
                    .allSatisfy(region -> assertThat(mean(region)).isBetween(85.0, 150.0));
        }
    }

    @Test
    @Order(2)
    void where_nothing_can_be_proposed_a_sentence_says_why_and_nothing_is_noted() throws Exception {
        try (Colleague reader = study.browser("reader");
                Colleague second = study.browser("reader-two")) {
            String address = study.address("reader", real);
            reader.open(address);
            HttpResponse<String> air = reader.fill(address + "/bone", click("L2", 74, 3, 3));
            assertThat(air.statusCode()).isEqualTo(422);
            assertThat(air.body()).contains("no vertebral body was found", "\"regions\":[]");
            assertThat(reader.fill(address + "/bone", click("L2", 740, 3, 3)).statusCode())
                    .isEqualTo(404);
            assertThat(reader.fill(address + "/bone", click("L9", 74, 63, 56)).statusCode())
                    .isEqualTo(404);
            assertThat(reader.fill(address + "/bone", Map.of()).statusCode()).isEqualTo(404);
            second.open("/reading");
            assertThat(second.fill(address + "/bone", click("L2", 74, 63, 56)).statusCode())
                    .as("another's handle")
                    .isEqualTo(404);
            assertThat(study.assisted(real).proposals()).hasSize(1);
        }
    }

    @Test
    @Order(3)
    void regions_that_are_taken_as_they_are_count_as_taken() throws Exception {
        try (Colleague reader = study.browser("reader")) {
            String address = study.address("reader", real);
            reader.open(address);
            BoneProposal proposal = study.assisted(real).proposals().getFirst().proposal();
            Map<String, String> sheet = AssistedStudy.sheet("0");
            sheet.put(
                    "measurements",
                    proposal.regions().stream()
                            .map(AssistedReadTest::drawn)
                            .collect(Collectors.joining(",", "[", "]")));

            HttpResponse<String> sent = reader.fill(address, sheet);

            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            Read read = study.now(real).reads().getFirst();
            assertThat(study.assisted(real).before(read, study.now(real).reads(), Level.L2))
                    .hasValue(proposal);
            assertThat(Uptake.of(proposal, read)).isEqualTo(Uptake.AS_PROPOSED);
            assertThat(read.findings()
                            .hounsfield()
                            .orElseThrow()
                            .vertebrae()
                            .getFirst()
                            .mean()
                            .orElseThrow()
                            .doubleValue())
                    .isBetween(98.0, 135.0);
            assertThat(reader.fill(address + "/bone", click("L2", 74, 63, 56)).statusCode())
                    .as("the read is locked")
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(4)
    void nothing_at_a_screw_is_told_before_the_own_read_is_locked() throws Exception {
        try (Colleague reader = study.browser("reader")) {
            String address = study.address("reader", phantom);
            assertThat(reader.open(address).body()).doesNotContain("data-screws", "/assistant");
            HttpResponse<String> early = reader.open(address + "/assistant");

            assertThat(early.statusCode()).isEqualTo(422);
            assertThat(early.body())
                    .contains("only after your own read is signed")
                    .doesNotContain("mm");
            assertThat(study.assisted(phantom).screws()).isEmpty();
            assertThat(reader.open("/reading/cases/nobodyhasthishandle1/assistant")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(5)
    void after_the_lock_each_screw_stands_beside_the_readers_own_value() throws Exception {
        try (Colleague reader = study.browser("reader");
                Colleague second = study.browser("reader-two")) {
            String address = study.address("reader", phantom);
            reader.open(address);
            assertThat(reader.fill(address, AssistedStudy.sheet("1.4")).statusCode())
                    .isEqualTo(303);
            ReadingCase locked = study.now(phantom);
            assertThat(reader.open(address).body())
                    .contains("data-screws=\"" + address + "/assistant\"", "is measuring");

            String told = reader.open(address + "/assistant").body();

            assertThat(told)
                    .contains(
                            "L4 left",
                            "L5 right",
                            "lucency 1.4 mm",
                            "zone of 2.",
                            "detection limit above 3.6 mm",
                            "<svg")
                    .contains("mm from the axis", "metal-axis-radial-profile/v2")
                    .doesNotContain("loose", "not found", "PRINTED", "3DCOP-01", "LOT-1");
            ScrewMeasurements noted = study.assisted(phantom).screws().orElseThrow();
            assertThat(noted.screws()).hasSize(4);
            for (String site : List.of("L4-left", "L4-right", "L5-left", "L5-right")) {
                assertThat(noted.at(ScrewSite.of(site))
                                .orElseThrow()
                                .zone()
                                .orElseThrow()
                                .widthMm()
                                .doubleValue())
                        .as(site)
                        .isBetween(AssistedStudy.ZONE - 0.6, AssistedStudy.ZONE + 0.6);
            }
            assertThat(study.now(phantom)).as("no read knows of it").isEqualTo(locked);
            assertThat(reader.open(address + "/assistant").body()).isEqualTo(told);
            String other = study.address("reader-two", phantom);
            second.open(other);
            assertThat(second.open(other + "/assistant").statusCode())
                    .as("a reader who has not signed")
                    .isEqualTo(422);
        }
    }

    @Test
    @Order(6)
    void it_is_computed_anew_to_the_same_and_settles_nothing() throws Exception {
        try (Colleague second = study.browser("reader-two")) {
            String address = study.address("reader-two", phantom);
            second.open(address);
            second.fill(address, AssistedStudy.sheet("0"));
            Settlement settled = Settlement.of(study.now(phantom), study.charter());
            assertThat(settled.disputed()).hasSize(4);
            assertThat(second.open(address + "/assistant").body()).contains("no lucency", "zone of ");
        }
        assertThat(ImageArchive.open(home).screws().measure(study.now(phantom)))
                .isEqualTo(new org.trabecula.app.images.ScrewAssistant.Answer.Measured(
                        study.assisted(phantom).screws().orElseThrow()));
    }

    @Test
    @Order(7)
    void a_ct_in_thick_slices_is_not_measured_at_the_screws() throws Exception {
        try (Colleague reader = study.browser("reader")) {
            assertThat(reader.open(study.address("reader", real) + "/assistant").body())
                    .contains("slices of at most 1.5 mm")
                    .doesNotContain("<svg");
        }
    }

    @Test
    @Order(8)
    void the_data_manager_compares_readers_and_assistants_and_no_reader_does() throws Exception {
        try (Colleague manager = study.browser("data_manager");
                Colleague reader = study.browser("reader")) {
            assertThat(manager.open("/agreement").body()).contains("/agreement/assistants");
            HttpResponse<String> page = manager.open("/agreement/assistants");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Readers and assistants", "1 / 2", "taken as proposed", "−1.96 SD")
                    .doesNotContain("NaN", "Infinity");
            HttpResponse<String> table = manager.open("/agreement/assistants.csv");
            assertThat(table.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(".csv");
            assertThat(table.body().lines().filter(line -> line.startsWith("screw_mm,")))
                    .as("four screws of the phantom, two readers")
                    .hasSize(8);
            assertThat(table.body().lines().filter(line -> line.startsWith("vertebra_hu,")))
                    .singleElement()
                    .asString()
                    .endsWith(",as_proposed");
            assertThat(reader.open("/agreement/assistants").statusCode()).isEqualTo(403);
            assertThat(reader.open("/agreement/assistants.csv").statusCode()).isEqualTo(403);
        }
    }

    private static Map<String, String> click(String level, int image, double column, double row) {
        return Map.of(
                "level",
                level,
                "series",
                "0",
                "image",
                String.valueOf(image),
                "frame",
                "0",
                "column",
                String.valueOf(column),
                "row",
                String.valueOf(row));
    }

    /** As the page sends what was drawn. */
    private static String drawn(Measurement one) {
        int image = ImageArchive.open(home)
                .place(real, one.instance())
                .orElseThrow()
                .get(1);
        return String.format(
                Locale.ROOT,
                "{\"target\":\"vertebra.%s.%s\",\"shape\":\"ELLIPSE\",\"at\":[0,%d,0],\"points\":[[%s,%s],[%s,%s]],\"value\":%s,\"unit\":\"HU\"}",
                one.of(),
                one.quantity().name().toLowerCase(Locale.ROOT),
                image,
                one.points().get(0).column(),
                one.points().get(0).row(),
                one.points().get(1).column(),
                one.points().get(1).row(),
                mean(one));
    }

    private static double mean(Measurement one) {
        return one.value(Measurement.Name.MEAN, Measurement.Unit.HU)
                .orElseThrow()
                .doubleValue();
    }
}
