package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.demo.Demonstration;

/** What is truly there in the images of the demonstration stands in its folder, and no address tells it to anybody. */
final class TruthTest {
    private static final String SECRET = "a short sentence is easy";

    private static final List<String> PAGES =
            List.of("/reading", "/dashboard", "/participants", "/board", "/inbox", "/quarantine", "/results");

    @TempDir
    Path folder;

    @Test
    void no_page_tells_the_truth_about_the_demonstrations_images() throws Exception {
        Path home = folder.resolve("demo");
        Demonstration.fill(
                home,
                11,
                2,
                LocalDate.of(2026, 3, 2),
                new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Path truth = home.resolve("truth");
        String file = anyOf(truth);
        assertThat(Files.readString(truth.resolve(file))).contains("haloMm");
        try (Installation demo = Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC());
                WebProgram.Running running = WebProgram.start(demo, "127.0.0.1", 0)) {
            for (String user : List.of("virtual.reader.1", "virtual.coordinator")) {
                String link = demo.credentials().newLink(Optional.of(user), Duration.ofHours(1));
                demo.credentials().choose(link, user, SECRET);
                try (Crawl crawl = new Crawl(running.port()).signIn(user, SECRET)) {
                    crawl.from(Stream.concat(PAGES.stream(), guesses(file)).toList());
                    assertThat(crawl.heard())
                            .hasSizeGreaterThan(15)
                            .allSatisfy((asked, answer) -> assertThat(
                                            answer.contains("haloMm") || answer.contains("trabecula-phantom-truth"))
                                    .as(user + " " + asked)
                                    .isFalse());
                }
            }
        }
    }

    private static Stream<String> guesses(String file) {
        return Stream.of(
                        "/",
                        "/style/",
                        "/script/",
                        "/viewer/",
                        "/webjars/",
                        "/style/../",
                        "/style/%2e%2e/",
                        "/style/..%2f")
                .map(from -> from + "truth/" + file);
    }

    private static String anyOf(Path truth) throws IOException {
        try (Stream<Path> files = Files.list(truth)) {
            return files.findFirst().orElseThrow().getFileName().toString();
        }
    }
}
