package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/** JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1): reads the markers of annex C and has the one scan decoded. */
final class JpegLs {

    private static final String NAME = "JPEG-LS";
    private static final int PRESETS = 0xF8;
    private static final int THRESHOLDS = 1;

    private final JpegMarkers markers;
    private final byte[] image;
    private final FrameShape shape;
    private final int[] presets = new int[5];
    private int precision;

    private JpegLs(byte[] image, FrameShape shape) {
        this.markers = new JpegMarkers(image);
        this.image = image;
        this.shape = shape;
    }

    static byte[] decode(byte[] coded, FrameShape shape) {
        return new JpegLs(coded, shape).decode();
    }

    private byte[] decode() {
        while (true) {
            int marker = markers.next();
            if (marker == JpegMarkers.JPEG_LS) {
                frame(markers.frame(marker));
            } else if (JpegMarkers.isFrame(marker)) {
                throw new DicomException(Flaw.FRAME_OTHERWISE_CODED, NAME);
            } else if (marker == PRESETS) {
                presets(markers.segment(1));
            } else if (marker == JpegMarkers.RESTART_INTERVAL) {
                throw new DicomException(Flaw.OPTION_NOT_DECODED, NAME, "DRI");
            } else if (marker == JpegMarkers.START_OF_SCAN) {
                return scan(markers.segment(6));
            } else if (marker == JpegMarkers.END_OF_IMAGE) {
                throw new DicomException(Flaw.FRAME_TRUNCATED);
            } else {
                markers.segment();
            }
        }
    }

    private void frame(JpegMarkers.Frame frame) {
        shape.requireSame(frame.rows(), frame.columns(), frame.components(), frame.precision());
        shape.requireSignBit(frame.precision());
        if (frame.precision() < 2 || frame.precision() > 16) {
            throw new DicomException(Flaw.BITS_NOT_DECODED, NAME, frame.precision());
        }
        precision = frame.precision();
    }

    private void presets(ByteBuffer segment) {
        int kind = segment.get();
        if (kind != THRESHOLDS) {
            throw new DicomException(Flaw.OPTION_NOT_DECODED, NAME, "LSE " + kind);
        }
        if (segment.remaining() < 2 * presets.length) {
            throw new DicomException(Flaw.FRAME_SEGMENT, "LSE");
        }
        for (int i = 0; i < presets.length; i++) {
            presets[i] = segment.getShort() & 0xFFFF;
        }
    }

    private byte[] scan(ByteBuffer header) {
        int near = header.get(3) & 0xFF;
        if (precision == 0 || header.get(0) != 1) {
            throw new DicomException(Flaw.FRAME_SEGMENT, "SOS");
        }
        if (header.get(2) != 0 || (header.get(5) & 0x0F) != 0) {
            throw new DicomException(Flaw.OPTION_NOT_DECODED, NAME, "Tm/Al");
        }
        JpegLsParameters parameters = JpegLsParameters.of(precision, near, presets);
        return new JpegLsScan(EntropyBits.jpegLs(image, markers.position()), parameters).samples(shape);
    }
}
