package org.trabecula.dicom.jpeg2000;

/** The arithmetic decoder (annex C): each decision has a context, which learns how likely it is. */
final class MqDecoder {

    /** Table C.2: probability of the less likely, next state after the more and after the less likely, whether these two change places. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
    };

    private static final int[] PROBABILITY = new int[2 * STATES.length];
    private static final byte[] AFTER_LIKELY = new byte[2 * STATES.length];
    private static final byte[] AFTER_UNLIKELY = new byte[2 * STATES.length];

    // A state and the more likely decision in one number, twice the one plus the other.
    static {
        for (int i = 0; i < PROBABILITY.length; i++) {
            int[] state = STATES[i / 2];
            int likely = i & 1;
            PROBABILITY[i] = state[0];
            AFTER_LIKELY[i] = (byte) (2 * state[1] + likely);
            AFTER_UNLIKELY[i] = (byte) (2 * state[2] + (likely ^ state[3]));
        }
    }

    private final byte[] data;
    private final byte[] contexts;
    private int at;
    private int code;
    private int interval;
    private int shifts;

    /** @param states where each context begins */
    MqDecoder(byte[] data, int[] states) {
        this.data = data;
        this.contexts = new byte[states.length];
        for (int i = 0; i < states.length; i++) {
            contexts[i] = (byte) (2 * states[i]);
        }
        this.code = byteAt(0) << 16;
        fill();
        this.code <<= 7;
        this.shifts -= 7;
        this.interval = 0x8000;
    }

    private int byteAt(int index) {
        return index < data.length ? data[index] & 0xFF : 0xFF;
    }

    /** Section C.3.4; past the end come ones. */
    private void fill() {
        int next = byteAt(at + 1);
        if (byteAt(at) != 0xFF) {
            at++;
            code += next << 8;
            shifts = 8;
        } else if (next > 0x8F) {
            code += 0xFF00;
            shifts = 8;
        } else {
            at++;
            code += next << 9;
            shifts = 7;
        }
    }

    /** Section C.3.2. */
    int decide(int context) {
        int state = contexts[context];
        int probability = PROBABILITY[state];
        interval -= probability;
        boolean unlikely = code >>> 16 < probability;
        if (unlikely) {
            unlikely = interval >= probability;
            interval = probability;
        } else {
            code -= probability << 16;
            if ((interval & 0x8000) != 0) {
                return state & 1;
            }
            unlikely = interval < probability;
        }
        contexts[context] = unlikely ? AFTER_UNLIKELY[state] : AFTER_LIKELY[state];
        do {
            if (shifts == 0) {
                fill();
            }
            interval <<= 1;
            code <<= 1;
            shifts--;
        } while ((interval & 0x8000) == 0);
        return unlikely ? 1 - (state & 1) : state & 1;
    }
}
