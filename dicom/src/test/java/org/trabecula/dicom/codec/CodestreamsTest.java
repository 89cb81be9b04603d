package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.PixelData;

/** A corner of a CT slice, 44 rows and 61 columns, in codestreams of other programs; the README beside them says which. */
class CodestreamsTest {

    @ParameterizedTest
    @CsvSource({
        "16-lossless.jls, 80, 16",
        "8-lossless.jls, 80, 8",
        "16-near-5.jls, 81, 16-near-5",
        "8-near-3.jls, 81, 8-near-3",
        "16-predictor-1.jpg, 70, 16",
        "16-predictor-2.jpg, 57, 16",
        "16-predictor-3.jpg, 57, 16",
        "16-predictor-4.jpg, 57, 16",
        "16-predictor-5.jpg, 57, 16",
        "16-predictor-6.jpg, 57, 16",
        "16-predictor-7.jpg, 57, 16",
        "8-predictor-1.jpg, 70, 8",
        "16-plain.j2k, 90, 16",
        "8-lrcp.j2k, 90, 8",
        "8-rlcp.j2k, 90, 8",
        "8-rpcl.j2k, 90, 8",
        "8-pcrl.j2k, 90, 8",
        "8-cprl.j2k, 90, 8",
        "8-tiles.j2k, 90, 8"
    })
    void everyKindOfCodestreamDecodesToItsPixels(String name, String syntax, String expected) {
        assertThat(PixelData.of(image(name, syntax).file()).bytes(0))
                .isEqualTo(Samples.bytes("codestreams/" + expected + ".raw"));
    }

    @Test
    void aCodestreamWithASignKeepsIt() {
        EncodedImage signed = image("16-signed.j2k", "90").with(Tags.PIXEL_REPRESENTATION, 1);

        int[] stored = PixelData.of(signed.file()).stored(0);

        // The codestream holds the corner less 3000.
        assertThat(Arrays.stream(stored).map(value -> value + 3000).toArray()).isEqualTo(sixteen("16"));
        assertThatThrownBy(
                        () -> PixelData.of(image("16-signed.j2k", "90").file()).stored(0))
                .hasMessage("A compressed frame has pixels with a sign, but the header says they have none.");
    }

    @Test
    void theIrreversibleWaveletIsExactToRounding() {
        int[] stored = PixelData.of(image("16-irreversible.j2k", "91").file()).stored(0);
        int[] openJpeg = sixteen("16-irreversible");

        for (int i = 0; i < stored.length; i++) {
            assertThat(Math.abs(stored[i] - openJpeg[i])).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8-lossless.jls, 80, Rows, 45, 'A compressed frame has 44 rows and 61 columns, but the header says 45 and 61.'",
        "8-predictor-1.jpg, 70, Columns, 60, 'has 44 rows and 61 columns, but the header says 44 and 60'",
        "8-lrcp.j2k, 90, Rows, 43, 'has 44 rows'",
        "8-baseline.jpg, 50, Rows, 45, 'has 44 rows'",
        "16-lossless.jls, 80, BitsAllocated, 8, 'has 16 bits a pixel, which do not fit the 8 of the header'",
        "8-predictor-1.jpg, 80, Rows, 44, 'A frame is not JPEG-LS, though its transfer syntax says so.'",
        "8-lossless.jls, 57, Rows, 44, 'A frame is not JPEG Lossless,'",
        "16.htj2k, 90, Rows, 44, 'JPEG 2000 with HTJ2K is not decoded here.'"
    })
    void aCodestreamThatSaysOtherwiseThanTheHeaderIsRefused(
            String name, String syntax, String keyword, int value, String sentence) {
        PixelData pixels =
                PixelData.of(image(name, syntax).withNamed(keyword, value).file());

        assertThatThrownBy(() -> pixels.bytes(0))
                .isInstanceOf(DicomException.class)
                .hasMessageContaining(sentence);
    }

    private static EncodedImage image(String name, String syntax) {
        return EncodedImage.of("1.2.840.10008.1.2.4." + syntax, name.startsWith("8") ? 8 : 16, 44, 61)
                .framed(List.of(ByteBuffer.wrap(Samples.bytes("codestreams/" + name))));
    }

    private static int[] sixteen(String name) {
        ByteBuffer raw =
                ByteBuffer.wrap(Samples.bytes("codestreams/" + name + ".raw")).order(ByteOrder.LITTLE_ENDIAN);
        int[] values = new int[raw.remaining() / 2];
        Arrays.setAll(values, i -> raw.getShort(2 * i) & 0xFFFF);
        return values;
    }
}
