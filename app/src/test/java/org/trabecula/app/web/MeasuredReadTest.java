package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.OperatedParticipant;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Uploads;
import org.trabecula.app.store.Stores;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.PixelLayout;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Done;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.Scale;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** A reader measures, in the browser: on a real CT in millimetres, on a radiograph first in pixels and then by a screw. */
final class MeasuredReadTest {
    private static final String SECRET = "a short sentence is easy";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    Path home;

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private OperatedParticipant study;
    private Stores stores;
    private WebProgram.Running running;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Chromium.shared().isPresent(), "No Chromium is installed");
        study = OperatedParticipant.standing(charter -> charter.with(ReadingSheets.plain()));
        stores = Stores.open(home, Optional.empty(), study.clock());
        Installation installation = new Installation(
                home, stores, ImageArchive.open(home), study.protocol(), study.desk(), study.clock(), false);
        for (String user : List.of("coordinator", "reader")) {
            String link = stores.credentials().newLink(Optional.of(user), Duration.ofHours(1));
            stores.credentials().choose(link, user, SECRET);
        }
        running = WebProgram.start(installation, "127.0.0.1", 0);
        page = signedIn(running.port());
    }

    @AfterEach
    void stop() {
        if (Chromium.shared().isEmpty()) {
            return;
        }
        page.context().close();
        running.close();
        stores.close();
    }

    @Test
    void a_read_of_a_ct_and_of_an_uncalibrated_radiograph() throws Exception {
        Map<String, byte[]> ct = new LinkedHashMap<>();
        Uploads.SLICES.forEach(name -> ct.put(name, Uploads.bytes(name)));
        upload(ct);
        upload(Map.of("bars.dcm", MeasurementFormTest.bars().source().open().readAllBytes()));

        inspect(find(Modality.CT));
        inspect(find(Modality.RADIOGRAPH));

        readTheCt(find(Modality.CT));
        readTheRadiograph(find(Modality.RADIOGRAPH));

        assertThat(faults).isEmpty();
    }

    /** What a coordinator does before readers see images; three slices of a CT fall short of the charter. */
    private void inspect(ReadingCase reading) {
        List<String> waiting =
                reading.images().waiting().stream().map(ReceivedInstance::uid).toList();
        Stream.of(
                        waiting.isEmpty()
                                ? Optional.<Intent>empty()
                                : Optional.<Intent>of(new Intent.ReleaseImages(reading.id(), waiting)),
                        Optional.<Intent>of(new Intent.ConfirmCoverage(reading.id())),
                        reading.modality() == Modality.CT
                                ? Optional.<Intent>of(new Intent.AcceptImagesAnyway(reading.id()))
                                : Optional.<Intent>empty())
                .flatMap(Optional::stream)
                .forEach(this::told);
    }

    private void told(Intent intent) {
        Actor coordinator = new Actor("coordinator", "COORDINATOR", "01");
        assertThat(study.desk().submit(Request.of(coordinator, intent).because("For this story")))
                .isInstanceOf(Answer.Recorded.class);
    }

    private void readTheCt(ReadingCase reading) {
        open(reading);
        page.locator("[data-mark='screw.L4-left']").click();
        assertThat(page.locator("[data-target-name]").innerText()).startsWith("L4 left");
        page.locator("[data-place='screw.L4-left'] [data-aim=lucency]").click();
        // A pixel and a half of this coarse CT; what moves the mouse by less than about half a pixel is a click.
        drag(50, 60, 51.5, 60);
        page.waitForCondition(() -> !value("screw.L4-left.mm").isEmpty());
        assertThat(Double.parseDouble(value("screw.L4-left.mm"))).isEqualTo(4.5, within(0.4));

        for (String height : List.of("upper", "middle", "lower")) {
            page.locator("[data-place='vertebra.L1'] [data-aim=" + height + "]").click();
            drag(50, 70, 54, 74);
            page.locator("[data-measured='vertebra.L1." + height + "']", hasText("HU"))
                    .waitFor();
        }
        assertThat(page.locator("[data-mean='vertebra.L1']").innerText()).endsWith(" HU");
        picture("measured-ct");

        keys("L4-right", "L5-left", "L5-right");
        submit("II");
        Findings kept = kept(reading);
        Measurements drawn = kept.measurements().orElseThrow();
        assertThat(drawn.all()).hasSize(4);
        assertThat(drawn.all())
                .allSatisfy(one -> assertThat(reading.instances())
                        .extracting(instance -> instance.uid())
                        .contains(one.instance()));
        assertThat(kept.screws().getFirst().lucencyMm()).isEqualTo(drawn.lucencyMm(ScrewSite.of("L4-left")));
        HounsfieldRead.Vertebra vertebra =
                kept.hounsfield().orElseThrow().vertebrae().getFirst();
        assertThat(vertebra.mean()).isPresent();
    }

    private void readTheRadiograph(ReadingCase reading) {
        open(reading);
        page.locator("[data-place='screw.L4-left'] [data-aim=lucency]").click();
        drag(66, 20, 72, 20);
        page.locator(".measured.uncalibrated", hasText("px")).waitFor();
        assertThat(value("screw.L4-left.mm")).isEmpty();
        picture("measured-uncalibrated");

        page.locator("[data-place='screw.L4-left'] [data-aim=stroke]").click();
        drag(39.5, 50, 65.5, 50);
        drag(39.5, 80, 65.5, 80);
        page.waitForCondition(() -> !value("screw.L4-left.mm").isEmpty());
        assertThat(Double.parseDouble(value("screw.L4-left.mm"))).isEqualTo(1.5, within(0.25));

        page.locator("[data-place='segment.L4/L5'] [data-aim=flexion]").click();
        drag(80, 100, 160, 100);
        drag(80, 140, 160, 154);
        page.locator("[data-place='segment.L4/L5'] [data-aim=extension]").click();
        drag(80, 110, 160, 110);
        drag(80, 150, 160, 157);
        page.waitForCondition(() -> !value("segment.L4/L5.motion").isEmpty());
        // The lower lines fall by 14 and 7 in 80: 9.9 and 5.0 degrees.
        assertThat(Double.parseDouble(value("segment.L4/L5.motion"))).isEqualTo(4.9, within(0.7));
        picture("measured-by-a-screw");

        keys("L4-right", "L5-left", "L5-right");
        submit("III");
        Findings kept = kept(reading);
        Measurements drawn = kept.measurements().orElseThrow();
        Measurement lucency = drawn.all().getFirst();
        assertThat(lucency.scale().orElseThrow().source()).isEqualTo(Scale.Source.IMPLANT);
        assertThat(lucency.scale().orElseThrow().relativeError()).isPresent();
        assertThat(kept.segments().getFirst().motionDegrees()).isEqualTo(drawn.motionDegrees(Segment.of("L4/L5")));
        seesTheDrawingsAgain(reading);
    }

    /** The locked page shows what was drawn, and offers nothing to clear. */
    private void seesTheDrawingsAgain(ReadingCase reading) {
        page.navigate(address(reading));
        page.locator("trabecula-viewer[data-ready=true]").waitFor();
        page.locator("trabecula-viewer svg text", hasText(" mm ± ")).first().waitFor();
        assertThat(page.locator("trabecula-viewer [data-action=clear]").isDisabled())
                .isTrue();
        picture("measured-locked");
    }

    private void open(ReadingCase reading) {
        page.navigate(address(reading));
        page.locator("trabecula-viewer[data-ready=true]").waitFor();
    }

    /** The rest by keys: next screw, no lucency. */
    private void keys(String... sites) {
        page.locator("h1").click();
        page.locator("[data-mark='screw." + sites[0] + "']").click();
        for (String site : sites) {
            assertThat(page.locator("[data-place][data-here]").getAttribute("data-place"))
                    .isEqualTo("screw." + site);
            page.keyboard().press("0");
            assertThat(value("screw." + site + ".mm")).isEqualTo("0");
        }
        page.keyboard().press("?");
        page.locator("dialog#read-keys[open]").waitFor();
        page.keyboard().press("Escape");
    }

    private void submit(String grade) {
        page.keyboard().press("d");
        page.keyboard().press("Shift+Digit" + (grade.equals("II") ? 2 : 3));
        assertThat(page.locator("[name='segment.L4/L5.grade']:checked").inputValue())
                .isEqualTo(grade);
        page.locator("[name=armGuess][value=unknown]").check();
        page.locator("[name=secret]").fill(SECRET);
        String before = page.url();
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> !url.equals(before));
        assertThat(page.locator(".refusal").count()).isZero();
    }

    private String value(String field) {
        return page.locator("[name='" + field + "']").inputValue();
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    /** Draws from one pixel of the image to another; the image is fitted into the picture and centred. */
    private void drag(double column, double row, double toColumn, double toRow) {
        Locator canvas = page.locator("trabecula-viewer canvas").first();
        BoundingBox box = canvas.boundingBox();
        boolean ct = page.locator("[data-vertebra]").count() > 0;
        PixelLayout slice = PixelData.of(DicomFile.read(Uploads.bytes(Uploads.SLICES.getFirst())))
                .layout();
        double columns = ct ? slice.columns() : 200;
        double rows = ct ? slice.rows() : 200;
        double scale = Math.min(box.width / columns, box.height / rows);
        double left = box.x + box.width / 2 - (columns - 1) / 2 * scale;
        double top = box.y + box.height / 2 - (rows - 1) / 2 * scale;
        page.mouse().move(left + column * scale, top + row * scale);
        page.mouse().down();
        page.mouse().move(left + toColumn * scale, top + toRow * scale, new Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Under the name that this reader has for it. */
    private String address(ReadingCase reading) {
        Charter charter = new Charter(study.protocol().charter());
        return study.desk()
                .view(register -> Stream.concat(
                                register
                                        .readingRoom()
                                        .tasks(
                                                "reader",
                                                charter,
                                                LocalDate.EPOCH,
                                                study.desk().lots())
                                        .stream(),
                                register
                                        .readingRoom()
                                        .done("reader", study.desk().lots())
                                        .stream()
                                        .map(Done::task))
                        .filter(task -> task.reading().id().equals(reading.id()))
                        .map(task -> "/reading/cases/" + task.handle())
                        .findFirst()
                        .orElseThrow());
    }

    private ReadingCase find(Modality modality) {
        return study.desk()
                .view(register -> register.readingRoom()
                        .all()
                        .filter(one -> one.modality() == modality)
                        .findFirst()
                        .orElseThrow());
    }

    private Findings kept(ReadingCase reading) {
        return study.desk()
                .view(register -> register.readingRoom()
                        .find(reading.id())
                        .orElseThrow()
                        .reads()
                        .getFirst()
                        .findings());
    }

    private void upload(Map<String, byte[]> files) throws Exception {
        try (Colleague coordinator = new Colleague(running.port()).signIn("coordinator", SECRET)) {
            String address = "/participants/3DCOP-01-001/visits/m6/images";
            coordinator.open(address);
            assertThat(coordinator.upload(address, files).statusCode()).isEqualTo(303);
        }
    }

    private Page signedIn(int port) {
        Browser browser = Chromium.shared().orElseThrow();
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setViewportSize(1500, 950)
                .setLocale("en-GB"));
        context.setDefaultTimeout(60_000);
        Page made = context.newPage();
        made.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        made.onPageError(faults::add);
        made.onDialog(com.microsoft.playwright.Dialog::accept);
        made.navigate("/login");
        made.locator("[name=user]").fill("reader");
        made.locator("[name=secret]").fill(SECRET);
        made.locator("main button").first().click();
        made.waitForURL(url -> !url.endsWith("/login"));
        return made;
    }
}
