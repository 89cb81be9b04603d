package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.images.CtVolume;
import org.trabecula.app.images.Gathered;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Ruler;
import org.trabecula.assistance.screw.FoundScrew;
import org.trabecula.assistance.volume.Point;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.protocol.ReadingSheets;

/** Two readers differ on a screw and on a segment: a third person decides the screws, seen alone, and then the segments. */
final class ThirdSheetsTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    Path home;

    @Test
    void the_screws_are_signed_before_whole_images_are_seen() throws Exception {
        try (AssistedStudy study = AssistedStudy.in(home, new ReadingSheets(true, true, false))) {
            ReadingCase reading = study.uploaded(AssistedStudy.instrumented());
            String axes = MeasurementForm.text(study.installation().images(), reading, axes(study, reading));
            read(study, reading, "reader", axes, sheet("0", "II"));
            read(study, reading, "reader-two", axes, sheet("1.4", "IV"));
            String link = study.stores().credentials().newLink(Optional.of("adjudicator"), Duration.ofHours(1));
            study.stores().credentials().choose(link, "adjudicator", AssistedStudy.SECRET);

            try (Colleague third = study.browser("adjudicator")) {
                String address = third.open("/adjudication")
                        .body()
                        .replaceAll("(?s).*?\"(/adjudication/cases/[^\"]+)\".*", "$1");
                assertThat(third.open(address).body())
                        .contains("First decide the screws", "name=\"screw.L4-left.mm\"", "before I saw whole images")
                        .doesNotContain("name=\"segment.L4/L5.grade\"", "grade IV");
                assertThat(third.open(address + "/images").body()).contains("\"crops\":[{");
                byte[] alone = third.fetch(address + "/images/0/30/0").body();
                picture(study, address, "third-screws");

                HttpResponse<String> signed = third.fill(address, sheet("0.4", "II"));
                assertThat(Colleague.location(signed)).isEqualTo(address);
                assertThat(study.now(reading).adjudication()).isEmpty();
                assertThat(third.open(address).body())
                        .contains("name=\"segment.L4/L5.grade\"")
                        .doesNotContain("name=\"screw.L4-left.mm\"");
                assertThat(third.open(address + "/images").body()).contains("\"crops\":[]");
                assertThat(third.fetch(address + "/images/0/30/0").body())
                        .hasSameSizeAs(alone)
                        .isNotEqualTo(alone);
                picture(study, address, "third-segments");

                HttpResponse<String> decided = third.fill(address, sheet("3", "II"));
                assertThat(Colleague.location(decided)).isEqualTo("/adjudication");
            }
            assertThat(study.now(reading)
                            .adjudication()
                            .orElseThrow()
                            .findings()
                            .screws())
                    .as("what was signed about the screws stays")
                    .allSatisfy(screw -> assertThat(screw.lucencyMm()).hasToString("Optional[0.4]"));
        }
    }

    private static void read(
            AssistedStudy study, ReadingCase reading, String user, String axes, Map<String, String> sheet)
            throws Exception {
        String address = study.address(user, reading);
        try (Colleague reader = study.browser(user)) {
            reader.open(address + "/places");
            assertThat(reader.fill(address + "/places", Map.of("measurements", axes))
                            .statusCode())
                    .isEqualTo(303);
            for (int part = 0; part < 2; part++) {
                reader.open(address);
                assertThat(reader.fill(address, sheet).statusCode()).isEqualTo(303);
            }
        }
    }

    private static Map<String, String> sheet(String mm, String grade) {
        Map<String, String> sheet = new HashMap<>(AssistedStudy.sheet(mm));
        sheet.put("segment.L4/L5.grade", grade);
        sheet.put("comment", "plain to see");
        return sheet;
    }

    /** Where the assistant finds them, from head to tip in the slice of the middle. */
    private static List<Measurement> axes(AssistedStudy study, ReadingCase reading) {
        ImageArchive images = study.installation().images();
        CtVolume ct = ((Gathered.Whole) images.assistants().volume(reading, 0)).ct();
        List<FoundScrew> found = ct.screws();
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    FoundScrew screw = found.get(i);
                    CtVolume.Place place = ct.place(screw.seat().plus(screw.direction(), screw.lengthMm() / 2));
                    var on = images.measurable(reading, 0, place.image(), place.frame())
                            .orElseThrow();
                    return Ruler.measure(
                                    Quantity.AXIS,
                                    AssistedStudy.SITES.get(i),
                                    on,
                                    List.of(pixel(ct, screw.seat()), pixel(ct, screw.tip())),
                                    Ruler.stated(on))
                            .orElseThrow();
                })
                .toList();
    }

    private static ImagePoint pixel(CtVolume ct, Point at) {
        return new ImagePoint(
                Math.round((at.x() - ct.volume().x(0)) / ct.volume().across()),
                Math.round((at.y() - ct.volume().y(0)) / ct.volume().down()));
    }

    private static void picture(AssistedStudy study, String address, String name) {
        Chromium.shared().ifPresent(browser -> {
            for (String language : List.of("en-GB", "zh-CN")) {
                var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + study.running().port())
                        .setViewportSize(1500, 950)
                        .setLocale(language));
                Page page = context.newPage();
                page.navigate("/login");
                page.locator("[name=user]").fill("adjudicator");
                page.locator("[name=secret]").fill(AssistedStudy.SECRET);
                page.locator("main button").first().click();
                page.waitForURL(url -> !url.endsWith("/login"));
                page.navigate(address);
                page.locator("trabecula-viewer[data-ready=true]").waitFor();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + "-" + language.substring(0, 2) + ".png")));
                context.close();
            }
        });
    }
}
