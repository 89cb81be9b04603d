package org.trabecula.app.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.app.images.EnhancedPhantom;
import org.trabecula.app.images.Uploads;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.net.CommitmentReport;
import org.trabecula.dicom.net.DicomClient;
import org.trabecula.dicom.net.InstanceReference;
import org.trabecula.dicom.net.NetworkLimits;
import org.trabecula.dicom.net.Remote;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.spine.Level;

/** A scanner sends to the installation, in one piece or broken off, and asks whether its images are kept. */
@Timeout(120)
class ImageReceiverTest {
    private static final int CUTS = 60;

    @TempDir
    Path home;

    private Installation installation;
    private ImageReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        installation = Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC());
        String site = installation.protocol().sites().getFirst().id();
        Files.writeString(
                home.resolve(Senders.FILE), "# who may send\nSPINE_CT," + site + "\nPACS,*,127.0.0.1:11119\n");
        receiver = ImageReceiver.start(
                installation,
                new ImageReceiver.Settings(
                        "127.0.0.1", 0, "TRABECULA", Optional.empty(), false, NetworkLimits.standard()));
    }

    @AfterEach
    void close() {
        receiver.close();
        installation.close();
    }

    private DicomClient call(String title) throws IOException {
        Remote remote = new Remote(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port()),
                "TRABECULA",
                title,
                Optional.empty());
        return DicomClient.open(
                remote,
                List.of(
                        DicomClient.Offer.plain(SopClass.CT),
                        DicomClient.Offer.plain(SopClass.ENHANCED_CT),
                        DicomClient.Offer.plain(SopClass.SEGMENTATION),
                        DicomClient.Offer.plain(SopClass.SECONDARY_CAPTURE)),
                NetworkLimits.standard());
    }

    private static DicomFile slice(String name) {
        return DicomFile.read(Uploads.bytes(name));
    }

    private static InstanceReference reference(DicomFile file) {
        return new InstanceReference(
                file.dataset().string(Tags.SOP_CLASS_UID).orElseThrow(),
                file.dataset().string(Tags.SOP_INSTANCE_UID).orElseThrow());
    }

    private List<ReceivedInstance> received() {
        return installation
                .desk()
                .view(register -> register.readingRoom()
                        .all()
                        .map(ReadingCase::instances)
                        .flatMap(List::stream)
                        .toList());
    }

    private Path file(ReceivedInstance instance) {
        String hash = instance.sha256();
        return home.resolve("images").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    @Test
    void what_a_known_scanner_sends_waits_in_the_inbox_without_its_identity() throws IOException {
        try (DicomClient scanner = call("SPINE_CT")) {
            for (String name : Uploads.SLICES) {
                assertThat(scanner.store(slice(name)).isSuccess()).isTrue();
            }
            assertThat(scanner.store(slice(Uploads.SLICES.getFirst())).isSuccess())
                    .as("the same again is success")
                    .isTrue();
        }
        assertThat(received()).hasSize(3).allSatisfy(instance -> {
            assertThat(installation.images().sound(instance.sha256())).isTrue();
            assertThat(DicomFile.read(file(instance)).dataset().string(Tags.PATIENT_ID))
                    .hasValueSatisfying(id -> assertThat(id).startsWith("P-"));
        });
        ReadingCase one = installation
                .desk()
                .view(register -> register.readingRoom().all().findFirst())
                .orElseThrow();
        assertThat(installation
                        .desk()
                        .about(one.id().stream())
                        .getFirst()
                        .actor()
                        .user())
                .isEqualTo("dicom.spine_ct");
    }

    @Test
    void a_ct_in_one_file_comes_from_a_scanner_as_well() throws IOException {
        Phantom phantom = new Phantom(5, 0, Level.L3, Level.L4, Map.of(Level.L4, 95.0), List.of(), List.of());
        Scan scan = new Reconstruction(Scanner.fine(), 7).scan(phantom);
        try (DicomClient scanner = call("SPINE_CT")) {
            assertThat(scanner.store(DicomFile.read(EnhancedPhantom.of(scan))).isSuccess())
                    .isTrue();
        }
        assertThat(received()).hasSize(1).allSatisfy(instance -> {
            assertThat(installation.images().sound(instance.sha256())).isTrue();
            assertThat(installation.images().frame(instance.sha256(), scan.count() - 1))
                    .isPresent();
        });
    }

    @Test
    void a_stranger_is_not_listened_to() {
        assertThatThrownBy(() -> call("OTHER_CT")).hasMessageContaining("reason 3");
    }

    @Test
    void a_refusal_says_why() throws IOException {
        try (DicomClient scanner = call("SPINE_CT")) {
            DicomFile segmentation = DicomFile.of(slice(Uploads.SLICES.getFirst()).dataset().toBuilder()
                    .put(Tags.SOP_CLASS_UID, SopClass.SEGMENTATION)
                    .put(Tags.MODALITY, "SEG")
                    .build());
            DicomClient.Reply reply = scanner.store(segmentation);
            assertThat(reply.status()).isEqualTo(0xC000);
            assertThat(reply.comment()).startsWith("Image is of modality SEG");
        }
        assertThat(received()).isEmpty();
    }

    @Test
    void a_promise_is_given_for_what_is_there_and_sound() throws IOException {
        DicomFile kept = slice(Uploads.SLICES.get(0));
        DicomFile damaged = slice(Uploads.SLICES.get(1));
        DicomFile never = slice(Uploads.SLICES.get(2));
        try (DicomClient scanner = call("SPINE_CT")) {
            assertThat(scanner.store(damaged).isSuccess()).isTrue();
            Files.write(file(received().getFirst()), new byte[] {1});
            assertThat(scanner.store(kept).isSuccess()).isTrue();
            scanner.askToKeep("2.25.7", List.of(reference(kept), reference(damaged), reference(never)));
            CommitmentReport report = scanner.awaitReport();
            assertThat(report.kept()).containsExactly(reference(kept));
            assertThat(report.failed())
                    .containsExactly(
                            new CommitmentReport.Failure(reference(damaged), 0x0110),
                            new CommitmentReport.Failure(reference(never), 0x0112));
        }
    }

    @Test
    void a_line_that_nobody_understands_is_named() throws IOException {
        Files.writeString(home.resolve(Senders.FILE), "SPINE_CT\n");
        assertThatThrownBy(() -> ImageReceiver.start(
                        installation,
                        new ImageReceiver.Settings(
                                "127.0.0.1", 0, "TRABECULA", Optional.empty(), false, NetworkLimits.standard())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 1");
    }

    /** What a client says: an association for CT, one image, the parting. Written out here, so that it can be cut anywhere. */
    private static byte[] session(byte[] dataset, InstanceReference object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(unit(1, associate(object.sopClass())));
        out.writeBytes(unit(4, value(3, command(object))));
        int most = 16_000;
        for (int at = 0; at < dataset.length; at += most) {
            byte[] piece = java.util.Arrays.copyOfRange(dataset, at, Math.min(dataset.length, at + most));
            out.writeBytes(unit(4, value(at + most >= dataset.length ? 2 : 0, piece)));
        }
        out.writeBytes(unit(5, new byte[4]));
        return out.toByteArray();
    }

    private static byte[] associate(String sopClass) {
        ByteArrayOutputStream context = new ByteArrayOutputStream();
        context.writeBytes(new byte[] {1, 0, 0, 0});
        context.writeBytes(item(0x30, ascii(sopClass)));
        context.writeBytes(item(0x40, ascii("1.2.840.10008.1.2.1")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 1, 0, 0});
        out.writeBytes(ascii("%-16s%-16s".formatted("TRABECULA", "SPINE_CT")));
        out.writeBytes(new byte[32]);
        out.writeBytes(item(0x10, ascii("1.2.840.10008.3.1.1.1")));
        out.writeBytes(item(0x20, context.toByteArray()));
        out.writeBytes(item(0x50, item(0x51, new byte[] {0, 0, 0x40, 0})));
        return out.toByteArray();
    }

    private static byte[] command(InstanceReference object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(element(0x0002, even(object.sopClass())));
        out.writeBytes(element(0x0100, new byte[] {1, 0}));
        out.writeBytes(element(0x0110, new byte[] {1, 0}));
        out.writeBytes(element(0x0800, new byte[] {0, 0}));
        out.writeBytes(element(0x1000, even(object.sopInstance())));
        return out.toByteArray();
    }

    private static byte[] element(int element, byte[] value) {
        return ByteBuffer.allocate(8 + value.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) element)
                .putInt(value.length)
                .put(value)
                .array();
    }

    private static byte[] even(String uid) {
        return ascii(uid.length() % 2 == 0 ? uid : uid + "\0");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static byte[] item(int kind, byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .put((byte) kind)
                .put((byte) 0)
                .putShort((short) body.length)
                .put(body)
                .array();
    }

    private static byte[] value(int control, byte[] piece) {
        return ByteBuffer.allocate(6 + piece.length)
                .putInt(piece.length + 2)
                .put((byte) 1)
                .put((byte) control)
                .put(piece)
                .array();
    }

    private static byte[] unit(int type, byte[] body) {
        return ByteBuffer.allocate(6 + body.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(body.length)
                .put(body)
                .array();
    }

    private void say(byte[] bytes, int length) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.port())) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(bytes, 0, length);
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (SocketException e) {
                assertThat(e).as("broken off from the other side").isNotNull();
            }
        }
    }

    @Test
    void an_association_cut_anywhere_leaves_whole_images_or_none_while_others_are_served() throws IOException {
        DicomFile slice = slice(Uploads.SLICES.getFirst());
        SplittableRandom random = new SplittableRandom(4);
        int expected = 0;
        for (int i = 0; i < CUTS; i++) {
            DicomFile one = DicomFile.of(slice.dataset().toBuilder()
                    .put(Tags.SOP_INSTANCE_UID, "1.2.3." + i)
                    .build());
            byte[] session = session(one.datasetBytes(), reference(one));
            // Without the parting at the end, everything before the last byte of the image is a cut.
            int whole = session.length - 10;
            int cut = i % 10 == 9 ? whole : random.nextInt(whole);
            say(session, cut);
            expected += cut == whole ? 1 : 0;
            assertThat(received()).hasSize(expected);
            if (i % 20 == 0) {
                try (DicomClient other = call("PACS")) {
                    assertThat(other.echo().isSuccess()).isTrue();
                }
            }
        }
        assertThat(received())
                .hasSize(CUTS / 10)
                .allSatisfy(instance -> assertThat(installation.images().sound(instance.sha256()))
                        .isTrue());
        try (Stream<Path> left = Files.list(home.resolve("images/incoming"))) {
            assertThat(left).isEmpty();
        }
    }
}
