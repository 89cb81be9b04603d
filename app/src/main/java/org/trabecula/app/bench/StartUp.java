package org.trabecula.app.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** From the shell to the first page, as a user starts it: the launcher, a new process, an existing store. */
final class StartUp {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Path base;
    private final Path home;

    StartUp(Path base, Path home) {
        this.base = base;
        this.home = home;
    }

    List<Measure> measure(int runs) throws IOException, InterruptedException {
        double[] seconds = new double[runs];
        double[] megabytes = new double[runs];
        for (int run = 0; run < runs; run++) {
            int port = Ports.free();
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            base.resolve("trabecula").toString(),
                            "serve",
                            "--home",
                            home.toString(),
                            "--port",
                            "" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                awaitPage(port);
                seconds[run] = (System.nanoTime() - start) / 1e9;
                megabytes[run] = MeasuredProcess.now(process);
            } finally {
                MeasuredProcess.end(process);
            }
        }
        return List.of(
                new Measure("start to first page, 90 participants", Measure.median(seconds), "s", "≤ 3 s"),
                new Measure("resident memory then", Measure.median(megabytes), "MB", "≤ 400 MB"));
    }

    private static void awaitPage(int port) throws IOException {
        long give = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < give) {
            try {
                HttpURLConnection page = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/login")
                        .toURL()
                        .openConnection();
                if (page.getResponseCode() == HttpURLConnection.HTTP_OK) {
                    page.getInputStream().readAllBytes();
                    return;
                }
            } catch (java.net.ConnectException e) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
        throw new IOException("The program did not answer within " + PATIENCE);
    }
}
