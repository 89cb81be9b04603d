package org.trabecula.app.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One real browser for all stories of the module. */
final class Chromium {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Optional<Browser> SHARED = start();

    private Chromium() {}

    /** The browser; empty, and said loudly, where none is installed. */
    static Optional<Browser> shared() {
        return SHARED;
    }

    private static Optional<Browser> start() {
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.err.println(
                    "*** No Chromium: THE BROWSER STORIES WERE NOT RUN. Install it: apt install chromium ***");
            return Optional.empty();
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return Optional.of(playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--use-angle=swiftshader",
                                "--enable-unsafe-swiftshader"))));
    }

    /** A person with a browser window of his own. Faults of the page's scripts and policy are collected. */
    static final class Person {
        private final StudyServer server;
        private final Page page;
        private final List<String> faults = new java.util.concurrent.CopyOnWriteArrayList<>();

        Person(StudyServer server, Browser browser) {
            this.server = server;
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setBaseURL(server.address())
                    .setViewportSize(1360, 900)
                    .setLocale("en-GB"));
            context.setDefaultTimeout(60_000);
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("422")) {
                    faults.add(message.text());
                }
            });
            page.onPageError(faults::add);
            page.onDialog(com.microsoft.playwright.Dialog::accept);
        }

        Page page() {
            return page;
        }

        List<String> faults() {
            return faults;
        }

        Person open(String path) {
            page.navigate(path);
            return this;
        }

        /** Chooses a password by a one-time link and signs in with it. */
        Person comesWith(String link, String user) {
            page.navigate(link);
            type("secret", StudyServer.PASSWORD);
            type("again", StudyServer.PASSWORD);
            press("Save");
            return signsIn(user);
        }

        Person signsIn(String user) {
            page.navigate("/login");
            type("user", user);
            type("secret", StudyServer.PASSWORD);
            press("Sign in");
            page.waitForURL(url -> !url.endsWith("/login"));
            return this;
        }

        Person type(String field, String text) {
            page.locator("[name='" + field + "']:visible").first().fill(text);
            return this;
        }

        Person tick(String field, String value) {
            page.locator("[name='" + field + "'][value='" + value + "']")
                    .first()
                    .check();
            return this;
        }

        Person choose(String field, String value) {
            page.locator("select[name='" + field + "']:visible").first().selectOption(value);
            return this;
        }

        Person press(String label) {
            page.locator("main button:visible", new Page.LocatorOptions().setHasText(label))
                    .first()
                    .click();
            return this;
        }

        /** Presses the button of the form that posts to an address ending like this. */
        Person submit(String action) {
            page.locator("form[action$='" + action + "'] button.btn").first().click();
            return this;
        }

        String text() {
            return page.locator("main").innerText();
        }

        Person picture(String name) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
            return this;
        }

        StudyServer server() {
            return server;
        }
    }
}
