package org.trabecula.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.Limits;
import org.trabecula.dicom.Tags;

/**
 * The frames of a grey image that is not compressed. Rows × columns × frames is held against the bytes that are there before anything
 * is allocated. Frames count from 0.
 */
public final class PixelData {

    private final PixelLayout layout;
    private final Rescale rescale;
    private final ByteBuffer bytes;

    private PixelData(PixelLayout layout, Rescale rescale, ByteBuffer bytes) {
        this.layout = layout;
        this.rescale = rescale;
        this.bytes = bytes;
    }

    public static PixelData of(DicomFile file) {
        return of(file, Limits.standard());
    }

    /**
     * The pixels of a file.
     *
     * @throws DicomException if there are none, they are compressed or coloured, fewer than the header says, or above the limits
     */
    public static PixelData of(DicomFile file, Limits limits) {
        Dataset dataset = file.dataset();
        if (!dataset.contains(Tags.PIXEL_DATA)) {
            throw new DicomException(Flaw.NO_PIXELS, Tags.PIXEL_DATA);
        }
        ByteBuffer bytes = uncompressed(file);
        PixelLayout layout = PixelLayout.of(dataset);
        check(layout, bytes.remaining(), limits);
        return new PixelData(layout, Rescale.of(dataset), bytes);
    }

    private static ByteBuffer uncompressed(DicomFile file) {
        if (!file.syntax().isNative()) {
            throw new DicomException(Flaw.PIXELS_NOT_DECODED, file.syntax().name());
        }
        return file.dataset()
                .bytes(Tags.PIXEL_DATA)
                .orElseThrow(() -> new DicomException(
                        Flaw.PIXELS_IN_FRAGMENTS, Tags.PIXEL_DATA, file.syntax().name()));
    }

    private static void check(PixelLayout layout, int there, Limits limits) {
        if (layout.frameBytes() > limits.elementBytes()) {
            throw new DicomException(Flaw.FRAME_TOO_LARGE, layout.frameBytes(), limits.elementBytes());
        }
        long needed = layout.frameBytes() * layout.frames();
        if (needed > there) {
            throw new DicomException(
                    Flaw.PIXELS_TRUNCATED,
                    Tags.PIXEL_DATA,
                    there,
                    layout.rows(),
                    layout.columns(),
                    layout.frames(),
                    layout.bitsAllocated(),
                    needed);
        }
    }

    public PixelLayout layout() {
        return layout;
    }

    public Rescale rescale() {
        return rescale;
    }

    public int frames() {
        return layout.frames();
    }

    /** The stored values of a frame, row by row, before rescaling; 32-bit unsigned values above 2³¹−1 wrap. */
    public int[] stored(int frame) {
        ByteBuffer view = frame(frame);
        int[] values = new int[layout.pixels()];
        int up = 31 - layout.highBit();
        int down = 32 - layout.bitsStored();
        for (int i = 0; i < values.length; i++) {
            int raw = switch (layout.bytesPerPixel()) {
                case 1 -> view.get();
                case 2 -> view.getShort();
                default -> view.getInt();
            };
            values[i] = layout.signed() ? (raw << up) >> down : (raw << up) >>> down;
        }
        return values;
    }

    /**
     * A frame as little-endian bytes of {@code bitsAllocated} bits a pixel: the stored values alone. Bits that do not belong to them
     * are cleared, or follow the sign, since old devices drew text there.
     */
    public byte[] bytes(int frame) {
        byte[] copy = new byte[(int) layout.frameBytes()];
        if (layout.bitsStored() == layout.bitsAllocated()) {
            frame(frame).get(copy);
            return copy;
        }
        ByteBuffer out = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : stored(frame)) {
            switch (layout.bytesPerPixel()) {
                case 1 -> out.put((byte) value);
                case 2 -> out.putShort((short) value);
                default -> out.putInt(value);
            }
        }
        return copy;
    }

    /** A frame as one byte a pixel, 0 black and 255 white, seen through a window; white-is-small images are turned round. */
    public byte[] gray8(int frame, Window window) {
        int[] values = stored(frame);
        byte[] gray = new byte[values.length];
        boolean inverted = layout.photometric() == Photometric.MONOCHROME1;
        for (int i = 0; i < gray.length; i++) {
            int level = window.level(rescale.of(values[i]));
            gray[i] = (byte) (inverted ? 255 - level : level);
        }
        return gray;
    }

    /** The window that shows everything in a frame. */
    public Window fullWindow(int frame) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int value : stored(frame)) {
            double rescaled = rescale.of(value);
            least = Math.min(least, rescaled);
            most = Math.max(most, rescaled);
        }
        return Window.between(least, most);
    }

    private ByteBuffer frame(int frame) {
        if (frame < 0 || frame >= layout.frames()) {
            throw new IllegalArgumentException("There is no frame " + frame + " among " + layout.frames() + ".");
        }
        int size = (int) layout.frameBytes();
        return bytes.slice(frame * size, size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
