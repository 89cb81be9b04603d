package org.trabecula.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.study.site.Role;

/** This program as a user starts it, {@code trabecula serve}, in a process of its own. */
final class OwnServer implements AutoCloseable {
    static final String TITLE = "TRABECULA";
    static final String SENDER = "BENCH";
    private static final String USER = "bench.coordinator";

    private final Process process;
    private final int web;
    private final int dicom;
    private final String key;

    private OwnServer(Process process, int web, int dicom, String key) {
        this.process = process;
        this.web = web;
        this.dicom = dicom;
        this.key = key;
    }

    /** @param memory heap, as the launcher takes it */
    static OwnServer start(Path base, Path home, String memory) throws IOException {
        String key = prepared(home);
        int web = Ports.free();
        int dicom = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(
                        base.resolve("trabecula").toString(),
                        "serve",
                        "--home",
                        home.toString(),
                        "--port",
                        "" + web,
                        "--dicom-port",
                        "" + dicom)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("serve.log").toFile());
        builder.environment().put("TRABECULA_MEMORY", memory);
        OwnServer server = new OwnServer(builder.start(), web, dicom, key);
        Ports.await(dicom);
        return server;
    }

    private static String prepared(Path home) throws IOException {
        try (Installation installation =
                Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC())) {
            new Workload(installation).account(USER, Role.COORDINATOR);
            Files.writeString(home.resolve("dicom-senders.csv"), SENDER + ",*\n");
            return installation.credentials().newKey(USER, Duration.ofDays(1));
        }
    }

    String address() {
        return "http://127.0.0.1:" + web;
    }

    int dicomPort() {
        return dicom;
    }

    String key() {
        return key;
    }

    /** The most memory that was resident so far, in MB. */
    double peak() throws IOException {
        return MeasuredProcess.peak(process);
    }

    @Override
    public void close() {
        MeasuredProcess.end(process);
    }
}
