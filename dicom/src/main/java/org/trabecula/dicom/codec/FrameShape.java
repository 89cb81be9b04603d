package org.trabecula.dicom.codec;

import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/**
 * What the DICOM header says of each frame: one sample a pixel in {@code bitsAllocated} (8, 16 or 32) bits, of which {@code bitsStored}
 * count. A compressed image says much of this again, and must not say otherwise.
 */
public record FrameShape(int rows, int columns, int bitsAllocated, int bitsStored, boolean signed) {

    int pixels() {
        return rows * columns;
    }

    int bytesPerPixel() {
        return bitsAllocated / 8;
    }

    int bytes() {
        return pixels() * bytesPerPixel();
    }

    /** Refuses a compressed image of another size, of several components, or of more bits than there is room for. */
    void requireSame(int imageRows, int imageColumns, int components, int precision) {
        if (imageRows != rows || imageColumns != columns) {
            throw new DicomException(Flaw.FRAME_SIZE, imageRows, imageColumns, rows, columns);
        }
        if (components != 1) {
            throw new DicomException(Flaw.FRAME_COMPONENTS, components);
        }
        if (precision < 1 || precision > bitsAllocated) {
            throw new DicomException(Flaw.FRAME_BITS, precision, bitsAllocated);
        }
    }

    /** Refuses bit patterns whose sign bit would not be where the header says it is. */
    void requireSignBit(int precision) {
        if (signed && precision < bitsStored) {
            throw new DicomException(Flaw.FRAME_BITS, precision, bitsStored);
        }
    }
}
