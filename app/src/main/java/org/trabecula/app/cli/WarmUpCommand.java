package org.trabecula.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.trabecula.app.Installation;
import org.trabecula.app.web.WebProgram;
import picocli.CommandLine.Command;

/** Starts and stops the pages once, so that the JDK can remember what a start needs. Leaves nothing behind. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("trabecula-warm-up");
        try (Installation installation =
                        Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC());
                WebProgram.Running running = WebProgram.start(installation, "127.0.0.1", 0);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String page : List.of("/login", "/style/trabecula.css", "/link/none", "/nowhere")) {
                URI address = URI.create("http://127.0.0.1:" + running.port() + page);
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            }
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        return 0;
    }
}
