package org.trabecula.dicom.codec;

import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/**
 * The numbers that steer a JPEG-LS scan (ISO/IEC 14495-1 sections A.1 and C.2.4.1.1).
 *
 * @param most the largest sample value
 * @param near how far a sample may be off; 0 is lossless
 * @param low first threshold of the local gradients
 * @param reset after how many samples a context is halved
 */
record JpegLsParameters(int most, int near, int low, int middle, int high, int reset) {

    JpegLsParameters {
        boolean rising = near + 1 <= low && low <= middle && middle <= high && high <= most;
        if (near > Math.min(255, most / 2) || !rising || reset < 3 || reset > Math.max(255, most)) {
            throw new DicomException(Flaw.FRAME_SEGMENT, "LSE");
        }
    }

    /** The given ones, each 0 standing for its default: MAXVAL, T1, T2, T3, RESET. */
    static JpegLsParameters of(int precision, int near, int[] presets) {
        int full = (1 << precision) - 1;
        int most = presets[0] == 0 ? full : presets[0];
        if (most > full) {
            throw new DicomException(Flaw.FRAME_SEGMENT, "LSE");
        }
        int[] usual = most >= 128 ? wide(most, near) : narrow(most, near);
        int low = clamped(usual[0], near + 1, most);
        int middle = clamped(usual[1], low, most);
        int high = clamped(usual[2], middle, most);
        return new JpegLsParameters(
                most,
                near,
                presets[1] == 0 ? low : presets[1],
                presets[2] == 0 ? middle : presets[2],
                presets[3] == 0 ? high : presets[3],
                presets[4] == 0 ? 64 : presets[4]);
    }

    private static int[] wide(int most, int near) {
        int factor = (Math.min(most, 4095) + 128) / 256;
        return new int[] {factor + 2 + 3 * near, 4 * factor + 3 + 5 * near, 17 * factor + 4 + 7 * near};
    }

    private static int[] narrow(int most, int near) {
        int factor = 256 / (most + 1);
        return new int[] {
            Math.max(2, 3 / factor + 3 * near), Math.max(3, 7 / factor + 5 * near), Math.max(4, 21 / factor + 7 * near)
        };
    }

    private static int clamped(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }

    int step() {
        return 2 * near + 1;
    }

    int range() {
        return (most + 2 * near) / step() + 1;
    }

    /** Bits of an error that is written out in full. */
    int errorBits() {
        return 32 - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** The longest code. */
    int limit() {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(most));
        return 2 * (bits + Math.max(8, bits));
    }
}
