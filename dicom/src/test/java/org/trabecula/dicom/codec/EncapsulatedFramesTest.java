package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Limits;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.PixelData;

/** Two frames of four pixels each, and the many ways in which they may lie in fragments (PS3.5 annex A.4). */
class EncapsulatedFramesTest {

    private static final byte[] ONE = rle(1, 2, 3, 4);
    private static final byte[] TWO = rle(5, 6, 7, 8);

    @Test
    void withoutATableEachFragmentIsAFrame() {
        assertTwoFrames(image().framed(List.of(part(ONE, 0, 70), part(TWO, 0, 70))));
    }

    @Test
    void theBasicTableTellsWhereFramesBegin() {
        // An item has a header of 8 bytes: the second frame begins at 40 + 8 + 30 + 8.
        assertTwoFrames(image().framed(basic(0, 86), split()));
    }

    @Test
    void theExtendedTableTellsLengthsToo() {
        EncodedImage image = image().framed(List.of(part(ONE, 0, 70), part(TWO, 0, 70)));
        image.dataset()
                .put(Tags.EXTENDED_OFFSET_TABLE, longs(0, 78))
                .put(Tags.EXTENDED_OFFSET_TABLE_LENGTHS, longs(69, 70));

        assertTwoFrames(image);
    }

    @Test
    void oddFragmentsAreWrittenAsTheyCameSinceTheTablesCountTheirBytes() {
        List<ByteBuffer> odd = List.of(part(ONE, 0, 39), part(ONE, 39, 70), part(TWO, 0, 31), part(TWO, 31, 70));
        EncodedImage extended = image().framed(List.of(part(ONE, 0, 69), part(TWO, 0, 69)));
        extended.dataset()
                .put(Tags.EXTENDED_OFFSET_TABLE, longs(0, 77))
                .put(Tags.EXTENDED_OFFSET_TABLE_LENGTHS, longs(69, 69));

        assertTwoFrames(image().framed(basic(0, 86), odd));
        assertTwoFrames(extended);
    }

    @Test
    void theLastFragmentIsPaddedToBeEven() {
        byte[] even = image().framed(List.of(part(ONE, 0, 70), part(TWO, 0, 70)))
                .file()
                .toBytes();
        byte[] odd = image().framed(List.of(part(ONE, 0, 70), part(TWO, 0, 69)))
                .file()
                .toBytes();

        assertThat(odd).isEqualTo(even);
    }

    @Test
    void withoutATableJpegTellsWhereFramesBegin() {
        byte[] coded = Samples.bytes("codestreams/8-lossless.jls");
        List<ByteBuffer> fragments = List.of(
                part(coded, 0, 500), part(coded, 500, coded.length), part(coded, 0, 20), part(coded, 20, coded.length));

        PixelData pixels = PixelData.of(EncodedImage.of("1.2.840.10008.1.2.4.80", 8, 44, 61)
                .with(Tags.NUMBER_OF_FRAMES, 2)
                .framed(fragments)
                .file());

        assertThat(pixels.bytes(1)).isEqualTo(Samples.bytes("codestreams/8.raw"));
        assertThat(pixels.bytes(0)).isEqualTo(pixels.bytes(1));
    }

