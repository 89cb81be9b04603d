package org.trabecula.statistics.proportion;

/**
 * The table with the margins of another one and a given odds ratio, its cells being real numbers.
 *
 * @param first events of the first group
 * @param variance the reciprocal of the sum of the reciprocal cells
 */
record ExpectedCells(double first, double variance) {
    /** @param ratio positive and finite; the table has no empty margin */
    static ExpectedCells at(double ratio, TwoByTwo table) {
        double n1 = table.first().total();
        double n2 = table.second().total();
        double m = table.events();
        // The rate of the second group is the root in (0, 1) of A r^2 + B r - m; the form without cancellation is
        // taken.
        double a = n2 * (ratio - 1);
        double b = n1 * ratio + n2 - m * (ratio - 1);
        double root = Math.sqrt(Math.max(0, b * b + 4 * a * m));
        double second = b > 0 ? 2 * m / (b + root) : (root - b) / (2 * a);
        double odds = ratio * second;
        double first = odds / (odds + 1 - second);
        double precision = 1 / (n1 * first * (1 - first)) + 1 / (n2 * second * (1 - second));
        return new ExpectedCells(n1 * first, 1 / precision);
    }
}
