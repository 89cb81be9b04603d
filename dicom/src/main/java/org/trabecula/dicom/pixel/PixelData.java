package org.trabecula.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.Limits;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.codec.EncapsulatedFrames;

/**
 * The frames of a grey image, uncompressed or in any transfer syntax that there is a decoder for. Rows × columns × frames is held
 * against the limits, and against the bytes that are there, before anything is allocated. Compressed frames are decoded each time they are
 * asked for, and only then can they turn out to be damaged. Frames count from 0.
 */
public final class PixelData {

    /** Where frames come from, as native little-endian bytes. */
    @FunctionalInterface
    private interface Source {
        ByteBuffer frame(int frame);
    }

    private final PixelLayout layout;
    private final List<Rescale> rescales;
    private final Source source;

    private PixelData(PixelLayout layout, List<Rescale> rescales, Source source) {
        this.layout = layout;
        this.rescales = rescales;
        this.source = source;
    }

    public static PixelData of(DicomFile file) {
        return of(file, Limits.standard());
    }

    /**
     * The pixels of a file.
     *
     * @throws DicomException if there are none, they are coloured or compressed as nothing here decodes, fewer than the header says, or
     *     above the limits
     */
    public static PixelData of(DicomFile file, Limits limits) {
        Dataset dataset = file.dataset();
        if (!dataset.contains(Tags.PIXEL_DATA)) {
            throw new DicomException(Flaw.NO_PIXELS, Tags.PIXEL_DATA);
        }
        PixelLayout layout = PixelLayout.of(dataset);
        long pixels = (long) layout.rows() * layout.columns();
        if (pixels > limits.framePixels()) {
            throw new DicomException(Flaw.FRAME_TOO_LARGE, pixels, limits.framePixels());
        }
        Source source = file.syntax().isNative() ? uncompressed(file, layout) : compressed(file, layout);
        return new PixelData(layout, rescales(dataset, layout.frames()), source);
    }

    /**
     * The same file with its pixels as they are, the stored bits lowest; the file itself if it is not compressed. Bits beside the stored
     * ones, and whatever a compressed image says beside its pixels, are gone.
     *
     * @throws DicomException if {@link #of(DicomFile, Limits)} or any of the frames fails, or all of them are above the limits
     */
    public static DicomFile uncompressed(DicomFile file, Limits limits) {
        if (file.syntax().isNative()) {
            return file;
        }
        PixelData pixels = of(file, limits);
        long needed = pixels.layout.frameBytes() * pixels.frames();
        if (needed > limits.elementBytes()) {
            throw new DicomException(Flaw.FRAMES_TOO_LARGE, needed, limits.elementBytes());
        }
        ByteBuffer all = ByteBuffer.allocate((int) needed);
        for (int frame = 0; frame < pixels.frames(); frame++) {
            all.put(pixels.bytes(frame));
        }
        DatasetBuilder plain = file.dataset().toBuilder()
                .put(Tags.PIXEL_DATA, all.array())
                .put(Tags.HIGH_BIT, pixels.layout.bitsStored() - 1)
                .remove(Tags.EXTENDED_OFFSET_TABLE)
                .remove(Tags.EXTENDED_OFFSET_TABLE_LENGTHS);
        if (file.syntax().mayLose() && !file.dataset().contains(Tags.LOSSY_IMAGE_COMPRESSION)) {
            plain.put(Tags.LOSSY_IMAGE_COMPRESSION, "01");
        }
        return new DicomFile(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.meta(), plain.build());
    }

    /** Frames that say the same share one, however many there are. */
    private static List<Rescale> rescales(Dataset dataset, int frames) {
        List<Rescale> each = FrameHeaders.of(dataset).stream().map(Rescale::of).toList();
        return each.size() == frames ? each : Collections.nCopies(frames, Rescale.of(FrameHeaders.common(dataset)));
    }

    private static Source compressed(DicomFile file, PixelLayout layout) {
        EncapsulatedFrames frames = EncapsulatedFrames.of(file, layout.shape(), layout.frames());
        return frame -> ByteBuffer.wrap(frames.decode(frame));
    }

    private static Source uncompressed(DicomFile file, PixelLayout layout) {
        ByteBuffer bytes = file.dataset()
                .bytes(Tags.PIXEL_DATA)
                .orElseThrow(() -> new DicomException(
                        Flaw.PIXELS_IN_FRAGMENTS, Tags.PIXEL_DATA, file.syntax().name()));
        long needed = layout.frameBytes() * layout.frames();
        if (needed > bytes.remaining()) {
            throw new DicomException(
                    Flaw.PIXELS_TRUNCATED,
                    Tags.PIXEL_DATA,
                    bytes.remaining(),
                    layout.rows(),
                    layout.columns(),
                    layout.frames(),
                    layout.bitsAllocated(),
                    needed);
        }
        int size = (int) layout.frameBytes();
        return frame -> bytes.slice(frame * size, size);
    }

    public PixelLayout layout() {
        return layout;
    }

    /** How the stored values of a frame become those of the device. */
    public Rescale rescale(int frame) {
        return rescales.get(frame);
    }

    public int frames() {
        return layout.frames();
    }

    /** The stored values of a frame, row by row, before rescaling; 32-bit unsigned values above 2³¹−1 wrap. */
    public int[] stored(int frame) {
        ByteBuffer view = frame(frame);
        int[] values = new int[layout.pixels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = next(view);
        }
        return values;
    }

    private int next(ByteBuffer view) {
        int raw = switch (layout.bytesPerPixel()) {
            case 1 -> view.get();
            case 2 -> view.getShort();
            default -> view.getInt();
        };
        int high = raw << (31 - layout.highBit());
        int down = 32 - layout.bitsStored();
        return layout.signed() ? high >> down : high >>> down;
    }

    /**
     * A frame as little-endian bytes of {@code bitsAllocated} bits a pixel: the stored values alone. Bits that do not belong to them
     * are cleared, or follow the sign, since old devices drew text there.
     */
    public byte[] bytes(int frame) {
        ByteBuffer view = frame(frame);
        byte[] copy = new byte[view.remaining()];
        if (layout.bitsStored() == layout.bitsAllocated()) {
            view.get(copy);
            return copy;
        }
        ByteBuffer out = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        while (view.hasRemaining()) {
            int value = next(view);
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
        Rescale rescale = rescale(frame);
        boolean inverted = layout.photometric() == Photometric.MONOCHROME1;
        for (int i = 0; i < gray.length; i++) {
            int level = window.level(rescale.of(values[i]));
            gray[i] = (byte) (inverted ? 255 - level : level);
        }
        return gray;
    }

    /** The window that shows everything in a frame. */
    public Window fullWindow(int frame) {
        Rescale rescale = rescale(frame);
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
        return source.frame(frame).order(ByteOrder.LITTLE_ENDIAN);
    }
}
