package org.trabecula.app.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Theirs and ours in images a second, run by run. */
record Comparison(String what, List<Double> theirs, List<Double> ours, String bar) {

    void add(double them, double us) {
        theirs.add(them);
        ours.add(us);
    }

    /** A line while it is measured. */
    String newest() {
        return String.format(
                Locale.ROOT, "  %s: Orthanc %.0f, Trabecula %.0f images/s", what, theirs.getLast(), ours.getLast());
    }

    /** A row of a Markdown table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f × | %s |",
                what,
                spread(theirs),
                spread(ours),
                median(ours) / median(theirs),
                bar);
    }

    private static String spread(List<Double> rates) {
        return String.format(
                Locale.ROOT, "%.0f (%.0f–%.0f)", median(rates), Collections.min(rates), Collections.max(rates));
    }

    private static double median(List<Double> values) {
        return Measure.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
