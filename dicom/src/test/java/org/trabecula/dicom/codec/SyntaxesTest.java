package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomException.Reason;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.pixel.PixelData;

/** One CT slice in many transfer syntaxes. */
class SyntaxesTest {

    private static final int[] REFERENCE = pixels("implicit-little-endian");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explicit-little-endian",
                "explicit-big-endian",
                "deflated",
                "rle-lossless",
                "jpeg-lossless",
                "jpeg-lossless-first-order",
                "jpeg-ls-lossless",
                "jpeg-2000-lossless"
            })
    void whatIsLosslessDecodesToTheSamePixels(String syntax) {
        assertThat(pixels(syntax)).isEqualTo(REFERENCE);
    }

    @Test
    void nearLosslessIsOffByNoMoreThanItsParameter() {
        int[] near = pixels("jpeg-ls-near-lossless");

        assertThat(mostOff(near)).isEqualTo(1);
        // What CharLS makes of the same file (imagecodecs 2026.3.6).
        assertThat(crc(PixelData.of(file("jpeg-ls-near-lossless")).bytes(0))).isEqualTo(1944524001L);
    }

    @Test
    void lossyJpeg2000IsNearTheOriginal() {
        int[] lossy = pixels("jpeg-2000-lossy");

        // OpenJPEG 2.5 is off by as much (imagecodecs 2026.3.6).
        assertThat(mostOff(lossy)).isEqualTo(5);
    }

    @Test
    void aWholeRadiographDecodesAsElsewhere() {
        PixelData radiograph = PixelData.of(Samples.read("radiographs/RG3_J2KR.dcm"));

        // What OpenJPEG makes of it (imagecodecs 2026.3.6).
        assertThat(crc(radiograph.bytes(0))).isEqualTo(2084517428L);
    }

    @Test
    void baselineJpegIsShown() {
        int[] baseline = pixels("jpeg-baseline");

        // Mean as libjpeg-turbo decodes it (imagecodecs 2026.3.6).
        assertThat(Arrays.stream(baseline).average().orElseThrow()).isCloseTo(95.8586, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg-extended-12-bit", "jpeg-extended-split-frames"})
    void lossyJpegOf12BitsIsRefusedByName(String syntax) {
        PixelData pixels = PixelData.of(file(syntax));

        assertThatThrownBy(() -> pixels.stored(pixels.frames() - 1))
                .isInstanceOfSatisfying(
                        DicomException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED))
                .hasMessage("JPEG Baseline/Extended of 12 bits a pixel is not decoded here.");
    }

    private static int mostOff(int[] pixels) {
        return IntStream.range(0, pixels.length)
                .map(i -> Math.abs(pixels[i] - REFERENCE[i]))
                .max()
                .orElseThrow();
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static int[] pixels(String syntax) {
        return PixelData.of(file(syntax)).stored(0);
    }

    private static DicomFile file(String syntax) {
        return Samples.read("syntaxes/" + syntax + ".dcm");
    }
}
