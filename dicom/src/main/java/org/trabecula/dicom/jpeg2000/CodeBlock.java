package org.trabecula.dicom.jpeg2000;

import java.io.ByteArrayOutputStream;

/** What the packets have said of one code block so far. */
final class CodeBlock {

    final Area place;
    final int planes;
    final ByteArrayOutputStream data = new ByteArrayOutputStream();
    int passes;
    private int lengthBits = 3;

    CodeBlock(Area place, int planes) {
        this.place = place;
        this.planes = planes;
    }

    /** Reads how many passes come, and in how many bytes (sections B.10.6 and B.10.7). */
    CodeBlocks.Piece readPiece(PacketBits bits) {
        int more = readPasses(bits);
        passes += more;
        while (bits.take() == 1) {
            lengthBits++;
        }
        int width = lengthBits + 31 - Integer.numberOfLeadingZeros(more);
        if (passes > 3 * planes - 2 || width > 30) {
            throw Refusal.damaged();
        }
        return new CodeBlocks.Piece(this, more, bits.take(width));
    }

    private static int readPasses(PacketBits bits) {
        if (bits.take() == 0) {
            return 1;
        }
        if (bits.take() == 0) {
            return 2;
        }
        int few = bits.take(2);
        if (few < 3) {
            return 3 + few;
        }
        int some = bits.take(5);
        return some < 31 ? 6 + some : 37 + bits.take(7);
    }
}