    @Test
    void aSingleFrameHasAllFragments() {
        PixelData pixels = PixelData.of(image().with(Tags.NUMBER_OF_FRAMES, 1)
                .framed(List.of(part(ONE, 0, 40), part(ONE, 40, 70)))
                .file());

        assertThat(pixels.bytes(0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void storedBitsThatLieHighComeToLieLow() {
        DicomFile high = EncodedImage.of("1.2.840.10008.1.2.1.98", 16, 1, 2)
                .with(Tags.BITS_STORED, 12)
                .with(Tags.HIGH_BIT, 15)
                .framed(List.of(ByteBuffer.wrap(new byte[] {0x3F, 0x12, 0x60, 0x45})))
                .file();
        DicomFile plain = PixelData.uncompressed(high, Limits.standard());

        assertThat(PixelData.of(high).stored(0)).containsExactly(0x123, 0x456);
        assertThat(PixelData.of(plain).stored(0)).containsExactly(0x123, 0x456);
        assertThat(PixelData.of(plain).bytes(0)).containsExactly(0x23, 0x01, 0x56, 0x04);
    }

    @Test
    void whatDoesNotMakeUpTheFramesIsRefused() {
        assertRefused(image().framed(split()), "4 fragments do not show where 2 frames begin");
        assertRefused(image().framed(List.of(part(ONE, 0, 70))), "says more frames (2) than there are fragments (1)");
        assertRefused(
                image().framed(basic(0, 80), split()), "offset table contradicts the frames (2) and fragments (4)");
        assertRefused(
                image().framed(basic(8, 86), split()), "offset table contradicts the frames (2) and fragments (4)");
        assertRefused(
                image().framed(basic(86, 0), split()), "offset table contradicts the frames (2) and fragments (4)");
        assertRefused(
                image().framed(basic(0, 48, 86), split()), "offset table contradicts the frames (2) and fragments (4)");
        assertRefused(
                image().with(Tags.NUMBER_OF_FRAMES, 2_000_000_000).framed(split()),
                "says more frames (2000000000) than there are fragments (4)");
    }

    @Test
    void damagedRunLengthsAreRefused() {
        byte[] damaged = ONE.clone();
        damaged[0] = 2;
        assertThatThrownBy(() -> first(damaged))
                .hasMessageContaining("has 16 bits a pixel, which do not fit the 8 of the header");
        byte[] outside = ONE.clone();
        outside[5] = 9;
        assertThatThrownBy(() -> first(outside)).hasMessageContaining("compressed bytes of a frame are damaged");
        assertThatThrownBy(() -> first(new byte[10])).hasMessageContaining("end before its pixels do");
        assertThatThrownBy(() -> first(rle(1, 2, 3))).hasMessageContaining("end before its pixels do");
    }

    private static void assertTwoFrames(EncodedImage image) {
        DicomFile written = DicomFile.read(image.file().toBytes());
        PixelData pixels = PixelData.of(written);

        assertThat(pixels.bytes(0)).containsExactly(1, 2, 3, 4);
        assertThat(pixels.bytes(1)).containsExactly(5, 6, 7, 8);
    }

    private static void assertRefused(EncodedImage image, String sentence) {
        assertThatThrownBy(() -> PixelData.of(image.file()))
                .isInstanceOf(DicomException.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] first(byte[] frame) {
        return PixelData.of(image().with(Tags.NUMBER_OF_FRAMES, 1)
                        .framed(List.of(ByteBuffer.wrap(frame)))
                        .file())
                .bytes(0);
    }

    private static EncodedImage image() {
        return EncodedImage.of("1.2.840.10008.1.2.5", 8, 2, 2).with(Tags.NUMBER_OF_FRAMES, 2);
    }

    private static List<ByteBuffer> split() {
        return List.of(part(ONE, 0, 40), part(ONE, 40, 70), part(TWO, 0, 30), part(TWO, 30, 70));
    }

    private static ByteBuffer part(byte[] bytes, int from, int to) {
        return ByteBuffer.wrap(bytes, from, to - from).slice();
    }

    private static byte[] basic(int... offsets) {
        ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        table.asIntBuffer().put(offsets);
        return table.array();
    }

    private static byte[] longs(long... values) {
        ByteBuffer table = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        LongStream.of(values).forEach(table::putLong);
        return table.array();
    }

    /** One literal run in one segment (PS3.5 annex G), and padding. */
    private static byte[] rle(int... pixels) {
        ByteBuffer frame = ByteBuffer.allocate(64 + (pixels.length + 2) / 2 * 2).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(0, 1).putInt(4, 64).put(64, (byte) (pixels.length - 1));
        for (int i = 0; i < pixels.length; i++) {
            frame.put(65 + i, (byte) pixels[i]);
        }
        return frame.array();
    }
}
