package org.trabecula.dicom.codec;

import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/**
 * The bits of an entropy-coded segment, highest first, up to the next marker. JPEG puts a zero byte after each byte of ones (ISO/IEC
 * 10918-1 section B.1.1.5), JPEG-LS a zero bit (ISO/IEC 14495-1 section A.1).
 */
final class EntropyBits {

    private final byte[] image;
    private final int start;
    private final boolean stuffedByBits;
    private int at;
    private long buffer;
    private int held;

    private EntropyBits(byte[] image, int from, boolean stuffedByBits) {
        this.image = image;
        this.start = from;
        this.at = from;
        this.stuffedByBits = stuffedByBits;
    }

    static EntropyBits jpeg(byte[] image, int from) {
        return new EntropyBits(image, from, false);
    }

    static EntropyBits jpegLs(byte[] image, int from) {
        return new EntropyBits(image, from, true);
    }

    private void fill() {
        while (held <= 48 && at < image.length) {
            boolean afterOnes = at > start && image[at - 1] == (byte) 0xFF;
            int next = image[at] & 0xFF;
            if (stuffedByBits && afterOnes) {
                if (next > 0x7F) {
                    return;
                }
                buffer = buffer << 7 | next;
                held += 7;
                at++;
            } else if (!stuffedByBits && next == 0xFF) {
                if (at + 1 >= image.length || image[at + 1] != 0) {
                    return;
                }
                buffer = buffer << 8 | 0xFF;
                held += 8;
                at += 2;
            } else {
                buffer = buffer << 8 | next;
                held += 8;
                at++;
            }
        }
    }

    /** The next bits, at most 32, without taking them; zeros where there are no more. */
    int peek(int bits) {
        if (held < bits) {
            fill();
        }
        long value = held >= bits ? buffer >>> (held - bits) : buffer << (bits - held);
        return (int) (value & ((1L << bits) - 1));
    }

    void skip(int bits) {
        if (held < bits) {
            fill();
            if (held < bits) {
                throw new DicomException(Flaw.FRAME_TRUNCATED);
            }
        }
        held -= bits;
    }

    int take(int bits) {
        int value = peek(bits);
        skip(bits);
        return value;
    }

    /** How many zeros come before the next one, which is taken with them; refused above {@code most}. */
    int zeros(int most) {
        int zeros = 0;
        while (true) {
            int ahead = peek(32);
            int here = Math.min(Integer.numberOfLeadingZeros(ahead), 32);
            zeros += here;
            if (zeros > most) {
                throw new DicomException(Flaw.FRAME_DAMAGED);
            }
            if (here < 32) {
                skip(here + 1);
                return zeros;
            }
            skip(32);
        }
    }

    /** Drops what is left of this interval and goes past a restart marker (ISO/IEC 10918-1 section E.2.4). */
    void restart() {
        held = 0;
        buffer = 0;
        while (at + 1 < image.length && !(image[at] == (byte) 0xFF && (image[at + 1] & 0xF8) == 0xD0)) {
            if (image[at] == (byte) 0xFF && image[at + 1] != 0 && image[at + 1] != (byte) 0xFF) {
                throw new DicomException(Flaw.FRAME_DAMAGED);
            }
            at++;
        }
        if (at + 1 >= image.length) {
            throw new DicomException(Flaw.FRAME_TRUNCATED);
        }
        at += 2;
    }
}
