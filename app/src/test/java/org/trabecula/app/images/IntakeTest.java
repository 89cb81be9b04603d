package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.OperatedParticipant;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Acquisition;
import org.trabecula.study.imaging.Hold;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.PixelBox;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

final class IntakeTest {
    private static final Optional<Destination> MONTH_6 =
            Optional.of(new Destination(OperatedParticipant.ID, OperatedParticipant.MONTH_6));

    @TempDir
    Path home;

    private OperatedParticipant study;
    private ImageArchive archive;

    @BeforeEach
    void open() throws IOException {
        study = OperatedParticipant.standing();
        archive = ImageArchive.open(home);
    }

    @Test
    void the_slices_of_one_study_become_one_imaging_study_in_display_order() throws IOException {
        Receipt.Arrival arrival = taken(send(List.copyOf(Uploads.slices().reversed()), Optional.empty()));

        assertThat(arrival.images()).isEqualTo(3);
        assertThat(arrival.fresh()).isEqualTo(3);
        assertThat(arrival.modality()).isEqualTo(Modality.CT);
        assertThat(arrival.filed()).isFalse();
        assertThat(arrival.id().value()).matches("[a-z0-9]{20}");
        List<ShownSeries> series = archive.series(find(arrival.id()));
        assertThat(series).hasSize(1);
        assertThat(series.getFirst().frames())
                .extracting(image -> image.position().orElseThrow().z())
                .isSorted();
        // 122 columns by 101 rows (or the other way round) of 16 bits, as the sample's README says.
        assertThat(archive.pixels(find(arrival.id()), 0, 2, 0).orElseThrow()).hasSize(122 * 101 * 2);
        assertThat(archive.pixels(find(arrival.id()), 0, 3, 0)).isEmpty();
        assertThat(archive.pixels(find(arrival.id()), 0, 0, 1)).isEmpty();
    }

    @Test
    void pixels_are_those_of_the_original() throws IOException {
        Receipt.Arrival arrival = taken(send(List.of(Uploads.sample("slice-056.dcm")), Optional.empty()));

        ByteBuffer original = DicomFile.read(Uploads.bytes("slice-056.dcm"))
                .dataset()
                .bytes(Tags.PIXEL_DATA)
                .orElseThrow();
        assertThat(ByteBuffer.wrap(archive.pixels(find(arrival.id()), 0, 0, 0).orElseThrow()))
                .isEqualTo(original);
    }

