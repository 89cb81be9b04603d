package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/**
 * Lossless JPEG with Huffman codes, processes 14 (ISO/IEC 10918-1 annex H): each sample is foretold from its neighbours by one of seven
 * rules, and only the difference is coded.
 */
final class JpegLossless {

    private static final String NAME = "JPEG Lossless";
    private static final int LOSSLESS_HUFFMAN = 0xC3;

    private final JpegMarkers markers;
    private final byte[] image;
    private final FrameShape shape;
    private final Map<Integer, HuffmanTable> tables = new HashMap<>();
    private int precision;
    private int restartInterval;

    private JpegLossless(byte[] image, FrameShape shape) {
        this.markers = new JpegMarkers(image);
        this.image = image;
        this.shape = shape;
    }

    static byte[] decode(byte[] coded, FrameShape shape) {
        return new JpegLossless(coded, shape).decode();
    }

    private byte[] decode() {
        while (true) {
            int marker = markers.next();
            if (JpegMarkers.isFrame(marker)) {
                frame(markers.frame(marker));
            } else if (marker == JpegMarkers.HUFFMAN_TABLES) {
                tables(markers.segment());
            } else if (marker == JpegMarkers.RESTART_INTERVAL) {
                restartInterval = markers.segment(2).getShort() & 0xFFFF;
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
        if (frame.marker() != LOSSLESS_HUFFMAN) {
            throw new DicomException(Flaw.FRAME_OTHERWISE_CODED, NAME);
        }
        shape.requireSame(frame.rows(), frame.columns(), frame.components(), frame.precision());
        shape.requireSignBit(frame.precision());
        if (frame.precision() < 2 || frame.precision() > 16) {
            throw new DicomException(Flaw.BITS_NOT_DECODED, NAME, frame.precision());
        }
        precision = frame.precision();
    }

    private void tables(ByteBuffer segment) {
        while (segment.hasRemaining()) {
            int classAndNumber = segment.get() & 0xFF;
            // Nobody writes one anew, and each costs far more than its few bytes.
            if (tables.put(classAndNumber, new HuffmanTable(segment)) != null) {
                throw new DicomException(Flaw.FRAME_SEGMENT, "DHT");
            }
        }
    }

    private byte[] scan(ByteBuffer header) {
        int components = header.get(0);
        HuffmanTable table = tables.get((header.get(2) & 0xFF) >> 4);
        int rule = header.get(3);
        int shift = header.get(5) & 0x0F;
        if (precision == 0 || components != 1 || table == null || rule < 1 || rule > 7 || shift >= precision) {
            throw new DicomException(Flaw.FRAME_SEGMENT, "SOS");
        }
        if (restartInterval % shape.columns() != 0) {
            throw new DicomException(Flaw.FRAME_SEGMENT, "DRI");
        }
        return new Scan(EntropyBits.jpeg(image, markers.position()), table, rule, shift)
                .samples(shape, 1 << (precision - shift - 1), restartInterval / shape.columns());
    }

    private record Scan(EntropyBits bits, HuffmanTable table, int rule, int shift) {

        /** Every row of the image; after {@code restartRows} rows, if not 0, coding begins anew. */
        byte[] samples(FrameShape shape, int middle, int restartRows) {
            Plane plane = new Plane(shape);
            int[] above = new int[shape.columns()];
            int[] row = new int[shape.columns()];
            for (int y = 0; y < shape.rows(); y++) {
                boolean anew = restartRows > 0 && y % restartRows == 0;
                if (anew && y > 0) {
                    bits.restart();
                }
                row(row, above, y == 0 || anew, middle);
                for (int sample : row) {
                    plane.add(sample << shift);
                }
                int[] swap = above;
                above = row;
                row = swap;
            }
            return plane.bytes();
        }

        private void row(int[] row, int[] above, boolean first, int middle) {
            row[0] = (first ? middle : above[0]) + difference() & 0xFFFF;
            for (int x = 1; x < row.length; x++) {
                int foretold = first ? row[x - 1] : foretold(row[x - 1], above[x], above[x - 1]);
                row[x] = foretold + difference() & 0xFFFF;
            }
        }

        /** Table H.1. */
        private int foretold(int left, int up, int upLeft) {
            return switch (rule) {
                case 1 -> left;
                case 2 -> up;
                case 3 -> upLeft;
                case 4 -> left + up - upLeft;
                case 5 -> left + ((up - upLeft) >> 1);
                case 6 -> up + ((left - upLeft) >> 1);
                default -> (left + up) >> 1;
            };
        }

        private int difference() {
            int size = table.decode(bits);
            if (size == 0) {
                return 0;
            }
            if (size == 16) {
                return 1 << 15;
            }
            int value = bits.take(size);
            return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        }
    }
}
