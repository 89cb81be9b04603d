package org.trabecula.app.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.pixel.FrameHeaders;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.Window;

/**
 * How one frame becomes a picture that any browser shows (PS3.18 section 8.3.5): eight bits of grey, and not a word of the
 * file's.
 *
 * @param window what is spread from black to white, in rescaled values; empty takes the file's own, else all that the frame has
 * @param within the picture is made as large as fits into this box; empty leaves its size
 * @param quality of a JPEG, 1 to 100
 */
public record Rendering(Format format, Optional<Window> window, Optional<Box> within, int quality) {

    /** What the picture is written as. */
    public enum Format {
        PNG,
        JPEG;

        public String mediaType() {
            return "image/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A picture's size in pixels, 64 Mi of them at most. */
    public record Box(int width, int height) {
        private static final int MOST = 64 << 20;

        public Box {
            if (width < 1 || height < 1 || (long) width * height > MOST) {
                throw new IllegalArgumentException("A picture has at least one pixel and at most " + MOST);
            }
        }

        /** The largest size of the same shape as {@code columns} by {@code rows} that fits. */
        Box holding(int columns, int rows) {
            double scale = Math.min((double) width / columns, (double) height / rows);
            return new Box((int) Math.max(1, Math.round(columns * scale)), (int) Math.max(1, Math.round(rows * scale)));
        }
    }

    public Rendering {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("The quality of a JPEG is 1 to 100");
        }
    }

    public static Rendering png() {
        return new Rendering(Format.PNG, Optional.empty(), Optional.empty(), 90);
    }

    public static Rendering jpeg() {
        return new Rendering(Format.JPEG, Optional.empty(), Optional.empty(), 90);
    }

    public Rendering through(Window chosen) {
        return new Rendering(format, Optional.of(chosen), within, quality);
    }

    public Rendering within(int width, int height) {
        return new Rendering(format, window, Optional.of(new Box(width, height)), quality);
    }

    public Rendering ofQuality(int chosen) {
        return new Rendering(format, window, within, chosen);
    }

    /**
     * The picture of a frame; empty when there is no such frame.
     *
     * @param frame from 0
     * @throws DicomException if the pixels cannot be shown
     */
    public Optional<byte[]> of(DicomFile file, int frame) {
        PixelData pixels = PixelData.of(file);
        return of(pixels, FrameHeaders.of(file.dataset(), frame, pixels.frames()), frame);
    }

    /** The same of pixels at hand. */
    Optional<byte[]> of(PixelData pixels, Dataset header, int frame) {
        if (frame < 0 || frame >= pixels.frames()) {
            return Optional.empty();
        }
        Window seen = window.or(() -> Window.of(header)).orElseGet(() -> pixels.fullWindow(frame));
        int columns = pixels.layout().columns();
        int rows = pixels.layout().rows();
        Box size = within.map(box -> box.holding(columns, rows)).orElse(new Box(columns, rows));
        byte[] gray = pixels.gray8(frame, seen);
        boolean same = size.equals(new Box(columns, rows));
        return Optional.of(written(same ? gray : scaled(gray, new Box(columns, rows), size), size));
    }

    private byte[] written(byte[] gray, Box size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, size.width(), size.height(), gray);
        ByteArrayOutputStream out = new ByteArrayOutputStream(gray.length / 2 + 1024);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality / 100f);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written.", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Each new pixel is the mean of the area that it covers, so that no thin line between two samples is lost. */
    private static byte[] scaled(byte[] gray, Box from, Box to) {
        float[] narrow = new float[to.width() * from.height()];
        Cover[] across = Cover.of(from.width(), to.width());
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                int row = y * from.width();
                narrow[y * to.width() + x] = across[x].mean(i -> gray[row + i] & 0xFF);
            }
        }
        byte[] small = new byte[to.width() * to.height()];
        Cover[] down = Cover.of(from.height(), to.height());
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                int column = x;
                small[y * to.width() + x] = (byte) Math.round(down[y].mean(i -> narrow[i * to.width() + column]));
            }
        }
        return small;
    }

    /** Which old samples one new sample covers: the first and the last perhaps in part. */
    private record Cover(int first, int last, float ofFirst, float ofLast) {

        interface Line {
            float at(int i);
        }

        static Cover[] of(int from, int to) {
            Cover[] covers = new Cover[to];
            for (int i = 0; i < to; i++) {
                double start = (double) i * from / to;
                double end = (double) (i + 1) * from / to;
                int first = (int) start;
                int last = Math.min(from - 1, Math.max(first, (int) Math.ceil(end - 1e-9) - 1));
                covers[i] = first == last
                        ? new Cover(first, last, 1, 0)
                        : new Cover(first, last, (float) (first + 1 - start), (float) (end - last));
            }
            return covers;
        }

        float mean(Line line) {
            if (first == last) {
                return line.at(first);
            }
            float sum = ofFirst * line.at(first) + ofLast * line.at(last);
            for (int i = first + 1; i < last; i++) {
                sum += line.at(i);
            }
            return sum / (ofFirst + ofLast + (last - first - 1));
        }
    }
}
