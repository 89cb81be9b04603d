package org.trabecula.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.TransferSyntax;

/** What a scanner lives through: it calls, sends, asks whether its images are kept, and parts. */
@Timeout(60)
class AssociationTest {
    private static final NetworkLimits SMALL =
            new NetworkLimits(2, 4096, 1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(20));

    private final Shelf shelf = new Shelf();
    private DicomServer server;

    @BeforeEach
    void listen() throws IOException {
        server = start(Optional.empty(), shelf);
    }

    private static DicomServer start(Optional<SSLContext> tls, Shelf shelf) throws IOException {
        return DicomServer.start(
                new DicomServer.Listening(InetAddress.getLoopbackAddress(), 0, tls, false, SMALL), shelf);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Remote remote(String called, String calling) {
        return remote(server, called, calling, Optional.empty());
    }

    private static Remote remote(DicomServer at, String called, String calling, Optional<SSLContext> tls) {
        return new Remote(new InetSocketAddress(InetAddress.getLoopbackAddress(), at.port()), called, calling, tls);
    }

    private DicomClient call(DicomClient.Offer... offers) throws IOException {
        return DicomClient.open(remote("SHELF", "SCANNER"), List.of(offers), SMALL);
    }

    static DicomFile image(String uid) {
        return DicomFile.of(Dataset.builder()
                .put(Tags.SOP_CLASS_UID, SopClass.CT)
                .put(Tags.SOP_INSTANCE_UID, uid)
                .put(Tags.PATIENT_NAME, "Nobody^")
                .put(Tags.ROWS, 50)
                .put(Tags.COLUMNS, 100)
                .put(Tags.PIXEL_DATA, new byte[10_000])
                .build());
    }

    private static DicomFile compressed() {
        return Samples.in("syntaxes").stream()
                .map(Samples::read)
                .filter(file -> file.syntax().isEncapsulated())
                .findFirst()
                .orElseThrow();
    }

    private static InstanceReference reference(String uid) {
        return new InstanceReference(SopClass.CT, uid);
    }

    @Test
    void an_echo_is_answered() throws IOException {
        try (DicomClient client = call()) {
            assertThat(client.echo().isSuccess()).isTrue();
        }
    }

    @Test
    void an_image_that_takes_several_units_arrives_as_it_was() throws IOException {
        try (DicomClient client = call(DicomClient.Offer.plain(SopClass.CT))) {
            assertThat(client.store(image("1.2.3")).isSuccess()).isTrue();
        }
        assertThat(DicomFile.of(shelf.image("1.2.3").dataset()).toBytes())
                .isEqualTo(image("1.2.3").toBytes());
    }

    @Test
    void so_does_one_that_can_only_be_sent_implicit() throws IOException {
        DicomClient.Offer implicit = new DicomClient.Offer(SopClass.CT, List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
        DicomFile lumbar = compressed();
        try (DicomClient client = call(implicit)) {
            assertThat(client.store(image("1.2.4")).isSuccess()).isTrue();
            assertThatThrownBy(() -> client.store(lumbar)).hasMessageContaining("does not take");
        }
        assertThat(shelf.image("1.2.4").dataset().bytes(Tags.PIXEL_DATA))
                .isEqualTo(image("1.2.4").dataset().bytes(Tags.PIXEL_DATA));
    }

    @Test
    void so_does_a_compressed_one() throws IOException {
        DicomFile lumbar = compressed();
        try (DicomClient client = call(new DicomClient.Offer(SopClass.CT, List.of(lumbar.syntax())))) {
            assertThat(client.store(lumbar).isSuccess()).isTrue();
        }
        assertThat(shelf.kept.values())
                .singleElement()
                .satisfies(file -> assertThat(file.dataset()).isEqualTo(lumbar.dataset()));
    }

    @Test
    void whoever_calls_the_wrong_one_or_is_a_stranger_is_rejected() {
        assertThatThrownBy(() -> DicomClient.open(remote("OTHER", "SCANNER"), List.of(), SMALL))
                .hasMessageContaining("reason 7");
        assertThatThrownBy(() -> DicomClient.open(remote("SHELF", "STRANGER"), List.of(), SMALL))
                .hasMessageContaining("reason 3");
    }

    @Test
    void only_so_many_are_served_at_once() throws IOException {
        try (DicomClient first = call();
                DicomClient second = call()) {
            assertThatThrownBy(this::call).hasMessageContaining("result 2, source 3, reason 2");
            assertThat(first.echo().isSuccess()).isTrue();
            assertThat(second.echo().isSuccess()).isTrue();
        }
    }

    @Test
    void what_is_not_offered_is_not_agreed_to() throws IOException {
        try (DicomClient client = call(DicomClient.Offer.plain("1.2.840.10008.5.1.4.1.1.481.5"))) {
            DicomFile plan = DicomFile.of(image("1.2.5").dataset().toBuilder()
                    .put(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.5")
                    .build());
            assertThatThrownBy(() -> client.store(plan)).isInstanceOf(NetworkException.class);
            assertThat(client.echo().isSuccess()).isTrue();
        }
    }

    @Test
    void an_object_beyond_the_limit_breaks_the_association_and_nothing_of_it_counts() throws IOException {
        DicomFile huge = DicomFile.of(image("1.2.6").dataset().toBuilder()
                .put(Tags.PIXEL_DATA, new byte[2 << 20])
                .build());
        DicomClient client = call(DicomClient.Offer.plain(SopClass.CT));
        assertThatThrownBy(() -> client.store(huge)).isInstanceOf(IOException.class);
        assertThat(shelf.kept).isEmpty();
        try (DicomClient next = call()) {
            assertThat(next.echo().isSuccess()).isTrue();
        }
        assertThat(shelf.abandoned).hasValue(1);
    }

    @Test
    void a_promise_to_keep_comes_on_the_same_association() throws IOException {
        try (DicomClient client = call(DicomClient.Offer.plain(SopClass.CT))) {
            client.store(image("1.2.7"));
            assertThat(client.askToKeep("2.25.1", List.of(reference("1.2.7"), reference("1.2.8")))
                            .isSuccess())
                    .isTrue();
            CommitmentReport report = client.awaitReport();
            assertThat(report.transaction()).isEqualTo("2.25.1");
            assertThat(report.kept()).containsExactly(reference("1.2.7"));
            assertThat(report.failed()).containsExactly(new CommitmentReport.Failure(reference("1.2.8"), 0x0112));
        }
    }

    @Test
    void whoever_has_left_is_told_where_it_listens() throws IOException, InterruptedException {
        Shelf waiting = new Shelf();
        try (DicomServer scanner = start(Optional.empty(), waiting)) {
            shelf.reportsTo = Optional.of(remote(scanner, "SHELF", "ARCHIVE", Optional.empty()));
            try (DicomClient client = call(DicomClient.Offer.plain(SopClass.CT))) {
                client.store(image("1.2.9"));
                client.askToKeep("2.25.2", List.of(reference("1.2.9")));
            }
            CommitmentReport report = waiting.reports.poll(20, TimeUnit.SECONDS);
            assertThat(report).isNotNull();
            assertThat(report.kept()).containsExactly(reference("1.2.9"));
        }
    }

    @Test
    void over_tls_it_is_the_same() throws Exception {
        SSLContext keys = TestKeys.context();
        try (DicomServer secure = start(Optional.of(keys), shelf);
                DicomClient client = DicomClient.open(
                        remote(secure, "SHELF", "SCANNER", Optional.of(keys)),
                        List.of(DicomClient.Offer.plain(SopClass.CT)),
                        SMALL)) {
            assertThat(client.store(image("1.2.10")).isSuccess()).isTrue();
        }
        assertThat(shelf.kept).containsKey(reference("1.2.10"));
    }
}
