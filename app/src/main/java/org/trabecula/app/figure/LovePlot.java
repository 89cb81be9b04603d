package org.trabecula.app.figure;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.trabecula.app.chart.Svg;

/**
 * How far the arms lie apart in each covariate, before weighting and after: the absolute standardised difference, with dotted
 * lines at 0.10 and 0.20 (Love TE, graphical display of covariate balance, 2002).
 *
 * @param axis what the axis below shows
 * @param before the name of the open marks, {@code after} that of the filled ones
 */
public record LovePlot(
        String id, String title, String description, String axis, String before, String after, List<Row> rows) {
    private static final double WIDTH = 700;
    private static final double LEFT = 310;
    private static final double RIGHT = 670;
    private static final double TOP = 34;
    private static final double ROW = 19;
    private static final double[] TARGETS = {0.1, 0.2};

    /**
     * One covariate.
     *
     * @param term whether it is in the model
     * @param before standardised difference without weights; empty where nobody differs
     * @param after with weights
     */
    public record Row(String label, boolean term, OptionalDouble before, OptionalDouble after) {}

    public LovePlot {
        rows = List.copyOf(rows);
    }

    /** The image as text. */
    public String svg() {
        double bottom = TOP + ROW * rows.size();
        double widest = widest();
        Svg svg = new Svg(id, WIDTH, bottom + 44, title, description);
        legend(svg);
        axis(svg, bottom, widest);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + ROW * i + ROW / 2, widest);
        }
        return svg.done();
    }

    private void legend(Svg svg) {
        svg.put("circle", "class", "before", "cx", LEFT + 6, "cy", 14.0, "r", 4.0);
        svg.text(LEFT + 16, 18, "start", "axis", before);
        svg.put("circle", "class", "after", "cx", LEFT + 176, "cy", 14.0, "r", 4.0);
        svg.text(LEFT + 186, 18, "start", "axis", after);
    }

    private void axis(Svg svg, double bottom, double widest) {
        double step = widest > 1 ? 0.5 : 0.2;
        for (double tick = 0; tick <= widest + 1e-9; tick += step) {
            svg.line(x(tick, widest), TOP, x(tick, widest), bottom, tick == 0 ? "base" : "grid");
            svg.text(x(tick, widest), bottom + 16, "middle", "axis", String.format(Locale.ROOT, "%.1f", tick));
        }
        for (double target : TARGETS) {
            svg.line(x(target, widest), TOP, x(target, widest), bottom, "target");
        }
        svg.text((LEFT + RIGHT) / 2, bottom + 36, "middle", "axis", axis);
    }

    private static void row(Svg svg, Row row, double y, double widest) {
        svg.text(LEFT - 12, y + 4, "end", row.term() ? "label" : "plain", row.label());
        if (row.before().isPresent() && row.after().isPresent()) {
            svg.line(size(row.before(), widest), y, size(row.after(), widest), y, "step");
        }
        if (row.before().isPresent()) {
            svg.put("circle", "class", "before", "cx", size(row.before(), widest), "cy", y, "r", 4.0);
        }
        if (row.after().isPresent()) {
            svg.put("circle", "class", "after", "cx", size(row.after(), widest), "cy", y, "r", 4.0);
        }
    }

    private static double size(OptionalDouble difference, double widest) {
        return x(Math.abs(difference.getAsDouble()), widest);
    }

    private static double x(double difference, double widest) {
        return LEFT + (RIGHT - LEFT) * difference / widest;
    }

    private double widest() {
        double most = rows.stream()
                .flatMapToDouble(row -> DoubleStream.concat(row.before().stream(), row.after().stream()))
                .map(Math::abs)
                .max()
                .orElse(0);
        return most > 1 ? Math.ceil(2 * most) / 2 : Math.max(0.4, Math.ceil(5 * most) / 5);
    }
}
