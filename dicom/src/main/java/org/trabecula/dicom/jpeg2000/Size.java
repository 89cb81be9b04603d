package org.trabecula.dicom.jpeg2000;

import java.nio.ByteBuffer;

/** Size and samples of an image, and how it is cut into tiles (section A.5.1). */
record Size(Area image, Area firstTile, int components, int precision, boolean signed) {

    private static final int HIGH_THROUGHPUT = 0x4000;
    /** Far beyond any image, far below where sums would overflow. */
    private static final int FARTHEST = 1 << 26;

    Size {
        boolean origin = firstTile.x0() <= image.x0() && firstTile.y0() <= image.y0();
        boolean reaches = firstTile.x1() > image.x0() && firstTile.y1() > image.y0();
        if (image.isEmpty() || firstTile.isEmpty() || !origin || !reaches) {
            throw Refusal.segment("SIZ");
        }
    }

    static Size read(ByteBuffer segment) {
        if (segment.remaining() < 39) {
            throw Refusal.truncated();
        }
        if ((segment.getShort() & HIGH_THROUGHPUT) != 0) {
            throw Refusal.unsupported("HTJ2K");
        }
        int x1 = edge(segment);
        int y1 = edge(segment);
        Area image = new Area(edge(segment), edge(segment), x1, y1);
        int tileWidth = edge(segment);
        int tileHeight = edge(segment);
        int tileX = edge(segment);
        int tileY = edge(segment);
        int components = segment.getShort() & 0xFFFF;
        int depth = segment.get() & 0xFF;
        if (segment.getShort() != 0x0101) {
            throw Refusal.unsupported("XRsiz/YRsiz");
        }
        Area tile = new Area(tileX, tileY, tileX + tileWidth, tileY + tileHeight);
        return new Size(image, tile, components, (depth & 0x7F) + 1, depth > 0x7F);
    }

    private static int edge(ByteBuffer segment) {
        return (int) Math.min(FARTHEST, Integer.toUnsignedLong(segment.getInt()));
    }

    long tiles() {
        return (long) tilesAcross() * Math.ceilDiv(image.y1() - firstTile.y0(), firstTile.height());
    }

    private int tilesAcross() {
        return Math.ceilDiv(image.x1() - firstTile.x0(), firstTile.width());
    }

    /** Section B.3. */
    Area tile(int index) {
        int x = firstTile.x0() + index % tilesAcross() * firstTile.width();
        int y = firstTile.y0() + index / tilesAcross() * firstTile.height();
        return new Area(x, y, x + firstTile.width(), y + firstTile.height()).common(image);
    }
}
