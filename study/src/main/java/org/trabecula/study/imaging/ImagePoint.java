package org.trabecula.study.imaging;

/** A place on an image, in pixels: columns to the right, rows down; (0, 0) is the centre of the first pixel. */
public record ImagePoint(double column, double row) {
    public ImagePoint {
        if (!Double.isFinite(column) || !Double.isFinite(row)) {
            throw new IllegalArgumentException("A place on an image is two numbers, not " + column + ", " + row);
        }
    }
}
