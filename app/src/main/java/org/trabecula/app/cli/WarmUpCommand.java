package org.trabecula.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.trabecula.app.Installation;
import org.trabecula.app.bench.Rehearsal;
import org.trabecula.app.demo.Demonstration;
import org.trabecula.app.web.WebProgram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts and stops the pages of a small demonstration, so that the JDK can remember what a start on an existing store
 * needs. Leaves nothing behind.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PAGES =
            List.of("/login", "/style/trabecula.css", "/webjars/bootstrap/dist/css/bootstrap.min.css", "/nowhere");

    @Option(names = "--images", description = "how many images to receive over DICOM as well")
    private int images;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("trabecula-warm-up");
        try {
            Path home = folder.resolve("home");
            LocalDate today = LocalDate.now(Clock.systemUTC());
            Demonstration.fill(
                    home, 1, 3, today, new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            HomeOptions options = new HomeOptions();
            new CommandLine(options).parseArgs("--home", home.toString());
            CompletableFuture<Installation> opening = ServeCommand.opening(() -> options.open(Clock.systemUTC()));
            try (WebProgram.Running running = WebProgram.start(opening, "127.0.0.1", 0);
                    Installation _ = opening.join()) {
                for (String page : PAGES) {
                    visit("http://127.0.0.1:" + running.port() + page);
                }
                if (images > 0) {
                    Rehearsal.receive(opening.join(), images);
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        return 0;
    }

    private static void visit(String address) throws IOException {
        ((HttpURLConnection) URI.create(address).toURL().openConnection()).getResponseCode();
    }
}
