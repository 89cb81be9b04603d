package org.trabecula.statistics.regression;

/** The rules that every model's data must keep. */
final class Shapes {
    private Shapes() {}

    /**
     * The number of columns.
     *
     * @throws IllegalArgumentException if there are not as many rows as responses, rows differ in length or are empty, or
     *     a number is not finite
     */
    static int columns(double[][] rows, int responses) {
        if (rows.length != responses) {
            throw new IllegalArgumentException(
                    "A model needs a row for each response, but there are " + rows.length + " and " + responses);
        }
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != columns || columns == 0) {
                throw new IllegalArgumentException("A model's rows have the same columns, at least one, but row " + row
                        + " has " + rows[row].length + " and the first " + columns);
            }
            for (int column = 0; column < columns; column++) {
                if (!Double.isFinite(rows[row][column])) {
                    throw new IllegalArgumentException("A model's numbers are finite, but row " + row + ", column "
                            + column + " is " + rows[row][column]);
                }
            }
        }
        return columns;
    }
}
