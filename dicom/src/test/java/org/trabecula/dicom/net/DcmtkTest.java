package org.trabecula.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;

/** The same with DCMTK at the other end, as it is installed. */
@Timeout(120)
class DcmtkTest {
    @TempDir
    private Path folder;

    private final Shelf shelf = new Shelf();
    private DicomServer server;

    @BeforeEach
    void listen() throws IOException {
        assumeTrue(
                Stream.of("dcmsend", "storescu", "echoscu", "storescp")
                        .allMatch(tool -> Stream.of(System.getenv("PATH").split(":"))
                                .anyMatch(path -> Files.isExecutable(Path.of(path, tool)))),
                "DCMTK is not installed (Debian: apt install dcmtk)");
        server = DicomServer.start(DicomServer.Listening.plain(InetAddress.getLoopbackAddress(), 0), shelf);
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private String port() {
        return String.valueOf(server.port());
    }

    private List<String> images(int count) throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("image" + i);
            Files.write(file, AssociationTest.image("1.2.3." + i).toBytes());
            files.add(file.toString());
        }
        return files;
    }

    private static String[] with(List<String> files, String... start) {
        return Stream.concat(Stream.of(start), files.stream()).toArray(String[]::new);
    }

    @Test
    void echoscu_is_answered() throws Exception {
        assertThat(run("echoscu", "-aec", "SHELF", "127.0.0.1", port())).isZero();
        assertThat(run("echoscu", "-aec", "OTHER", "127.0.0.1", port())).isNotZero();
    }

    @Test
    void dcmsend_delivers_and_is_not_stalled() throws Exception {
        List<String> files = images(100);
        long start = System.nanoTime();
        assertThat(run(with(files, "dcmsend", "-aec", "SHELF", "127.0.0.1", port())))
                .isZero();
        assertThat(shelf.kept).hasSize(100);
        // A stalled answer costs some 40 ms, 4 s for these.
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(3);
    }

    @Test
    void storescu_delivers_one_image_in_every_encoding_that_is_taken() throws Exception {
        Path lumbar = folder.resolve("lumbar");
        Files.write(lumbar, Samples.bytes(Samples.LUMBAR));
        assertThat(run("storescu", "-xv", "-aec", "SHELF", "127.0.0.1", port(), lumbar.toString()))
                .isZero();
        assertThat(run(with(images(1), "storescu", "-xi", "-aec", "SHELF", "127.0.0.1", port())))
                .isZero();
        assertThat(run(with(images(1), "storescu", "-xb", "-aec", "SHELF", "127.0.0.1", port())))
                .isZero();
        assertThat(run(with(images(1), "storescu", "-xd", "-aec", "SHELF", "127.0.0.1", port())))
                .isZero();
        assertThat(shelf.kept).hasSize(2);
    }

    @Test
    void an_image_with_identity_asked_for_politely_is_taken_too() throws Exception {
        assertThat(run(with(images(1), "storescu", "-usr", "somebody", "-rsp", "-aec", "SHELF", "127.0.0.1", port())))
                .isBetween(0, 255);
        assertThat(run(with(images(1), "storescu", "-usr", "somebody", "-aec", "SHELF", "127.0.0.1", port())))
                .isZero();
        assertThat(shelf.kept).hasSize(1);
    }

    @Test
    void storescp_takes_what_we_send() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path into = Files.createDirectory(folder.resolve("scp"));
        Process storescp = new ProcessBuilder("storescp", "-od", into.toString(), String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            awaitListening(address);
            Remote remote = new Remote(address, "ANY", "US", Optional.empty());
            try (DicomClient client =
                    DicomClient.open(remote, List.of(DicomClient.Offer.plain(SopClass.CT)), NetworkLimits.standard())) {
                assertThat(client.echo().isSuccess()).isTrue();
                assertThat(client.store(AssociationTest.image("1.2.77")).isSuccess())
                        .isTrue();
            }
            try (Stream<Path> received = Files.list(into)) {
                DicomFile there = DicomFile.read(received.findFirst().orElseThrow());
                assertThat(there.dataset().string(Tags.SOP_INSTANCE_UID)).contains("1.2.77");
                assertThat(there.dataset().bytes(Tags.PIXEL_DATA))
                        .isEqualTo(AssociationTest.image("1.2.77").dataset().bytes(Tags.PIXEL_DATA));
            }
        } finally {
            storescp.destroy();
            storescp.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void awaitListening(InetSocketAddress address) {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(address, 1000);
                return;
            } catch (IOException e) {
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
