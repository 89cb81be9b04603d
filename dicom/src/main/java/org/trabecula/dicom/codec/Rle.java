package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/** RLE Lossless (PS3.5 annex G): each byte of the samples, the highest first, in a segment of its own, packed by PackBits. */
final class Rle {

    private static final int HEADER = 64;

    private final byte[] coded;
    private final byte[] plain;
    private final int step;

    private Rle(byte[] coded, FrameShape shape) {
        this.coded = coded;
        this.plain = new byte[shape.bytes()];
        this.step = shape.bytesPerPixel();
    }

    static byte[] decode(byte[] coded, FrameShape shape) {
        if (coded.length < HEADER) {
            throw new DicomException(Flaw.FRAME_TRUNCATED);
        }
        ByteBuffer header = ByteBuffer.wrap(coded).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt();
        if (segments != shape.bytesPerPixel()) {
            throw new DicomException(
                    Flaw.FRAME_BITS, Byte.SIZE * Integer.toUnsignedLong(segments), shape.bitsAllocated());
        }
        Rle rle = new Rle(coded, shape);
        for (int segment = 0; segment < segments; segment++) {
            int from = header.getInt(4 + 4 * segment);
            int end = segment + 1 < segments ? header.getInt(8 + 4 * segment) : coded.length;
            if (from < HEADER || end < from || end > coded.length) {
                throw new DicomException(Flaw.FRAME_DAMAGED);
            }
            rle.unpack(from, end, segments - 1 - segment);
        }
        return rle.plain;
    }

    /** Fills every {@code step}-th byte from {@code out}; what a segment holds beyond its pixels is padding. */
    private void unpack(int from, int end, int out) {
        int in = from;
        int at = out;
        while (at < plain.length) {
            if (in + 1 >= end) {
                throw new DicomException(Flaw.FRAME_TRUNCATED);
            }
            int control = coded[in++];
            if (control >= 0) {
                if (in + control >= end) {
                    throw new DicomException(Flaw.FRAME_TRUNCATED);
                }
                for (int i = 0; i <= control && at < plain.length; i++, at += step) {
                    plain[at] = coded[in + i];
                }
                in += control + 1;
            } else if (control != Byte.MIN_VALUE) {
                byte repeated = coded[in++];
                for (int i = 0; i <= -control && at < plain.length; i++, at += step) {
                    plain[at] = repeated;
                }
            }
        }
    }
}
