package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers along a side of a figure. */
record Axis(double low, double high, double from, double to) {

    /** Where a number stands; what lies beyond the ends stands at the end. */
    double at(double value) {
        double inside = Math.min(high, Math.max(low, value));
        return from + (to - from) * (inside - low) / (high - low);
    }

    /** Round numbers within the ends, about so many. */
    List<Double> ticks(int about) {
        double rough = (high - low) / about;
        double size = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = size * (rough / size >= 5 ? 10 : rough / size >= 2 ? 5 : rough / size >= 1 ? 2 : 1);
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    static String label(double value) {
        String text = Math.abs(value - Math.rint(value)) < 1e-9
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, Math.abs(value) < 0.095 ? "%.2f" : "%.1f", value);
        return text.replace('-', '−');
    }
}
