package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/** A Huffman table of lossless JPEG (ISO/IEC 10918-1 annexes C and F.2.2.3): how many bits the next difference has, 0 to 16. */
final class HuffmanTable {

    private static final int LONGEST = 16;

    /** For each way that the next 16 bits can look: length of the code times 256, plus its value; 0 if there is no such code. */
    private final short[] codes = new short[1 << LONGEST];

    /** Takes the table from a segment, after its class and number. */
    HuffmanTable(ByteBuffer segment) {
        if (segment.remaining() < LONGEST) {
            throw new DicomException(Flaw.FRAME_SEGMENT, "DHT");
        }
        byte[] counts = new byte[LONGEST];
        segment.get(counts);
        int from = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int room = 1 << (LONGEST - length);
            for (int i = counts[length - 1] & 0xFF; i > 0; i--) {
                if (!segment.hasRemaining() || from + room > codes.length) {
                    throw new DicomException(Flaw.FRAME_SEGMENT, "DHT");
                }
                int value = segment.get() & 0xFF;
                Arrays.fill(codes, from, from + room, (short) (length << 8 | value));
                from += room;
            }
        }
    }

    int decode(EntropyBits bits) {
        int code = codes[bits.peek(LONGEST)];
        if (code == 0 || (code & 0xFF) > LONGEST) {
            throw new DicomException(Flaw.FRAME_DAMAGED);
        }
        bits.skip(code >> 8);
        return code & 0xFF;
    }
}
