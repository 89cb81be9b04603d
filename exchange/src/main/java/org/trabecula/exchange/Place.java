package org.trabecula.exchange;

/**
 * Where in a text. Line and column count from 1; 0 means the whole file or the whole line. In a CSV the column counts
 * cells.
 */
public record Place(String file, int line, int column) {

    /** A file as a whole. */
    public static Place in(String file) {
        return new Place(file, 0, 0);
    }

    /** Another column of the same line. */
    public Place at(int otherColumn) {
        return new Place(file, line, otherColumn);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }
}
