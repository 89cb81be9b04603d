package org.trabecula.dicom.jpeg2000;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps in which the coefficients of each sub-band count (sections A.6.4 and E.1).
 *
 * @param derived whether one step stands for all sub-bands
 */
record Quantization(boolean none, boolean derived, int guardBits, List<Step> steps) {

    /** 2 to the power of minus {@code exponent}, times 1 + {@code mantissa} / 2048. */
    record Step(int exponent, int mantissa) {}

    static Quantization read(ByteBuffer segment) {
        if (segment.remaining() < 2) {
            throw Refusal.truncated();
        }
        int style = segment.get() & 0xFF;
        int kind = style & 0x1F;
        if (kind > 2) {
            throw Refusal.segment("QCD");
        }
        List<Step> steps = new ArrayList<>();
        while (segment.remaining() >= (kind == 0 ? 1 : 2)) {
            int value = kind == 0 ? (segment.get() & 0xFF) << 8 : segment.getShort() & 0xFFFF;
            steps.add(new Step(value >> 11, value & 0x7FF));
        }
        return new Quantization(kind == 0, kind == 1, style >> 5, List.copyOf(steps));
    }

    /** @param band 0 for the lowest, then three for each resolution; {@code resolution} is the one it belongs to */
    Step step(int band, int resolution) {
        if (derived && !steps.isEmpty()) {
            Step first = steps.getFirst();
            return new Step(Math.max(0, first.exponent() - Math.max(0, resolution - 1)), first.mantissa());
        }
        if (band >= steps.size()) {
            throw Refusal.segment("QCD");
        }
        return steps.get(band);
    }
}
