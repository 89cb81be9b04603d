package org.trabecula.dicom.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/** Lossy JPEG of 8 bits, sequential with Huffman codes (ISO/IEC 10918-1 processes 1 and 2), by the decoder of the JDK. */
final class JpegLossy {

    private static final String NAME = "JPEG Baseline/Extended";
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;

    private JpegLossy() {}

    static byte[] decode(byte[] coded, FrameShape shape) {
        JpegMarkers.Frame frame = frame(new JpegMarkers(coded));
        if (frame.marker() != BASELINE && frame.marker() != EXTENDED) {
            throw new DicomException(Flaw.FRAME_OTHERWISE_CODED, NAME);
        }
        if (frame.precision() != 8) {
            throw new DicomException(Flaw.BITS_NOT_DECODED, NAME, frame.precision());
        }
        shape.requireSame(frame.rows(), frame.columns(), frame.components(), frame.precision());
        shape.requireSignBit(frame.precision());
        Raster raster = raster(coded);
        shape.requireSame(raster.getHeight(), raster.getWidth(), raster.getNumBands(), frame.precision());
        Plane plane = new Plane(shape);
        int[] row = new int[shape.columns()];
        for (int y = 0; y < shape.rows(); y++) {
            for (int sample : raster.getSamples(0, y, row.length, 1, 0, row)) {
                plane.add(sample);
            }
        }
        return plane.bytes();
    }

    private static JpegMarkers.Frame frame(JpegMarkers markers) {
        while (true) {
            int marker = markers.next();
            if (JpegMarkers.isFrame(marker)) {
                return markers.frame(marker);
            }
            if (marker == JpegMarkers.START_OF_SCAN || marker == JpegMarkers.END_OF_IMAGE) {
                throw new DicomException(Flaw.FRAME_SEGMENT, "SOF");
            }
            markers.segment();
        }
    }

    private static Raster raster(byte[] coded) {
        ImageReader reader = reader();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(coded))) {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            if (!warnings.isEmpty()) {
                throw new DicomException(Flaw.FRAME_DAMAGED);
            }
            return raster;
        } catch (DicomException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoder tells of damage in many ways.
            throw new DicomException(Flaw.FRAME_DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
                return reader;
            }
        }
        throw new IllegalStateException("This JDK has no JPEG decoder.");
    }
}
