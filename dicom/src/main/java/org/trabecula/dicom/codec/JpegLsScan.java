package org.trabecula.dicom.codec;

import java.util.Arrays;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/**
 * The samples of a JPEG-LS scan (ISO/IEC 14495-1 annex A). Each sample is foretold from its neighbours left, up, up-left and up-right;
 * the error is Golomb coded with what 365 contexts have learnt so far. Where the neighbours are flat, runs are coded instead.
 */
final class JpegLsScan {

    private static final int CONTEXTS = 365;
    /** The order of run lengths, J of section A.2.1. */
    private static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private final EntropyBits bits;
    private final JpegLsParameters parameters;
    private final int most;
    private final int near;
    private final int step;
    private final int range;
    private final int limit;
    private final int errorBits;

    // A, B, C and N of section A.2.1; the last two of A and N belong to the samples that interrupt runs.
    private final int[] size = new int[CONTEXTS + 2];
    private final int[] bias = new int[CONTEXTS];
    private final int[] correction = new int[CONTEXTS];
    private final int[] seen = new int[CONTEXTS + 2];
    private final int[] negative = new int[2];
    private int runIndex;

    JpegLsScan(EntropyBits bits, JpegLsParameters parameters) {
        this.bits = bits;
        this.parameters = parameters;
        this.most = parameters.most();
        this.near = parameters.near();
        this.step = parameters.step();
        this.range = parameters.range();
        this.limit = parameters.limit();
        this.errorBits = parameters.errorBits();
        Arrays.fill(size, Math.max(2, (range + 32) / 64));
        Arrays.fill(seen, 1);
    }

    byte[] samples(FrameShape shape) {
        Plane plane = new Plane(shape);
        // One more on either side, so that every sample has all its neighbours (figure A.1).
        int[] above = new int[shape.columns() + 2];
        int[] row = new int[shape.columns() + 2];
        for (int y = 0; y < shape.rows(); y++) {
            above[shape.columns() + 1] = above[shape.columns()];
            row[0] = above[1];
            row(row, above);
            for (int x = 1; x <= shape.columns(); x++) {
                plane.add(row[x]);
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
        return plane.bytes();
    }

    private void row(int[] row, int[] above) {
        int last = row.length - 2;
        for (int x = 1; x <= last; x++) {
            int upRight = gradient(above[x + 1] - above[x]);
            int up = gradient(above[x] - above[x - 1]);
            int left = gradient(above[x - 1] - row[x - 1]);
            int context = 81 * upRight + 9 * up + left;
            if (context == 0) {
                x = run(row, x, last, above);
            } else {
                row[x] = regular(context, row[x - 1], above[x], above[x - 1]);
            }
        }
    }

    /** Section A.3.3. */
    private int gradient(int difference) {
        int far = Math.abs(difference);
        if (far <= near) {
            return 0;
        }
        int region = far < parameters.low() ? 1 : far < parameters.middle() ? 2 : far < parameters.high() ? 3 : 4;
        return difference < 0 ? -region : region;
    }

    /** Sections A.4 to A.6. */
    private int regular(int signedContext, int left, int up, int upLeft) {
        int sign = signedContext < 0 ? -1 : 1;
        int context = Math.abs(signedContext);
        int foretold = clamped(median(left, up, upLeft) + sign * correction[context]);
        int order = order(size[context], seen[context]);
        int mapped = golomb(order, limit);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -((mapped + 1) >> 1);
        if (near == 0 && order == 0 && 2 * bias[context] <= -seen[context]) {
            error = -error - 1;
        }
        learn(context, error);
        return restored(foretold, sign * error);
    }

    private static int median(int left, int up, int upLeft) {
        int less = Math.min(left, up);
        int more = Math.max(left, up);
        if (upLeft >= more) {
            return less;
        }
        return upLeft <= less ? more : left + up - upLeft;
    }

    /** Section A.5.1: the order k of the Golomb code. */
    private static int order(int size, int seen) {
        int order = 0;
        while (order < 24 && seen << order < size) {
            order++;
        }
        return order;
    }

    /** Section A.5.3. */
    private int golomb(int order, int longest) {
        int most = longest - errorBits - 1;
        int zeros = bits.zeros(most);
        if (zeros < most) {
            return zeros << order | bits.take(order);
        }
        return bits.take(errorBits) + 1;
    }

    /** Section A.6. */
    private void learn(int context, int error) {
        bias[context] += error * step;
        size[context] += Math.abs(error);
        if (seen[context] == parameters.reset()) {
            size[context] >>= 1;
            bias[context] = bias[context] >= 0 ? bias[context] >> 1 : -((1 - bias[context]) >> 1);
            seen[context] >>= 1;
        }
        seen[context]++;
        if (bias[context] <= -seen[context]) {
            bias[context] = Math.max(bias[context] + seen[context], 1 - seen[context]);
            correction[context] = Math.max(correction[context] - 1, -128);
        } else if (bias[context] > 0) {
            bias[context] = Math.min(bias[context] - seen[context], 0);
            correction[context] = Math.min(correction[context] + 1, 127);
        }
    }

    /** The sample that an error makes of what was foretold, errors counting modulo the range (section A.4.5). */
    private int restored(int foretold, int error) {
        int value = foretold + error * step;
        if (value < -near) {
            value += range * step;
        } else if (value > most + near) {
            value -= range * step;
        }
        return clamped(value);
    }

    private int clamped(int value) {
        return Math.max(0, Math.min(most, value));
    }

    /** Section A.7: a run of the sample to the left, and the sample that ends it. The place of the last sample that was filled. */
    private int run(int[] row, int from, int last, int[] above) {
        int left = row[from - 1];
        int x = from;
        while (bits.take(1) == 1) {
            int whole = 1 << RUN_ORDER[runIndex];
            int end = Math.min(x + whole, last + 1);
            Arrays.fill(row, x, end, left);
            if (x + whole == end) {
                runIndex = Math.min(runIndex + 1, 31);
            }
            x = end;
            if (x > last) {
                return last;
            }
        }
        int end = x + bits.take(RUN_ORDER[runIndex]);
        if (end > last) {
            throw new DicomException(Flaw.FRAME_DAMAGED);
        }
        Arrays.fill(row, x, end, left);
        row[end] = interrupting(left, above[end]);
        runIndex = Math.max(runIndex - 1, 0);
        return end;
    }

    /** Section A.7.2. */
    private int interrupting(int left, int up) {
        int alike = Math.abs(left - up) <= near ? 1 : 0;
        int context = CONTEXTS + alike;
        int order = order(size[context] + (alike == 1 ? seen[context] >> 1 : 0), seen[context]);
        int mapped = golomb(order, limit - RUN_ORDER[runIndex] - 1);
        int odd = (mapped + alike) & 1;
        int far = (mapped + alike + odd) >> 1;
        boolean mostlyNegative = 2 * negative[alike] >= seen[context];
        int error = (order != 0 || mostlyNegative) == (odd == 1) ? -far : far;
        if (error < 0) {
            negative[alike]++;
        }
        size[context] += (mapped + 1 - alike) >> 1;
        if (seen[context] == parameters.reset()) {
            size[context] >>= 1;
            seen[context] >>= 1;
            negative[alike] >>= 1;
        }
        seen[context]++;
        return restored(alike == 1 ? left : up, alike == 0 && left > up ? -error : error);
    }
}
