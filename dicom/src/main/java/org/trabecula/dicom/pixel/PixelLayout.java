package org.trabecula.dicom.pixel;

import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.codec.FrameShape;

/**
 * How pixels are laid down: one grey sample each, in 8, 16 or 32 bits of which {@code bitsStored} up to {@code highBit} count
 * (PS3.5 section 8.1.1).
 */
public record PixelLayout(
        int rows,
        int columns,
        int frames,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        Photometric photometric) {

    public PixelLayout {
        require(rows > 0 && rows <= 0xFFFF && columns > 0 && columns <= 0xFFFF, Flaw.IMAGE_SIZE, rows, columns);
        require(frames > 0, Flaw.IMAGE_FRAMES, frames);
        require(bitsAllocated == 8 || bitsAllocated == 16 || bitsAllocated == 32, Flaw.IMAGE_BITS, bitsAllocated);
        require(bitsStored > 0 && bitsStored <= bitsAllocated, Flaw.IMAGE_BITS_STORED, bitsStored, bitsAllocated);
        require(
                highBit >= bitsStored - 1 && highBit < bitsAllocated,
                Flaw.IMAGE_HIGH_BIT,
                highBit,
                bitsStored,
                bitsAllocated);
    }

    /**
     * From the Image Pixel module of a data set.
     *
     * @throws DicomException if it is missing, contradicts itself, or is not grey
     */
    static PixelLayout of(Dataset dataset) {
        int samples = dataset.integer(Tags.SAMPLES_PER_PIXEL).orElse(1);
        String photometric = dataset.string(Tags.PHOTOMETRIC_INTERPRETATION).orElse("MISSING");
        if (samples != 1 || !photometric.matches("MONOCHROME[12]")) {
            String shown = photometric.replaceAll("[^A-Z0-9_ ]", "?");
            throw new DicomException(Flaw.PIXELS_NOT_GREY, shown, samples);
        }
        int allocated = required(dataset, Tags.BITS_ALLOCATED);
        int stored = dataset.integer(Tags.BITS_STORED).orElse(allocated);
        return new PixelLayout(
                required(dataset, Tags.ROWS),
                required(dataset, Tags.COLUMNS),
                dataset.integer(Tags.NUMBER_OF_FRAMES).orElse(1),
                allocated,
                stored,
                dataset.integer(Tags.HIGH_BIT).orElse(stored - 1),
                dataset.integer(Tags.PIXEL_REPRESENTATION).orElse(0) == 1,
                Photometric.valueOf(photometric));
    }

    int bytesPerPixel() {
        return bitsAllocated / 8;
    }

    int pixels() {
        return Math.multiplyExact(rows, columns);
    }

    FrameShape shape() {
        return new FrameShape(rows, columns, bitsAllocated, bitsStored, signed);
    }

    public long frameBytes() {
        return (long) rows * columns * bytesPerPixel();
    }

    private static int required(Dataset dataset, Tag tag) {
        return dataset.integer(tag).orElseThrow(() -> new DicomException(Flaw.IMAGE_SILENT, tag));
    }

    private static void require(boolean holds, Flaw otherwise, Object... arguments) {
        if (!holds) {
            throw new DicomException(otherwise, arguments);
        }
    }
}
