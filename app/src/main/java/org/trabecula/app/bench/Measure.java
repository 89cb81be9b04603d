package org.trabecula.app.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One measured figure.
 *
 * @param bar what it should be at most (or, for rates, at least)
 */
record Measure(String what, double value, String unit, String bar) {

    /** A row of a Markdown table. */
    String row() {
        return String.format(Locale.ROOT, "| %s | %s %s | %s |", what, shown(), unit, bar);
    }

    private String shown() {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** The smallest value that at least this share of the values does not exceed. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
