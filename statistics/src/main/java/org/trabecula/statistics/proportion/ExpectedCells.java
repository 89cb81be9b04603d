package org.trabecula.statistics.proportion;

/**
 * The table with the margins of another one and a given odds ratio, its cells being real numbers.
 *
 * <p>Only the smallest cell is solved for; the other three are then sums and differences in which nothing cancels, so
 * that even a cell of 1e-10 beside a million keeps its digits.
 *
 * @param first events of the first group
 * @param variance the reciprocal of the sum of the reciprocal cells
 */
record ExpectedCells(double first, double variance) {
    /** @param ratio positive and finite; the table has no empty margin */
    static ExpectedCells at(double ratio, TwoByTwo table) {
        double n1 = table.first().total();
        double n2 = table.second().total();
        double events = table.events();
        double others = n1 + n2 - events;
        if (ratio <= 1) {
            return below(ratio, n1, n2, events, others);
        }
        // Beyond 1 the other diagonal is the small one: count non-events, and turn back.
        ExpectedCells turned = below(1 / ratio, n1, n2, others, events);
        return new ExpectedCells(n1 - turned.first, turned.variance);
    }

    /** For a ratio of at most 1, where the diagonal of the first cell is the small one. */
    private static ExpectedCells below(double ratio, double n1, double n2, double events, double others) {
        double excess = n2 - events;
        double a;
        double d;
        if (excess >= 0) {
            a = smallest(ratio, n1, events, excess);
            d = a + excess;
        } else {
            d = smallest(ratio, n2, others, -excess);
            a = d - excess;
        }
        return new ExpectedCells(a, 1 / (1 / a + 1 / (n1 - a) + 1 / (events - a) + 1 / d));
    }

    /** The root of x (x + excess) = ratio (row - x) (column - x), in the form of the formula that does not cancel. */
    private static double smallest(double ratio, double row, double column, double excess) {
        double linear = excess + ratio * (row + column);
        double constant = ratio * row * column;
        return 2 * constant / (linear + Math.sqrt(linear * linear + 4 * (1 - ratio) * constant));
    }
}
