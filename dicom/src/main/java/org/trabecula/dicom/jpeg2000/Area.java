package org.trabecula.dicom.jpeg2000;

/** A rectangle on a grid, the right and lower edge not belonging to it. */
record Area(int x0, int y0, int x1, int y1) {

    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    /** How many points or cells. */
    long size() {
        return (long) width() * height();
    }

    boolean isEmpty() {
        return width() == 0 || height() == 0;
    }

    Area common(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** What is left of it after so many halvings (equation B-14). */
    Area halved(int times) {
        return band(times, 0, 0);
    }

    /** The sub-band of that level; {@code right} and {@code down} are 1 where it holds the high frequencies (equation B-15). */
    Area band(int level, int right, int down) {
        return new Area(
                band1(x0, level, right), band1(y0, level, down), band1(x1, level, right), band1(y1, level, down));
    }

    private static int band1(long edge, int level, int high) {
        long from = high == 0 ? edge : edge - (1L << (level - 1));
        return (int) Math.ceilDiv(from, 1L << level);
    }

    /** The cells, 2 to those powers wide and high, that it touches, as an area of cell numbers. */
    Area cells(int widthPower, int heightPower) {
        return isEmpty()
                ? new Area(0, 0, 0, 0)
                : new Area(
                        x0 >> widthPower,
                        y0 >> heightPower,
                        ((x1 - 1) >> widthPower) + 1,
                        ((y1 - 1) >> heightPower) + 1);
    }

    /** One cell of such a grid. */
    static Area cell(int column, int row, int widthPower, int heightPower) {
        return new Area(
                edge(column, widthPower),
                edge(row, heightPower),
                edge(column + 1, widthPower),
                edge(row + 1, heightPower));
    }

    private static int edge(int cell, int power) {
        return (int) Math.min(Integer.MAX_VALUE, (long) cell << power);
    }
}
