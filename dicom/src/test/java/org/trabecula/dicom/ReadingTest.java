package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.DicomException.Reason;

class ReadingTest {

    @Test
    void aScannersFileTellsItsValues() throws IOException {
        Dataset slice = DicomFile.read(Samples.path(Samples.LUMBAR)).dataset();

        // Values as pydicom 3.0.2 shows them.
        assertThat(slice.string(Tags.PATIENT_NAME)).hasValue("Sample^Lumbar");
        assertThat(slice.integer(Tags.ROWS)).hasValue(101);
        assertThat(slice.integer(Tags.INSTANCE_NUMBER)).hasValue(56);
        assertThat(slice.decimals(Tags.IMAGE_POSITION_PATIENT)).containsExactly(-185.0437, -311.3190, 259.3018);
        assertThat(slice.strings(Tags.IMAGE_TYPE)).containsExactly("ORIGINAL", "PRIMARY", "AXIAL");
        assertThat(slice.bytes(Tags.PIXEL_DATA).orElseThrow().remaining()).isEqualTo(24644);
    }

    @Test
    void pixelsStayInTheFileUntilTheyAreAskedFor(@TempDir Path folder) throws IOException {
        int pixels = 240 << 20;
        byte[] header = DicomFile.of(minimal().put(Tags.PIXEL_DATA, new byte[0]).build())
                .toBytes();
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(header.length - 4, pixels);
        Path file = folder.resolve("large.dcm");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header);
            out.setLength(header.length + (long) pixels);
        }

        // The tests of this module run in 256 MB, which a copy of these would not fit into.
        List<DicomFile> files = List.of(DicomFile.read(file), DicomFile.read(file), DicomFile.read(file));

        assertThat(files)
                .allSatisfy(one -> assertThat(one.dataset()
                                .bytes(Tags.PIXEL_DATA)
                                .orElseThrow()
                                .remaining())
                        .isEqualTo(pixels));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit-big-endian", "explicit-little-endian", "deflated"})
    void everyEncodingOfOneImageReadsAlike(String encoding) {
        Dataset implicit = Samples.read("syntaxes/implicit-little-endian.dcm").dataset();
        Dataset other = Samples.read("syntaxes/" + encoding + ".dcm").dataset();

        assertThat(other.bytes(Tags.PIXEL_DATA)).isEqualTo(implicit.bytes(Tags.PIXEL_DATA));
        assertThat(other.strings(Tags.STUDY_DATE)).isEqualTo(implicit.strings(Tags.STUDY_DATE));
        assertThat(other.integer(Tag.named("PixelPaddingValue"))).hasValue(-32768);
        assertThat(implicit.integer(Tag.named("PixelPaddingValue"))).hasValue(-32768);
    }

    @ParameterizedTest
    @CsvSource({
        "explicit-little-endian, 1.2.840.10008.1.2.1",
        "implicit-little-endian, 1.2.840.10008.1.2",
        "explicit-big-endian, 1.2.840.10008.1.2.2"
    })
    void aBareDataSetIsRecognised(String encoding, String syntax) {
        byte[] whole = Samples.bytes("syntaxes/" + encoding + ".dcm");
        Dataset expected = DicomFile.read(whole).dataset();
        // The length of group 0002 stands at byte 140; the data set follows it.
        int start = 144 + ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(140);

        DicomFile bare = DicomFile.read(Arrays.copyOfRange(whole, start, whole.length));

        assertThat(bare.syntax().uid()).isEqualTo(syntax);
        assertThat(bare.dataset()).isEqualTo(expected);
    }

    @Test
    void sequencesOfUndefinedLengthNest() {
        Dataset image = Samples.read("radiographs/RG1_J2KI.dcm").dataset();

        Dataset source = image.items(Tag.named("SourceImageSequence")).getFirst();
        Dataset purpose =
                source.items(Tag.named("PurposeOfReferenceCodeSequence")).getFirst();

        assertThat(purpose.string(Tags.CODE_MEANING)).hasValue("Uncompressed predecessor");
    }

    @Test
    void whatAnArchiveForgotTheDictionaryKnows() {
        byte[] file = DicomFile.of(minimal()
                        .put(Element.of(Tags.PATIENT_NAME, Vr.UN, "Doe^Jane".getBytes(StandardCharsets.US_ASCII)))
                        .build())
                .toBytes();

        assertThat(DicomFile.read(file).dataset().string(Tags.PATIENT_NAME)).hasValue("Doe^Jane");
    }

    @Test
    void compressedPixelsStayFragments() {
        Element pixels = Samples.read("radiographs/RG3_J2KR.dcm")
                .dataset()
                .element(Tags.PIXEL_DATA)
                .orElseThrow();

        // pydicom 3.0.2 counts 14, the empty offset table among them.
        assertThat(pixels.value())
                .isInstanceOfSatisfying(
                        Value.Fragments.class,
                        value -> assertThat(value.parts()).hasSize(14));
    }

    @Test
    void whatIsNotDicomIsRefusedAsSuch() {
        assertRefused(
                "%PDF-1.7 and so on, for long enough".getBytes(StandardCharsets.UTF_8), Reason.NOT_DICOM, "Not DICOM");
        assertRefused(new byte[0], Reason.NOT_DICOM, "Not DICOM");
        assertRefused(new byte[4000], Reason.NOT_DICOM, "Not DICOM");
    }

    @Test
    void aLengthBeyondTheFileIsRefusedWithItsPlace() {
        byte[] cut = Arrays.copyOf(Samples.bytes(Samples.LUMBAR), 20_000);

        assertRefused(cut, Reason.TRUNCATED, "PixelData (7FE0,0010) declares 24644 bytes, but the file has only");
    }

    @Test
    void anUnreadableTransferSyntaxIsNamed() {
        byte[] file = DicomFile.of(minimal().build()).toBytes();
        byte[] xml = replaced(file, "1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.6.2".substring(0, 20));
        assertRefused(xml, Reason.UNSUPPORTED, "Transfer syntax 1.2.840.10008.1.2.6. is not one of the standard");

        byte[] papyrus = replaced(file, "1.2.840.10008.1.2.1\0", "1.2.840.10008.1.20\0\0");
        assertRefused(papyrus, Reason.UNSUPPORTED, "Papyrus 3 Implicit VR Little Endian");
    }

    @Test
    void nestingHasAnEnd() {
        Dataset nested = minimal().build();
        for (int depth = 0; depth < 30; depth++) {
            nested = minimal()
                    .put(Tag.named("SourceImageSequence"), List.of(nested))
                    .build();
        }
        assertRefused(DicomFile.of(nested).toBytes(), Reason.TOO_DEEP, "deeper than 24 levels");
    }

    @Test
    void limitsHold() throws IOException {
        byte[] file = Samples.bytes(Samples.LUMBAR);

        assertThatThrownBy(() ->
                        DicomFile.read(new ByteArrayInputStream(file), new Limits(10_000, 10_000, 24, 1000, 1 << 20)))
                .isInstanceOfSatisfying(
                        DicomException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThatThrownBy(() -> DicomFile.read(file, new Limits(100_000, 1_000, 24, 1000, 1 << 20)))
                .hasMessageContaining("PixelData (7FE0,0010) declares 24644 bytes, more than the 1000 allowed");
        assertThatThrownBy(() -> DicomFile.read(file, new Limits(100_000, 100_000, 24, 10, 1 << 20)))
                .hasMessageContaining("more than 10 elements");
        assertThatThrownBy(() -> DicomFile.read(
                        Samples.bytes("syntaxes/deflated.dcm"), new Limits(300_000, 300_000, 24, 1000, 1 << 20)))
                .hasMessageContaining("grows beyond the 300000 bytes");
    }

    static DatasetBuilder minimal() {
        return Dataset.builder().put(Tags.SOP_CLASS_UID, SopClass.CT).put(Tags.SOP_INSTANCE_UID, "2.25.1");
    }

    private static byte[] replaced(byte[] file, String from, String to) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(byte[] file, Reason reason, String sentence) {
        assertThatThrownBy(() -> DicomFile.read(file))
                .isInstanceOfSatisfying(
                        DicomException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(sentence);
    }
}
