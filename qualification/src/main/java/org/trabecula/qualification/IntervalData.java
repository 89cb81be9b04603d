package org.trabecula.qualification;

import java.util.List;
import java.util.stream.DoubleStream;
import org.trabecula.statistics.censored.CensoredTimes;

/**
 * The rows of a table with an interval in which the event lies, and no missing cell in the columns that are needed
 * besides. An empty left end is 0, an empty right end infinite; a row without either is left out.
 *
 * @param table the rows
 * @param times their intervals
 */
record IntervalData(Table table, CensoredTimes times) {
    static final Method.Input LEFT =
            Method.needs("left", "column of the last time without the event; 0 or empty when it was there at once");
    static final Method.Input RIGHT =
            Method.needs("right", "column of the first time with the event; empty when it was not seen");

    static IntervalData of(Case asked, List<String> needed) {
        String left = asked.inputs().text("left");
        String right = asked.inputs().text("right");
        Table complete = asked.table().complete(needed);
        Table table = complete.where(row -> !complete.isMissing(row, left) || !complete.isMissing(row, right));
        return new IntervalData(
                table, new CensoredTimes(ends(table, left, 0), ends(table, right, Double.POSITIVE_INFINITY)));
    }

    /** The data of some rows. */
    IntervalData at(int[] rows) {
        return new IntervalData(table, times.at(rows));
    }

    private static double[] ends(Table table, String column, double missing) {
        return DoubleStream.of(table.numbers(column))
                .map(end -> Double.isNaN(end) ? missing : end)
                .toArray();
    }
}
