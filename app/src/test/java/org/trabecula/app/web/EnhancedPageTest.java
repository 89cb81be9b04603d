package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.images.EnhancedPhantom;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A CT in one file: uploaded, filed, given to viewers over DICOMweb, read slice by slice and in three planes, measured at its screws. */
final class EnhancedPageTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    private final List<String> faults = new CopyOnWriteArrayList<>();

    @Test
    void a_ct_in_one_file_goes_the_way_of_any_other() throws Exception {
        Scan scan = scan();
        try (AssistedStudy study = AssistedStudy.in(home)) {
            ReadingCase reading = study.uploaded(Map.of("enhanced.dcm", EnhancedPhantom.of(scan)));
            assertThat(reading.instances()).hasSize(1);
            assertThat(study.charter().check(reading).shortfalls()).isEmpty();

            overDicomWeb(study, scan);
            read(study, reading);
            assumeTrue(Chromium.shared().isPresent(), "No Chromium is installed");
            seen(study, reading, scan);
        }
    }

    private static Scan scan() {
        List<Phantom.PlacedScrew> screws = AssistedStudy.SITES.stream()
                .map(site -> new Phantom.PlacedScrew(ScrewSite.of(site), 6.5, 45, 12, 3, AssistedStudy.ZONE, true))
                .toList();
        Phantom phantom = new Phantom(5, 0, Level.L4, Level.L5, Map.of(Level.L4, 95.0), screws, List.of());
        return new Reconstruction(Scanner.fine(), 7).scan(phantom);
    }

    private static void overDicomWeb(AssistedStudy study, Scan scan) throws Exception {
        try (Colleague coordinator = study.browser("coordinator")) {
            JsonNode found = JSON.readTree(
                    coordinator.fetch("/dicomweb/instances?includefield=all").body());
            assertThat(found).hasSize(1);
            JsonNode image = found.get(0);
            assertThat(image.at("/00280008/Value/0").asInt()).isEqualTo(scan.count());
            String at = image.at("/00081190/Value/0").asString().replaceAll(".*/dicomweb", "/dicomweb");

            JsonNode metadata =
                    JSON.readTree(coordinator.fetch(at + "/metadata").body());
            JsonNode frames = metadata.get(0).at("/52009230/Value");
            assertThat(frames).hasSize(scan.count());
            double first =
                    frames.get(0).at("/00209113/Value/0/00200032/Value/2").asDouble();
            assertThat(first).isEqualTo(scan.corner(scan.count() - 1).z());

            byte[] frame = coordinator.fetch(at + "/frames/3").body();
            assertThat(frame.length)
                    .isGreaterThan(scan.scanner().rows() * scan.scanner().columns() * 2);
            assertThat(coordinator.fetch(at + "/frames/" + (scan.count() + 1)).statusCode())
                    .isEqualTo(404);
            var middle = ImageIO.read(new ByteArrayInputStream(coordinator
                    .fetch(at + "/frames/" + scan.count() / 2 + "/rendered")
                    .body()));
            assertThat(middle.getWidth()).isEqualTo(scan.scanner().columns());
            String series = at.replaceAll("/instances/.*", "");
            assertThat(coordinator.fetch(series + "/thumbnail").statusCode()).isEqualTo(200);
        }
    }

    private static void read(AssistedStudy study, ReadingCase reading) throws Exception {
        String address = study.address("reader", reading);
        try (Colleague reader = study.browser("reader")) {
            reader.open(address);
            assertThat(reader.fill(address, AssistedStudy.sheet("1.4")).statusCode())
                    .isEqualTo(303);
        }
    }

    private void seen(AssistedStudy study, ReadingCase reading, Scan scan) {
        Page page = signedIn(study.running().port());
        page.navigate(study.address("reader", reading));
        page.locator("trabecula-viewer[data-ready=true]").waitFor();
        Locator viewer = page.locator("trabecula-viewer");
        assertThat(viewer.getAttribute("data-count")).isEqualTo(String.valueOf(scan.count()));

        // What the assistant measured leads to the frame on which the screw is, not to the first one.
        page.locator(".assist-screw svg").nth(3).waitFor();
        Locator screw = page.locator(".assist-screw [data-at]").first();
        String[] at = screw.getAttribute("data-at").split(",", -1);
        assertThat(at[2]).isNotEqualTo("0");
        screw.click();
        // Frames lie from the head in the file, and are scrolled from the feet.
        int scrolled = scan.count() - 1 - Integer.parseInt(at[2]);
        page.locator("trabecula-viewer[data-index='" + scrolled + "']").waitFor();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("enhanced-stack.png")));

        viewer.locator("button[data-action=planes]").first().click();
        page.locator("trabecula-viewer[data-layout=planes]").waitFor();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("enhanced-planes.png")));
        assertThat(faults).isEmpty();
    }

    private Page signedIn(int port) {
        BrowserContext context = Chromium.shared()
                .orElseThrow()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setViewportSize(1500, 950)
                        .setLocale("en-GB"));
        context.setDefaultTimeout(60_000);
        Page page = context.newPage();
        page.onPageError(faults::add);
        page.navigate("/login");
        page.locator("[name=user]").fill("reader");
        page.locator("[name=secret]").fill(AssistedStudy.SECRET);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }
}
