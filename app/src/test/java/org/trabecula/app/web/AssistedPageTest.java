package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Uptake;
import org.trabecula.study.spine.Level;

/** What assistants show, in the browser: regions that are looked at, moved, taken and left; screws beside a locked read. */
final class AssistedPageTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double COLUMNS = 122;
    private static final double ROWS = 101;

    @TempDir
    Path home;

    private final List<String> faults = new CopyOnWriteArrayList<>();

    @Test
    void regions_are_proposed_from_a_click_and_the_reader_takes_moves_and_leaves_them() throws Exception {
        assumeTrue(Chromium.shared().isPresent(), "No Chromium is installed");
        try (AssistedStudy study = AssistedStudy.in(home)) {
            ReadingCase real = study.uploaded(AssistedStudy.lumbar());
            Page page = signedIn(study.running().port(), "en-GB");
            open(page, study, real);

            propose(page, "L1", 86, 63, 59);
            page.locator("[data-place='vertebra.L1'] .proposed:visible").nth(3).waitFor();
            picture(page, "bone-proposed");
            page.locator("[data-place='vertebra.L1'] [data-proposed-mean] [data-take]")
                    .click();
            page.locator("[data-mean='vertebra.L1']", hasText("HU")).waitFor();
            assertThat(page.locator("[data-place='vertebra.L1'] .proposed:visible")
                            .count())
                    .isZero();

            propose(page, "L2", 74, 63, 56);
            Locator upper = page.locator("[data-place='vertebra.L2'] [data-proposed=upper]:visible");
            upper.waitFor();
            upper.locator("[data-look]").click();
            String before = upper.innerText();
            move(page, study.assisted(real).proposals().getLast().proposal());
            page.waitForCondition(() -> !upper.innerText().equals(before));
            picture(page, "bone-moved");
            for (String height : List.of("upper", "middle", "lower")) {
                page.locator("[data-place='vertebra.L2'] [data-proposed=" + height + "] [data-take]")
                        .click();
            }
            propose(page, "L3", 61, 63, 56);
            page.locator("[data-place='vertebra.L3'] .proposed:visible").nth(3).waitFor();
            page.locator("[data-place='vertebra.L3'] [data-proposed-mean] [data-leave]")
                    .click();
            propose(page, "L3", 61, 4, 4);
            page.locator("[data-bone]", hasText("no vertebral body was found")).waitFor();
            picture(page, "bone-refused");

            // A closed browser loses nothing of what was taken.
            page.waitForResponse("**/draft", () -> page.locator("#comment").fill("seen"));
            open(page, study, real);
            page.locator("[data-mean='vertebra.L2']", hasText("HU")).waitFor();
            submit(page);

            Read read = study.now(real).reads().getFirst();
            assertThat(uptake(study, real, read, Level.L1)).isEqualTo(Uptake.AS_PROPOSED);
            assertThat(uptake(study, real, read, Level.L2)).isEqualTo(Uptake.CHANGED);
            assertThat(uptake(study, real, read, Level.L3)).isEqualTo(Uptake.LEFT);
            assertThat(read.findings().measurements().orElse(Measurements.NONE).all())
                    .hasSize(6);
            assertThat(faults).allMatch(fault -> fault.contains("422"));
        }
    }

    @Test
    void screws_stand_beside_a_locked_read_in_both_languages() throws Exception {
        assumeTrue(Chromium.shared().isPresent(), "No Chromium is installed");
        try (AssistedStudy study = AssistedStudy.in(home)) {
            ReadingCase phantom = study.uploaded(AssistedStudy.instrumented());
            String address = study.address("reader", phantom);
            try (Colleague reader = study.browser("reader")) {
                reader.open(address);
                assertThat(reader.fill(address, AssistedStudy.sheet("1.4")).statusCode())
                        .isEqualTo(303);
            }
            for (String language : List.of("en-GB", "zh-CN")) {
                Page page = signedIn(study.running().port(), language);
                page.navigate(address);
                page.locator(".assist-screw svg").nth(3).waitFor();
                assertThat(page.locator(".assist-screw").count()).isEqualTo(4);
                page.locator("trabecula-viewer[data-ready=true]").waitFor();
                page.locator(".assist-screw [data-at]").first().click();
                page.waitForCondition(() -> page.locator(".assist-screw [data-at]")
                        .first()
                        .getAttribute("data-at")
                        .equals("0," + page.locator("trabecula-viewer").getAttribute("data-index") + ",0"));
                picture(page, "screws-" + language.substring(0, 2));
            }
            assertThat(faults).isEmpty();
        }
    }

    private static Uptake uptake(AssistedStudy study, ReadingCase real, Read read, Level level) {
        BoneProposal proposal = study.assisted(real)
                .before(read, study.now(real).reads(), level)
                .orElseThrow();
        return Uptake.of(proposal, read);
    }

    private static void open(Page page, AssistedStudy study, ReadingCase reading) {
        page.navigate(study.address("reader", reading));
        page.locator("trabecula-viewer[data-ready=true]").waitFor();
    }

    /** Asks for a vertebra, goes to a slice, and clicks in the body. */
    private static void propose(Page page, String level, int slice, double column, double row) {
        page.locator("[data-place='vertebra." + level + "'] [data-propose]").click();
        page.evaluate("at => document.querySelector('trabecula-viewer').show(at)", List.of(0, slice, 0));
        page.locator("trabecula-viewer[data-index='" + slice + "']").waitFor();
        double[] at = screen(page, column, row);
        page.mouse().click(at[0], at[1]);
    }

    /** Takes the upper region by its left edge and moves it by three pixels of the image. */
    private static void move(Page page, BoneProposal proposal) {
        var corners = proposal.regions().getLast().points();
        double row = (corners.get(0).row() + corners.get(1).row()) / 2 + 0.6;
        double edge = Math.min(corners.get(0).column(), corners.get(1).column());
        double[] from = screen(page, edge, row);
        double[] to = screen(page, edge - 3, row);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        page.mouse().move(to[0], to[1], new Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
    }

    /** Where a pixel of the image is; the image is fitted into the picture and centred. */
    private static double[] screen(Page page, double column, double row) {
        BoundingBox box = page.locator("trabecula-viewer canvas").first().boundingBox();
        double scale = Math.min(box.width / COLUMNS, box.height / ROWS);
        return new double[] {
            box.x + box.width / 2 + (column - (COLUMNS - 1) / 2) * scale,
            box.y + box.height / 2 + (row - (ROWS - 1) / 2) * scale
        };
    }

    private static void submit(Page page) {
        AssistedStudy.SITES.forEach(
                site -> page.locator("[name='screw." + site + ".mm']").fill("0"));
        page.locator("[name='segment.L4/L5.grade'][value=II]").check();
        page.locator("[name=armGuess][value=unknown]").check();
        page.locator("[name=secret]").fill(AssistedStudy.SECRET);
        String before = page.url();
        page.locator(".signing .btn-primary").click();
        page.waitForURL(url -> !url.equals(before));
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private Page signedIn(int port, String language) {
        BrowserContext context = Chromium.shared()
                .orElseThrow()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setViewportSize(1500, 950)
                        .setLocale(language));
        context.setDefaultTimeout(60_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.navigate("/login");
        page.locator("[name=user]").fill("reader");
        page.locator("[name=secret]").fill(AssistedStudy.SECRET);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }
}
