package org.trabecula.statistics.repeated;

/** Symmetric matrices as lower triangles, row by row: element (row, column) is at row (row + 1) / 2 + column. */
final class Packed {
    private Packed() {}

    static int length(int size) {
        return size * (size + 1) / 2;
    }

    /** The first rows and columns, in full. */
    static double[][] leading(double[] packed, int size) {
        double[][] full = new double[size][size];
        for (int row = 0, at = 0; row < size; row++) {
            for (int column = 0; column <= row; column++, at++) {
                full[row][column] = packed[at];
                full[column][row] = packed[at];
            }
        }
        return full;
    }

    /** One row up to its diagonal. */
    static double[] row(double[] packed, int row) {
        double[] elements = new double[row + 1];
        System.arraycopy(packed, length(row), elements, 0, row + 1);
        return elements;
    }

    /** A full matrix as the coefficients of its quadratic form: elements off the diagonal doubled. */
    static double[] form(double[][] full, int size) {
        double[] packed = new double[length(size)];
        for (int row = 0; row < full.length; row++) {
            for (int column = 0; column <= row; column++) {
                packed[length(row) + column] = row == column ? full[row][row] : full[row][column] + full[column][row];
            }
        }
        return packed;
    }
}
