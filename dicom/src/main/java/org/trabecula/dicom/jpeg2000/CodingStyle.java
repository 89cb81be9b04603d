package org.trabecula.dicom.jpeg2000;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a tile is coded (sections A.6.1 and A.6.2).
 *
 * @param levels how often the image was halved
 * @param blockWidth of code blocks, as a power of 2; {@code blockHeight} alike
 * @param reversible whether the wavelet is 5-3, else it is 9-7
 * @param precincts of each resolution, from the smallest
 */
record CodingStyle(
        boolean packetMarkers,
        Progression progression,
        int layers,
        int levels,
        int blockWidth,
        int blockHeight,
        boolean segmentationSymbols,
        boolean reversible,
        List<Cell> precincts) {

    /** Which comes first in the order of packets (section B.12.1); for one component the last two are the same. */
    enum Progression {
        LAYER,
        RESOLUTION_LAYER,
        RESOLUTION_POSITION,
        POSITION,
        COMPONENT
    }

    /** How wide and high precincts or code blocks are, as powers of 2. */
    record Cell(int width, int height) {}

    private static final int OWN_PRECINCTS = 1;
    private static final int PACKET_MARKERS = 6;
    private static final int PREDICTABLE = 0x10;
    private static final int SEGMENTATION_SYMBOLS = 0x20;
    /** Table A.20. */
    private static final int IRREVERSIBLE = 0;

    private static final int REVERSIBLE = 1;

    CodingStyle {
        boolean blocks = blockWidth <= 10 && blockHeight <= 10 && blockWidth + blockHeight <= 12;
        if (layers == 0 || levels > 32 || !blocks) {
            throw Refusal.segment("COD");
        }
    }

    static CodingStyle read(ByteBuffer segment) {
        if (segment.remaining() < 10) {
            throw Refusal.truncated();
        }
        int flags = segment.get();
        int order = segment.get() & 0xFF;
        if (order >= Progression.values().length) {
            throw Refusal.segment("COD");
        }
        int layers = segment.getShort() & 0xFFFF;
        segment.get();
        return read(segment, flags, (flags & PACKET_MARKERS) != 0, Progression.values()[order], layers);
    }

    /** With what a segment for the one component says otherwise. */
    CodingStyle forComponent(ByteBuffer segment) {
        if (segment.remaining() < 7) {
            throw Refusal.truncated();
        }
        segment.get();
        return read(segment, segment.get(), packetMarkers, progression, layers);
    }

    private static CodingStyle read(
            ByteBuffer segment, int flags, boolean markers, Progression progression, int layers) {
        int levels = segment.get() & 0xFF;
        int blockWidth = (segment.get() & 0xFF) + 2;
        int blockHeight = (segment.get() & 0xFF) + 2;
        int blockStyle = segment.get() & 0xFF;
        if ((blockStyle & ~(PREDICTABLE | SEGMENTATION_SYMBOLS)) != 0) {
            throw Refusal.unsupported("SPcod " + blockStyle);
        }
        int wavelet = segment.get();
        if (wavelet != REVERSIBLE && wavelet != IRREVERSIBLE) {
            throw Refusal.segment("COD");
        }
        boolean own = (flags & OWN_PRECINCTS) != 0;
        if (own && segment.remaining() <= levels) {
            throw Refusal.truncated();
        }
        List<Cell> precincts = IntStream.rangeClosed(0, levels)
                .mapToObj(resolution -> precinct(own ? segment.get() : 0xFF, resolution))
                .toList();
        boolean symbols = (blockStyle & SEGMENTATION_SYMBOLS) != 0;
        return new CodingStyle(
                markers,
                progression,
                layers,
                levels,
                blockWidth,
                blockHeight,
                symbols,
                wavelet == REVERSIBLE,
                precincts);
    }

    private static Cell precinct(int powers, int resolution) {
        Cell precinct = new Cell(powers & 0x0F, powers >> 4 & 0x0F);
        if (resolution > 0 && (precinct.width() == 0 || precinct.height() == 0)) {
            throw Refusal.segment("COD");
        }
        return precinct;
    }
}
