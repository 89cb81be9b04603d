package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/** The marker segments of a JPEG or JPEG-LS image, one after the other (ISO/IEC 10918-1 section B.1.1). */
final class JpegMarkers {

    /** The frame header of JPEG-LS (ISO/IEC 14495-1 section C.1.1). */
    static final int JPEG_LS = 0xF7;

    static final int START_OF_IMAGE = 0xD8;
    static final int END_OF_IMAGE = 0xD9;
    static final int START_OF_SCAN = 0xDA;
    static final int HUFFMAN_TABLES = 0xC4;
    static final int RESTART_INTERVAL = 0xDD;

    /** What is said of the image in a frame header (section B.2.2), of one component only. */
    record Frame(int marker, int precision, int rows, int columns, int components) {}

    private final byte[] image;
    private int at;

    JpegMarkers(byte[] image) {
        this.image = image;
        if (next() != START_OF_IMAGE) {
            throw new DicomException(Flaw.FRAME_OTHERWISE_CODED, "JPEG");
        }
    }

    /** The second byte of the next marker. */
    int next() {
        if (at >= image.length || image[at] != (byte) 0xFF) {
            throw at >= image.length
                    ? new DicomException(Flaw.FRAME_TRUNCATED)
                    : new DicomException(Flaw.FRAME_DAMAGED);
        }
        while (at < image.length && image[at] == (byte) 0xFF) {
            at++;
        }
        if (at >= image.length) {
            throw new DicomException(Flaw.FRAME_TRUNCATED);
        }
        return image[at++] & 0xFF;
    }

    /** What follows the marker that was read last, without its length. */
    ByteBuffer segment() {
        int length = at + 2 <= image.length ? (image[at] & 0xFF) << 8 | (image[at + 1] & 0xFF) : 2;
        if (length < 2 || at + Math.max(2, length) > image.length) {
            throw new DicomException(Flaw.FRAME_TRUNCATED);
        }
        ByteBuffer segment = ByteBuffer.wrap(image, at + 2, length - 2).slice();
        at += length;
        return segment;
    }

    /** The same as {@link #segment}, held to have at least so many bytes. */
    ByteBuffer segment(int least) {
        ByteBuffer segment = segment();
        if (segment.remaining() < least) {
            throw new DicomException(Flaw.FRAME_DAMAGED);
        }
        return segment;
    }

    Frame frame(int marker) {
        ByteBuffer segment = segment(6);
        int precision = segment.get() & 0xFF;
        int rows = segment.getShort() & 0xFFFF;
        return new Frame(marker, precision, rows, segment.getShort() & 0xFFFF, segment.get() & 0xFF);
    }

    /** Where the entropy-coded bytes begin, once the scan header was read. */
    int position() {
        return at;
    }

    static boolean isFrame(int marker) {
        boolean jpeg = marker >= 0xC0
                && marker <= 0xCF
                && !List.of(HUFFMAN_TABLES, 0xC8, 0xCC).contains(marker);
        return jpeg || marker == JPEG_LS;
    }
}
