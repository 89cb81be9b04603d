package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.DicomException.Reason;
import org.trabecula.dicom.codec.EncodedImage;

/** Small files that ask for much, within the limits of every day. */
class BombTest {

    /** 24 Mi pixels, as many as the limits allow. */
    private static final int ROWS = 6144;

    private static final int COLUMNS = 4096;
    private static final int TILES_OF_64 = ROWS / 64 * (COLUMNS / 64);
    private static final Handling HANDLING = Handling.within(Limits.standard());

    @Test
    void sequencesNestedTenThousandTimes() {
        ByteBuffer file = ByteBuffer.allocate(20 * 10_000).order(ByteOrder.LITTLE_ENDIAN);
        for (int depth = 0; depth < 10_000; depth++) {
            file.putShort((short) 0x0008)
                    .putShort((short) 0x1115)
                    .put((byte) 'S')
                    .put((byte) 'Q');
            file.putShort((short) 0).putInt(-1);
            file.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(-1);
        }

        assertRefused(file.array(), Reason.TOO_DEEP);
    }

    @Test
    void zerosDeflatedByAThousand() throws IOException {
        byte[] whole = Samples.bytes("syntaxes/deflated.dcm");
        // The length of group 0002 stands at byte 140; the deflated data set follows it.
        int start = 144 + ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(whole, 0, start);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb, new Deflater(6, true))) {
            for (int i = 0; i < 257; i++) {
                out.write(new byte[1 << 20]);
            }
        }

        assertThat(bomb.size()).isLessThan(1 << 19);
        assertRefused(bomb.toByteArray(), Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80"})
    void aFrameAboveTheLimitsIsNotEvenLookedAt(String syntax) {
        byte[] file =
                image(syntax, 8, new byte[100]).with(Tags.ROWS, ROWS + 1).file().toBytes();

        assertRefused(file, Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.50, 08, C0, 0100003F00",
        "1.2.840.10008.1.2.4.57, 10, C3, 0100010000",
        "1.2.840.10008.1.2.4.80, 10, F7, 0100000000"
    })
    void aHeaderOfMuchAndNothingBehindIt(String syntax, String precision, String frame, String scan) {
        String codestream = "FFD8 FF%s 000B %s %04X %04X 01 011100 FFC4 0014 00 0100000000000000 0000000000000000 00"
                .formatted(frame, precision, ROWS, COLUMNS);
        String end = " FFDA 0008 %s FFD9".formatted("01 " + scan);

        assertRefusedSomehow(image(syntax, Integer.parseInt(precision, 16), bytes(codestream + end)));
    }

    @Test
    void aBlackImageOfJpegLsInAFewBytesIsRead() {
        byte[] rows = new byte[4 * ROWS];
        // A byte of ones is followed by one with a bit of stuffing; each row takes fewer than 24 bits of ones.
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (i % 2 == 0 ? 0xFF : 0x7F);
        }
        byte[] header = bytes("FFD8 FFF7 000B 08 %04X %04X 01 011100 FFDA 0008 01 0100000000".formatted(ROWS, COLUMNS));

        assertThat(HANDLING.of(image("1.2.840.10008.1.2.4.80", 8, joined(header, rows))
                        .file()
                        .toBytes()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "16, 12"})
    void anEmptyImageOfJpeg2000InAFewBytesIsRead(int bits, int stored) {
        EncodedImage empty = image(
                        "1.2.840.10008.1.2.4.90", bits, oneTile(jpeg2000(COLUMNS, ROWS, 1, 4, ""), new byte[6]))
                .with(Tags.BITS_STORED, stored)
                .with(Tags.HIGH_BIT, stored - 1);

        assertThat(HANDLING.of(empty.file().toBytes())).isEmpty();
    }

    @Test
    void manyTilesOrLayersOfJpeg2000InAFewBytes() {
        byte[] layers = jpeg2000(COLUMNS, ROWS, 0xFFFF, 4, "");

        assertRefused(jpeg2000(oneTile(jpeg2000(1, 1, 1, 4, ""), new byte[6])), Reason.TRUNCATED);
        assertRefused(jpeg2000(oneTile(layers, new byte[100_000])), Reason.TRUNCATED);
        assertRefused(jpeg2000(oneTile(layers, notIncluded(400_000))), Reason.TOO_LARGE);
    }

    @Test
    void manyLayersOfJpeg2000InEachOfManyTiles() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(jpeg2000(64, 64, 100, 0, ""));
        for (int tile = 0; tile < TILES_OF_64; tile++) {
            file.writeBytes(bytes("FF90 000A %04X %08X 00 01 FF93".formatted(tile, 14 + 600)));
            file.writeBytes(notIncluded(600));
        }

        assertRefused(jpeg2000(file.toByteArray()), Reason.TOO_LARGE);
    }

    @Test
    void millionsOfTheSmallestPrecinctsOrCodeBlocksOfJpeg2000() {
        byte[] precincts = jpeg2000(COLUMNS, ROWS, 1, 4, "111111111111");

        assertRefused(jpeg2000(oneTile(precincts, notIncluded(9_000_000))), Reason.TOO_LARGE);
        assertRefused(jpeg2000(oneTile(jpeg2000(COLUMNS, ROWS, 1, 0, ""), new byte[6])), Reason.TOO_LARGE);
    }

    @Test
    void manyPassesOfJpeg2000InAFewBytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        // 30 bit planes, from an exponent of 29 and two guard bits.
        file.writeBytes(jpeg2000(64, 64, 1, 4, "", "E8"));
        for (int tile = 0; tile < TILES_OF_64; tile++) {
            // No halving, so one packet of one code block: included, in all planes, 37 + 51 passes, in no bytes.
            file.writeBytes(bytes(
                    "FF90 000A %04X %08X 00 01 FF52 000C 00 00 0001 00 00 04 04 00 01 FF93".formatted(tile, 28 + 4)));
            file.writeBytes(bytes("FF 7B 30 00"));
        }

        assertRefused(jpeg2000(file.toByteArray()), Reason.TOO_LARGE);
    }

    /** Packets that hold something, but not a code block. */
    private static byte[] notIncluded(int packets) {
        byte[] data = new byte[packets];
        Arrays.fill(data, (byte) 0x80);
        return data;
    }

    private static byte[] jpeg2000(byte[] codestream) {
        return image("1.2.840.10008.1.2.4.90", 8, codestream).file().toBytes();
    }

    private static EncodedImage image(String syntax, int bits, byte[] codestream) {
        return EncodedImage.of(syntax, bits, ROWS, COLUMNS).framed(List.of(ByteBuffer.wrap(codestream)));
    }

    /** The main header of one component of 8 bits and five halvings (ISO/IEC 15444-1 annex A); precincts a byte each, or none. */
    private static byte[] jpeg2000(int tileWidth, int tileHeight, int layers, int blockSize, String precincts) {
        return jpeg2000(tileWidth, tileHeight, layers, blockSize, precincts, "48");
    }

    private static byte[] jpeg2000(
            int tileWidth, int tileHeight, int layers, int blockSize, String precincts, String step) {
        String size = "FF4F FF51 0029 0000 %08X %08X 00000000 00000000 %08X %08X 00000000 00000000 0001 07 01 01"
                .formatted(COLUMNS, ROWS, tileWidth, tileHeight);
        String style = "FF52 %04X %02X 00 %04X 00 05 %02X %02X 00 01"
                .formatted(12 + precincts.length() / 2, precincts.isEmpty() ? 0 : 1, layers, blockSize, blockSize);
        String steps = "FF5C 0013 40 " + step.repeat(16);
        return bytes(size + style + precincts + steps);
    }

    private static byte[] oneTile(byte[] mainHeader, byte[] packets) {
        return joined(joined(mainHeader, bytes("FF90 000A 0000 00000000 00 01 FF93")), packets);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThat(HANDLING.of(file).map(DicomException::reason)).hasValue(reason);
    }

    private static void assertRefusedSomehow(EncodedImage image) {
        assertThat(HANDLING.of(image.file().toBytes())).isPresent();
    }
}