    @Test
    void a_compressed_image_is_kept_as_its_pixels() throws IOException {
        Receipt.Arrival arrival = taken(send(List.of(Uploads.sample("rle-lossless.dcm")), Optional.empty()));

        PixelData original = PixelData.of(DicomFile.read(Uploads.bytes("rle-lossless.dcm")));
        assertThat(archive.pixels(find(arrival.id()), 0, 0, 0)).hasValue(original.bytes(0));
        byte[] kept = Files.readAllBytes(Uploads.stored(home).getFirst());
        assertThat(DicomFile.read(kept).syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void images_with_a_visit_are_filed_and_opened_to_the_readers() throws IOException {
        Receipt.Arrival arrival = taken(send(Uploads.slices(), MONTH_6));

        assertThat(arrival.filed()).isTrue();
        assertThat(find(arrival.id()).opened()).isTrue();
    }

    @Test
    void the_same_images_again_change_nothing() throws IOException {
        send(Uploads.slices(), MONTH_6);
        int entries = study.journal().entries().size();
        List<Path> files = Uploads.stored(home);

        Receipt.Arrival again = taken(send(Uploads.slices(), MONTH_6));

        assertThat(again.fresh()).isZero();
        assertThat(again.filed()).isTrue();
        assertThat(study.journal().entries()).hasSize(entries);
        assertThat(Uploads.stored(home)).isEqualTo(files);
    }

    @Test
    void images_that_come_later_join_their_study() throws IOException {
        send(Uploads.slices().subList(0, 1), MONTH_6);

        Receipt.Arrival later = taken(send(Uploads.slices(), MONTH_6));

        assertThat(later.fresh()).isEqualTo(2);
        assertThat(archive.series(find(later.id()))).hasSize(1);
        assertThat(find(later.id()).instances()).hasSize(3);
    }

    @Test
    void nothing_of_the_identity_is_anywhere() throws IOException {
        send(Uploads.slices(), MONTH_6);

        for (Path file : Uploads.stored(home)) {
            assertNoIdentity(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            assertNoIdentity(file.toString());
        }
        study.journal().entries().forEach(entry -> assertNoIdentity(entry.toString()));
    }

    @Test
    void a_zip_is_looked_into() throws IOException {
        byte[] zip = Uploads.zip(Stream.concat(
                Stream.of(Uploads.file("DICOMDIR", new byte[10]), Uploads.file("__MACOSX/._a", new byte[3])),
                Uploads.slices().stream()));

        assertThat(taken(send(List.of(Uploads.file("images.zip", zip)), MONTH_6))
                        .images())
                .isEqualTo(3);
    }

    @Test
    void one_bad_file_keeps_all_of_them_out_and_each_is_named() throws IOException {
        List<Incoming> files = new ArrayList<>(Uploads.slices());
        files.add(Uploads.file(
                "letter.txt", "Dear colleague, thank you for sending".repeat(9).getBytes(StandardCharsets.UTF_8)));
        files.add(Uploads.file("half.dcm", Arrays.copyOf(Uploads.bytes("slice-056.dcm"), 9_000)));
        files.add(Uploads.file("high-throughput.dcm", highThroughput()));

        Receipt.Refused refused = refused(send(files, MONTH_6));

        assertThat(refused.files())
                .extracting(Rejection::rule)
                .containsExactly(IntakeRule.IMAGE_NOT_DICOM, IntakeRule.IMAGE_TRUNCATED, IntakeRule.IMAGE_NOT_READABLE);
        assertThat(refused.files().get(0).sentence()).contains("letter.txt", "not a DICOM file");
        assertThat(refused.files().get(1).sentence()).contains("half.dcm", "cut off");
        assertThat(refused.files().get(2).sentence()).contains("high-throughput.dcm", "High-Throughput JPEG 2000");
        assertNothingStored();
    }

    private static byte[] highThroughput() {
        DicomFile compressed = DicomFile.read(Uploads.bytes("rle-lossless.dcm"));
        TransferSyntax syntax = TransferSyntax.of("1.2.840.10008.1.2.4.201").orElseThrow();
        return new DicomFile(syntax, compressed.meta(), compressed.dataset()).toBytes();
    }

    @Test
    void an_image_that_claims_a_gigabyte_is_refused_for_what_it_claims() throws IOException {
        DicomFile slice = DicomFile.read(Uploads.bytes("slice-056.dcm"));
        byte[] claims = new DicomFile(
                        slice.syntax(),
                        slice.meta(),
                        slice.dataset().toBuilder()
                                .put(Tags.ROWS, 32_000)
                                .put(Tags.COLUMNS, 16_000)
                                .build())
                .toBytes();

        Receipt.Refused refused = refused(send(List.of(Uploads.file("huge.dcm", claims)), MONTH_6));

        assertThat(refused.files()).extracting(Rejection::rule).containsExactly(IntakeRule.IMAGE_TOO_LARGE);
        assertThat(refused.files().getFirst().sentence()).contains("huge.dcm", "512000000 pixels");
        assertNothingStored();
    }

    @Test
    void a_zip_that_climbs_out_is_refused() throws IOException {
        for (String name : List.of("../../etc/passwd", "/etc/passwd", "a\\..\\..\\b", "C:\\b")) {
            byte[] zip = Uploads.zip(Stream.of(Uploads.file(name, Uploads.bytes("slice-056.dcm"))));

            Receipt.Refused refused = refused(send(List.of(Uploads.file("evil.zip", zip)), MONTH_6));

            assertThat(refused.files()).extracting(Rejection::rule).containsExactly(IntakeRule.ZIP_CLIMBS);
            assertThat(refused.files().getFirst().sentence()).contains("evil.zip");
        }
        assertNothingStored();
    }

    @Test
    void a_zip_bomb_is_refused_by_what_really_comes_out() throws IOException {
        byte[] zip = Uploads.zip(Stream.of(Uploads.file("zeros.dcm", new byte[20_000_000])));

        Receipt.Refused refused = refused(send(List.of(Uploads.file("bomb.zip", zip)), MONTH_6));

        assertThat(refused.files()).extracting(Rejection::rule).containsExactly(IntakeRule.ZIP_BOMB);
        assertNothingStored();
    }

    @Test
    void what_only_looks_like_a_zip_is_refused() throws IOException {
        Receipt.Refused refused =
                refused(send(List.of(Uploads.file("no.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})), MONTH_6));

        assertThat(refused.files()).extracting(Rejection::rule).containsExactly(IntakeRule.ZIP_DAMAGED);
        assertNothingStored();
    }

    @Test
    void too_many_files_and_too_many_bytes_are_refused() throws IOException {
        Intake small = new Intake(archive, study.desk(), new Caps(2, 1_000_000, 100));
        Intake narrow = new Intake(archive, study.desk(), new Caps(10, 50_000, 100));

        assertThat(refused(small.receive(Uploads.slices(), IntakeTest::coordinator, MONTH_6))
                        .files())
                .extracting(Rejection::rule)
                .containsExactly(IntakeRule.UPLOAD_TOO_MANY);
        assertThat(refused(narrow.receive(Uploads.slices(), IntakeTest::coordinator, MONTH_6))
                        .files())
                .extracting(Rejection::rule)
                .containsExactly(IntakeRule.UPLOAD_TOO_LARGE);
        assertNothingStored();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        List<Incoming> files = new ArrayList<>(Uploads.slices());
        files.add(new Incoming("broken", () -> {
            throw new IOException("The connection was closed");
        }));

        assertThatThrownBy(() -> send(files, MONTH_6)).hasMessage("The connection was closed");
        assertNothingStored();
    }

    @Test
    void what_a_crash_left_behind_is_swept_at_the_next_start() throws IOException {
        Staging staging = archive.stage();
        staging.write(Uploads.bytes("slice-056.dcm"));

        ImageArchive.open(home);

        assertThat(Uploads.stored(home)).isEmpty();
    }

    @Test
    void other_pixels_under_a_known_uid_wait_and_the_site_is_asked_while_the_first_stay() throws IOException {
        ImagingStudyId id = taken(send(Uploads.slices(), MONTH_6)).id();
        List<ReceivedInstance> before = find(id).instances();

        Receipt.Arrival arrival = taken(send(List.of(otherPixels()), MONTH_6));

        assertThat(arrival.disputed()).isEqualTo(1);
        assertThat(arrival.fresh()).isZero();
        assertThat(find(id).instances()).isEqualTo(before);
        ReceivedInstance newcomer = find(id).images().disputed().getFirst();
        assertThat(archive.sound(newcomer.sha256())).isTrue();
        assertThat(taken(send(List.of(otherPixels()), MONTH_6)).disputed()).isZero();
        Intent first = new Intent.SettleOtherPixels(id, newcomer.uid(), newcomer.sha256(), false);
        archive.quarantine(study.desk())
                .decide(id, Request.of(coordinator(first), first).because("The first is right"));
        assertThat(Uploads.stored(home)).hasSize(3);
        assertThat(taken(send(List.of(otherPixels()), MONTH_6)).disputed()).isZero();
        assertThat(Uploads.stored(home)).hasSize(3);
    }

    private static Incoming otherPixels() {
        DicomFile slice = DicomFile.read(Uploads.bytes("slice-056.dcm"));
        return Uploads.file(
                "other.dcm",
                DicomFile.of(slice.dataset().toBuilder()
                                .put(Tags.PIXEL_DATA, new byte[122 * 101 * 2])
                                .build())
                        .toBytes());
    }

    @Test
    void what_may_carry_text_waits_with_the_reason_and_nobody_is_shown_it() throws IOException {
        assertThat(hold(Uploads.changed("slice-056.dcm", Tags.BURNED_IN_ANNOTATION, "YES")))
                .contains(Hold.MARKED);
        assertThat(hold(Uploads.changed("slice-030.dcm", Tags.SOP_CLASS_UID, SopClass.SECONDARY_CAPTURE)))
                .contains(Hold.CAPTURED);
        assertThat(hold(Uploads.changed("slice-083.dcm", Tags.MODALITY, "DX"))).contains(Hold.PROJECTION);
    }

    @Test
    void a_report_is_not_taken_and_the_sender_hears_why() throws IOException {
        Receipt.Refused refused =
                refused(send(List.of(Uploads.changed("slice-056.dcm", Tags.MODALITY, "SR")), MONTH_6));

        assertThat(refused.files()).extracting(Rejection::rule).containsExactly(IntakeRule.IMAGE_REPORT);
        assertThat(refused.sentence()).contains("name people anywhere").contains("Send the images without it");
        assertThat(Uploads.stored(home)).isEmpty();
    }

    private Optional<Hold> hold(Incoming file) throws IOException {
        Receipt.Arrival arrival = taken(send(List.of(file), MONTH_6));
        assertThat(archive.pixels(find(arrival.id()), 0, 0, 0)).isEmpty();
        assertThat(archive.series(find(arrival.id()))).isEmpty();
        assertThat(find(arrival.id()).opened()).isFalse();
        return find(arrival.id()).images().waiting().getLast().hold();
    }

    @Test
    void what_is_blanked_is_a_new_file_that_says_so_and_the_old_one_is_gone_for_good() throws IOException {
        Incoming marked = Uploads.changed("slice-056.dcm", Tags.BURNED_IN_ANNOTATION, "YES");
        ImagingStudyId id = taken(send(List.of(marked), MONTH_6)).id();
        ReceivedInstance waiting = find(id).images().waiting().getFirst();
        byte[] before = PixelData.of(archive.file(waiting.sha256())).bytes(0);

        Intent asked = new Intent.BlankImage(id, waiting.uid(), "", List.of());
        Answer answer = archive.quarantine(study.desk())
                .blank(id, waiting.uid(), List.of(new PixelBox(10, 20, 30, 5)), Request.of(coordinator(asked), asked));

        assertThat(answer).isInstanceOf(Answer.Recorded.class);
        assertThat(find(id).opened()).isTrue();
        String blanked = find(id).instances().getFirst().sha256();
        assertThat(Uploads.stored(home)).hasSize(1);
        byte[] after = archive.pixels(find(id), 0, 0, 0).orElseThrow();
        int changed = (int) IntStream.range(0, after.length)
                .filter(i -> before[i] != after[i])
                .map(i -> i / 2)
                .filter(i -> i % 122 < 10 || i % 122 >= 40 || i / 122 < 20 || i / 122 >= 25)
                .count();
        assertThat(changed).isZero();
        Dataset says = archive.file(blanked).dataset();
        assertThat(says.strings(Tags.IMAGE_TYPE).getFirst()).isEqualTo("DERIVED");
        assertThat(says.string(Tags.BURNED_IN_ANNOTATION)).contains("NO");
        assertThat(says.items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE).stream()
                        .flatMap(item -> item.string(Tags.CODE_VALUE).stream()))
                .contains("113100", "113101");
        assertThat(taken(send(List.of(marked), MONTH_6)).fresh()).isZero();
        assertThat(Uploads.stored(home)).hasSize(1);
    }

    @Test
    void how_images_were_made_is_noted_with_them() throws IOException {
        ImagingStudyId id = taken(send(Uploads.slices(), MONTH_6)).id();

        Acquisition made = find(id).images().received().getFirst().acquisition().orElseThrow();
        assertThat(made.sliceMm()).contains(new BigDecimal("3"));
        assertThat(made.positionsMm()).hasSize(3).isSorted();
        assertThat(made.lossy()).isFalse();
    }

    @Test
    void images_of_somebody_who_has_not_consented_are_not_even_looked_at() throws IOException {
        Optional<Destination> screened =
                Optional.of(new Destination(OperatedParticipant.SCREENED_ONLY, OperatedParticipant.MONTH_6));

        Receipt.Refused refused = refused(send(Uploads.slices(), screened));

        assertThat(refused.objections()).extracting(Objection::rule).containsExactly(Rule.CONSENT_BEFORE_DATA);
        assertNothingStored();
    }

    @Test
    void only_the_owner_may_read_the_key() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("image.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_altered_file_is_noticed_when_it_is_shown() throws IOException {
        Receipt.Arrival arrival = taken(send(Uploads.slices(), MONTH_6));
        Path file = Uploads.stored(home).getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);

        assertThatThrownBy(() -> archive.series(find(arrival.id()))).hasMessageContaining("altered");
    }

    @Test
    void a_file_that_has_a_name_for_every_letter_of_the_alphabet_is_shown_shortened() {
        Incoming file = new Incoming("x".repeat(500) + "\n.dcm", () -> new ByteArrayInputStream(new byte[0]));

        assertThat(file.name()).hasSize(201).endsWith("?.dcm");
        assertThat(IntStream.range(0, 200)
                        .anyMatch(i -> Character.isISOControl(file.name().charAt(i))))
                .isFalse();
    }

    private Receipt send(List<Incoming> files, Optional<Destination> to) throws IOException {
        return archive.intake(study.desk()).receive(files, IntakeTest::coordinator, to);
    }

    private static Actor coordinator(Intent intent) {
        return new Actor("coordinator", "COORDINATOR", "01");
    }

    private static Receipt.Arrival taken(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Taken.class);
        return ((Receipt.Taken) receipt).studies().getFirst();
    }

    private static Receipt.Refused refused(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Refused.class);
        return (Receipt.Refused) receipt;
    }

    private ReadingCase find(ImagingStudyId id) {
        return study.desk().view(register -> register.readingRoom().find(id)).orElseThrow();
    }

    private void assertNothingStored() throws IOException {
        assertThat(Uploads.stored(home)).isEmpty();
        assertThat(study.desk()
                        .<Long>view(register -> register.readingRoom().all().count()))
                .isZero();
    }

    private static void assertNoIdentity(String text) {
        assertThat(text.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("sample", "hosp-004711", "004711", "19550412", "1955-04-12");
    }
}
