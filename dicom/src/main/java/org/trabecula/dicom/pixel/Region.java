package org.trabecula.dicom.pixel;

/** A rectangle of an image in whole pixels, counted from the upper left corner; it may reach beyond the image. */
public record Region(int x, int y, int width, int height) {
    public Region {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("Not a region: " + x + "," + y + "," + width + "," + height);
        }
    }

    /** One past the last column. */
    public int right() {
        return x + width;
    }

    /** One past the last row. */
    public int bottom() {
        return y + height;
    }

    /** Whether the two, each grown by so many pixels to every side, have a pixel in common. */
    boolean meets(Region other, int across, int down) {
        return x - across < other.right()
                && other.x - across < right()
                && y - down < other.bottom()
                && other.y - down < bottom();
    }

    /** The smallest region that holds both. */
    Region and(Region other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Region(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** Grown to every side, within an image. */
    Region grown(int by, int columns, int rows) {
        int left = Math.max(0, x - by);
        int top = Math.max(0, y - by);
        return new Region(left, top, Math.min(columns, right() + by) - left, Math.min(rows, bottom() + by) - top);
    }
}
