package org.trabecula.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Limits;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.TransferSyntax;

class PixelDataTest {

    @Test
    void aSliceGivesHounsfieldUnits() {
        PixelData slice = PixelData.of(Samples.read(Samples.LUMBAR));

        int[] stored = slice.stored(0);

        assertThat(stored).hasSize(101 * 122);
        // The file was clipped to -1024...3071 HU when it was made.
        assertThat(Arrays.stream(stored).mapToDouble(slice.rescale(0)::of).min())
                .hasValue(-1024);
        assertThat(slice.bytes(0)).hasSize(24644);
    }

    @Test
    void signedPixelsReadAlikeInEveryByteOrder() {
        int[] little = PixelData.of(Samples.read("syntaxes/implicit-little-endian.dcm"))
                .stored(0);
        int[] big =
                PixelData.of(Samples.read("syntaxes/explicit-big-endian.dcm")).stored(0);

        assertThat(big).isEqualTo(little);
        // Extremes as pydicom 3.0.2 reads them.
        assertThat(Arrays.stream(little).min()).hasValue(-2000);
        assertThat(Arrays.stream(little).max()).hasValue(2402);
    }

    @Test
    void framesAreCutWhereTheyEnd() {
        PixelData two = PixelData.of(file(
                image(8, 8).put(Tags.NUMBER_OF_FRAMES, 2).put(Tags.PIXEL_DATA, new byte[] {0, 1, 2, 3, 4, 5, 6, 7})));

        assertThat(two.stored(1)).containsExactly(4, 5, 6, 7);
        assertThatThrownBy(() -> two.stored(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bitsBesideTheStoredOnesAreDropped() {
        // 12 bits stored of 16; the upper four carry an old overlay.
        PixelData drawn = PixelData.of(file(
                image(16, 12).put(Tags.PIXEL_DATA, new byte[] {0x34, (byte) 0xF2, 0, 0, 0, 0, 0, 0})));

        assertThat(drawn.stored(0)[0]).isEqualTo(0x234);
        assertThat(drawn.bytes(0)).startsWith(0x34, 0x02);
    }

    @Test
    void negativeValuesKeepTheirSign() {
        PixelData signed = PixelData.of(file(image(16, 12)
                .put(Tags.PIXEL_REPRESENTATION, 1)
                .put(Tags.PIXEL_DATA, new byte[] {0x00, 0x08, (byte) 0xFF, 0x0F, 1, 0, 0, 0})));

        assertThat(signed.stored(0)).containsExactly(-2048, -1, 1, 0);
        assertThat(signed.bytes(0)).startsWith(0x00, 0xF8, 0xFF, 0xFF);
    }

    @Test
    void theWindowSpreadsGreyAndWhiteIsSmallTurnsItRound() {
        byte[] pixels = {0, 50, 100, (byte) 200};
        Window window = Window.between(0, 100);

        byte[] normal =
                PixelData.of(file(image(8, 8).put(Tags.PIXEL_DATA, pixels))).gray8(0, window);
        byte[] turned = PixelData.of(file(image(8, 8)
                        .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
                        .put(Tags.PIXEL_DATA, pixels)))
                .gray8(0, window);

        // PS3.3 section C.11.2.1.2.1: ((50 - 50) / 100 + 0.5) * 255 = 127.5, rounded up.
        assertThat(normal).containsExactly(0, 128, 255, 255);
        assertThat(turned).containsExactly(255, 127, 0, 0);
    }

    @Test
    void aHeaderThatPromisesMoreThanThereIsIsRefused() {
        assertThatThrownBy(() -> PixelData.of(file(image(8, 8)
                        .put(Tags.ROWS, 60000)
                        .put(Tags.COLUMNS, 60000)
                        .put(Tags.PIXEL_DATA, new byte[4]))))
                .isInstanceOf(DicomException.class)
                .hasMessageContaining("3600000000");
        assertThatThrownBy(() -> PixelData.of(file(
                        image(8, 8).put(Tags.NUMBER_OF_FRAMES, 2_000_000_000).put(Tags.PIXEL_DATA, new byte[4]))))
                .hasMessageContaining(
                        "PixelData (7FE0,0010) has 4 bytes, but 2 rows, 2 columns and 2000000000 frames of 8-bit pixels need 8000000000.");
        assertThatThrownBy(() -> PixelData.of(file(image(8, 8)))).hasMessageContaining("not an image");
        assertThatThrownBy(() -> PixelData.of(file(
                        image(8, 8).put(Tags.PHOTOMETRIC_INTERPRETATION, "RGB").put(Tags.PIXEL_DATA, new byte[4]))))
                .hasMessageContaining("RGB");
    }

    @Test
    void absurdNumbersDoNotLeaveTheFiniteOnes() {
        DicomFile absurd = file(image(8, 8)
                .put(Tags.RESCALE_SLOPE, 1e300)
                .put(Tags.RESCALE_INTERCEPT, 0.0)
                .put(Tags.PIXEL_DATA, new byte[] {1, 2, 3, 4}));

        assertThat(DisplayImage.of(absurd).getFirst().windowWidth()).isEqualTo(4);
    }

    @Test
    void whatNothingHereDecodesIsRefusedByName() {
        DicomFile compressed = Samples.read("radiographs/RG3_J2KR.dcm");
        TransferSyntax highThroughput =
                TransferSyntax.of("1.2.840.10008.1.2.4.201").orElseThrow();

        assertThatThrownBy(() -> PixelData.of(new DicomFile(highThroughput, compressed.meta(), compressed.dataset())))
                .hasMessage("High-Throughput JPEG 2000 Image Compression (Lossless Only) is not decoded here.");
    }

    @Test
    void aCompressedFileBecomesOneOfPlainPixels() {
        DicomFile lossless = Samples.read("syntaxes/rle-lossless.dcm");
        DicomFile lossy = Samples.read("syntaxes/jpeg-ls-near-lossless.dcm");

        DicomFile plain = DicomFile.read(
                PixelData.uncompressed(lossless, Limits.standard()).toBytes());

        assertThat(plain.syntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        assertThat(PixelData.of(plain).stored(0))
                .isEqualTo(PixelData.of(lossless).stored(0));
        assertThat(plain.dataset().contains(Tags.LOSSY_IMAGE_COMPRESSION)).isFalse();
        assertThat(PixelData.uncompressed(lossy, Limits.standard()).dataset().string(Tags.LOSSY_IMAGE_COMPRESSION))
                .hasValue("01");
        assertThat(PixelData.uncompressed(plain, Limits.standard())).isSameAs(plain);
        assertThatThrownBy(() -> PixelData.uncompressed(lossless, new Limits(1 << 20, 1 << 18, 24, 1000, 1 << 20)))
                .hasMessage("All frames together have 524288 bytes, more than the 262144 allowed.");
    }

    @Test
    void aDisplayImageHoldsNumbersOnly() {
        DisplayImage shown = DisplayImage.of(Samples.read(Samples.LUMBAR)).getFirst();

        assertThat(shown.rows()).isEqualTo(101);
        assertThat(shown.columns()).isEqualTo(122);
        assertThat(shown.windowCenter()).isEqualTo(300);
        assertThat(shown.spacing()).hasValue(new Spacing(3, 3));
        assertThat(shown.position()).hasValue(new Position(-185.0437, -311.3190, 259.3018));
        assertThat(shown.toString()).doesNotContain("Sample", "HOSP", "2.25", "2024");
    }

    static DatasetBuilder image(int allocated, int stored) {
        return Dataset.builder()
                .put(Tags.SOP_CLASS_UID, SopClass.CT)
                .put(Tags.SOP_INSTANCE_UID, "2.25.1")
                .put(Tags.SAMPLES_PER_PIXEL, 1)
                .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .put(Tags.ROWS, 2)
                .put(Tags.COLUMNS, 2)
                .put(Tags.BITS_ALLOCATED, allocated)
                .put(Tags.BITS_STORED, stored)
                .put(Tags.HIGH_BIT, stored - 1)
                .put(Tags.PIXEL_REPRESENTATION, 0)
                .put(Tag.named("Modality"), "CT");
    }

    private static DicomFile file(DatasetBuilder image) {
        return DicomFile.of(image.build());
    }
}
