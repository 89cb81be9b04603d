package org.trabecula.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;

/** Peers that break off or talk nonsense: the association ends, the server goes on, and an object is there whole or not at all. */
@Timeout(120)
class BrokenAssociationTest {
    private static final int CUTS = 300;
    private static final int MUTATIONS = 2_000;
    private static final NetworkLimits LIMITS =
            new NetworkLimits(4, 4096, 1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final Shelf shelf = new Shelf();
    private DicomServer server;

    @BeforeEach
    void listen() throws IOException {
        server = DicomServer.start(
                new DicomServer.Listening(InetAddress.getLoopbackAddress(), 0, Optional.empty(), false, LIMITS), shelf);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** All that a client says while it echoes, stores an image and parts. */
    private byte[] session() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (ServerSocket relay = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread relaying = Thread.ofVirtual().start(() -> relay(relay, said));
            Remote remote = new Remote(loopback(relay.getLocalPort()), "SHELF", "SCANNER", Optional.empty());
            try (DicomClient client = DicomClient.open(remote, List.of(DicomClient.Offer.plain(SopClass.CT)), LIMITS)) {
                assertThat(client.echo().isSuccess()).isTrue();
                assertThat(client.store(AssociationTest.image("1.2.3")).isSuccess())
                        .isTrue();
            }
            relaying.join();
        }
        shelf.kept.clear();
        return said.toByteArray();
    }

    private void relay(ServerSocket relay, ByteArrayOutputStream said) {
        try (Socket client = relay.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            Thread back = Thread.ofVirtual().start(() -> {
                try {
                    behind.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                    said.reset();
                }
            });
            byte[] chunk = new byte[4096];
            InputStream in = client.getInputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                said.write(chunk, 0, read);
                behind.getOutputStream().write(chunk, 0, read);
            }
            behind.shutdownOutput();
            back.join();
        } catch (IOException | InterruptedException e) {
            said.reset();
        }
    }

    /** Says this and hangs up; comes back when the server has let go too. */
    private void say(byte[] bytes) throws IOException {
        say(bytes, server);
    }

    private static void say(byte[] bytes, DicomServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (SocketException e) {
                // The server broke off while we were still talking, which is its right.
                assertThat(e).isNotNull();
            }
        }
    }

    private void serves() throws IOException {
        Remote remote = new Remote(loopback(server.port()), "SHELF", "OTHER", Optional.empty());
        try (DicomClient client = DicomClient.open(remote, List.of(), LIMITS)) {
            assertThat(client.echo().isSuccess()).isTrue();
        }
    }

    @Test
    void a_session_cut_anywhere_leaves_the_whole_image_or_none() throws Exception {
        byte[] session = session();
        DicomFile image = AssociationTest.image("1.2.3");
        SplittableRandom random = new SplittableRandom(11);
        int whole = 0;
        for (int i = 0; i < CUTS; i++) {
            say(Arrays.copyOf(session, random.nextInt(session.length)));
            whole += shelf.kept.size();
            shelf.kept
                    .values()
                    .forEach(kept ->
                            assertThat(DicomFile.of(kept.dataset()).toBytes()).isEqualTo(image.toBytes()));
            shelf.kept.clear();
        }
        assertThat(whole).isBetween(0, CUTS / 10);
        say(session);
        assertThat(shelf.kept).hasSize(1);
        serves();
    }

    @Test
    void whoever_was_hung_up_on_may_come_again_at_once() throws Exception {
        byte[] session = session();
        NetworkLimits one = new NetworkLimits(1, 4096, 1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (DicomServer narrow = DicomServer.start(
                new DicomServer.Listening(InetAddress.getLoopbackAddress(), 0, Optional.empty(), false, one), shelf)) {
            for (int i = 0; i < CUTS; i++) {
                say(session, narrow);
                assertThat(shelf.kept).as("visit %d", i).hasSize(1);
                shelf.kept.clear();
            }
        }
    }

    @Test
    void a_session_with_damage_anywhere_ends_and_others_are_served() throws Exception {
        byte[] session = session();
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] copy = session.clone();
            // Mostly where lengths and kinds stand.
            int most = random.nextInt(4) == 0 ? copy.length : 900;
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                copy[random.nextInt(most)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
            }
            say(copy);
        }
        serves();
    }

    @Test
    void whoever_says_nothing_is_not_waited_for_for_ever() throws IOException {
        NetworkLimits hasty = new NetworkLimits(1, 4096, 1 << 20, Duration.ofMillis(50), Duration.ofMillis(50));
        try (DicomServer impatient = DicomServer.start(
                        new DicomServer.Listening(InetAddress.getLoopbackAddress(), 0, Optional.empty(), false, hasty),
                        shelf);
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
            silent.getOutputStream().write(new byte[] {1, 0});
            assertThat(silent.getInputStream().readAllBytes()).isEmpty();
        }
    }
}
