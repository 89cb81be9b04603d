package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Samples.LUMBAR,
                "syntaxes/explicit-big-endian.dcm",
                "syntaxes/deflated.dcm",
                "syntaxes/rle-lossless.dcm",
                "radiographs/RG1_J2KI.dcm",
                "malformed/bad_sequence.dcm"
            })
    void whatIsWrittenReadsBackTheSame(String name) {
        DicomFile original = Samples.read(name);

        DicomFile again = DicomFile.read(original.toBytes());

        assertThat(again.dataset()).isEqualTo(original.dataset());
        assertThat(again.syntax())
                .isEqualTo(
                        original.syntax().isEncapsulated() ? original.syntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(again.toBytes()).isEqualTo(original.toBytes());
    }

    @Test
    void theFileBeginsAsPart10Wants() {
        byte[] file = DicomFile.of(ReadingTest.minimal().build()).toBytes();
        DicomFile read = DicomFile.read(file);

        assertThat(Arrays.copyOf(file, 128)).containsOnly(0);
        // PS3.10 section 7.1: the group length counts what follows it up to the end of group 0002, which here the data
        // set follows.
        int groupLength = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
        assertThat(file[144 + groupLength]).isEqualTo((byte) 0x08);
        assertThat(read.meta().string(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID)).hasValue("2.25.1");
        assertThat(read.meta().string(Tag.named("ImplementationClassUID")).orElseThrow())
                .startsWith("2.25.");
    }

    @Test
    void theBuilderTakesTextNumbersAndSequences() {
        Dataset built = ReadingTest.minimal()
                .put(Tags.PATIENT_NAME, "Wang^XiaoDong=王^小东")
                .put(Tags.ROWS, 512)
                .put(Tags.SERIES_NUMBER, 3)
                .put(Tags.PIXEL_SPACING, 0.35, 1.0 / 3)
                .put(
                        Tag.named("SourceImageSequence"),
                        List.of(ReadingTest.minimal().build()))
                .put(Tags.PIXEL_DATA, new byte[] {1, 2, 3})
                .build();

        Dataset again = DicomFile.read(DicomFile.of(built).toBytes()).dataset();

        assertThat(again.string(Tags.SPECIFIC_CHARACTER_SET)).hasValue("ISO_IR 192");
        assertThat(again.string(Tags.PATIENT_NAME)).hasValue("Wang^XiaoDong=王^小东");
        assertThat(again.integer(Tags.ROWS)).hasValue(512);
        assertThat(again.integer(Tags.SERIES_NUMBER)).hasValue(3);
        assertThat(again.decimals(Tags.PIXEL_SPACING)).containsExactly(0.35, 0.33333333333333);
        assertThat(again.items(Tag.named("SourceImageSequence"))).hasSize(1);
        assertThat(again.bytes(Tags.PIXEL_DATA).orElseThrow()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 0}));
    }

    @Test
    void wrongKindsOfValueAreSaidAtOnce() {
        assertThatThrownBy(() -> Dataset.builder().put(Tags.ROWS, "many"))
                .hasMessageContaining("Rows (0028,0010) is US");
        assertThatThrownBy(() -> Dataset.builder().put(Tags.PATIENT_NAME, 7)).hasMessageContaining("holds no numbers");
        assertThatThrownBy(() -> Dataset.builder().put(Tags.ROWS, 70_000)).hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> Tag.named("Rowes")).hasMessageContaining("Rowes");
        assertThatThrownBy(() -> DicomFile.of(Dataset.builder().build()).toBytes())
                .isInstanceOf(DicomException.class)
                .hasMessageContaining("SOPClassUID (0008,0016)");
    }
}
