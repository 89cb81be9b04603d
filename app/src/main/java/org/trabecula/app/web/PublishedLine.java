package org.trabecula.app.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.trabecula.simulation.mechanism.Point;
import org.trabecula.simulation.mechanism.Series;

/** One published point beside what the model makes of it. */
record PublishedLine(Point point, double simulated) {
    private static final String PER_CENT = " %";

    static List<PublishedLine> all(Series series) {
        return Stream.of(Point.values())
                .map(point -> new PublishedLine(point, point.in(series)))
                .toList();
    }

    public Point.Match match() {
        return point.match(simulated);
    }

    public String published() {
        return point.low() == point.high()
                ? shown(point.low())
                : shown(point.low()).replace(PER_CENT, "") + "–" + shown(point.high());
    }

    public String model() {
        return shown(simulated);
    }

    /** Shares in per cent. */
    private String shown(double value) {
        if (point.share()) {
            return String.format(Locale.ROOT, "%.1f", 100 * value) + PER_CENT;
        }
        return String.format(Locale.ROOT, point == Point.HU_APART ? "%.0f" : "%.3f", value);
    }
}
