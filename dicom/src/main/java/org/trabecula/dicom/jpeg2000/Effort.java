package org.trabecula.dicom.jpeg2000;

import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/**
 * The work that an image may still make, counted in visits of a coefficient by a pass (section D.3). Empty layers, and passes without
 * bytes, would otherwise make a small file cost as much time as a large one.
 */
final class Effort {

    /** A lossless image of 12 bits needs more, but has the bytes for it. */
    private static final int OF_PIXEL = 8;

    private static final int OF_BYTE = 512;
    private static final int AT_LEAST = 1 << 26;
    /** What it costs to be told of a code block by a packet. */
    private static final int LOOK = 128;

    private long left;

    Effort(long pixels, long bytes) {
        this.left = OF_PIXEL * pixels + OF_BYTE * bytes + AT_LEAST;
    }

    void look(long blocks) {
        take(LOOK * blocks);
    }

    void visit(Area block, int passes) {
        take(passes * block.size());
    }

    private void take(long visits) {
        left -= visits;
        if (left < 0) {
            throw new DicomException(Flaw.FRAME_EFFORT);
        }
    }
}
