package org.trabecula.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something over the months after surgery, one curve for each arm, named at its end.
 *
 * @param up what the axis on the left shows
 * @param across what the axis below shows
 * @param top the largest value that the axis shows
 * @param curves one for each arm
 * @param threshold a line across with a name
 */
public record CurveChart(
        String id,
        String title,
        String description,
        String up,
        String across,
        double top,
        List<Curve> curves,
        Optional<Threshold> threshold) {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 250;
    private static final double LEFT = 44;
    private static final double RIGHT = 410;
    private static final double TOP = 30;
    private static final double BOTTOM = 206;
    private static final int STEPS = 4;
    private static final int EVERY = 6;

    /**
     * What is drawn for one arm.
     *
     * @param values at equal distances from surgery to the last month
     */
    public record Curve(String label, int months, List<Double> values) {
        public Curve {
            values = List.copyOf(values);
        }
    }

    /** A height that means something. */
    public record Threshold(String label, double height) {}

    public CurveChart {
        curves = List.copyOf(curves);
    }

    public String svg() {
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, description);
        grid(svg);
        threshold.ifPresent(line -> {
            svg.line(LEFT, y(line.height()), RIGHT, y(line.height()), "target");
            svg.text(RIGHT - 4, y(line.height()) - 5, "end", "axis", line.label());
        });
        for (int arm = 0; arm < curves.size(); arm++) {
            svg.open("g", "class", "arm-" + arm);
            svg.put("path", "class", "curve", "d", way(curves.get(arm)));
            svg.close("g");
        }
        labels(svg);
        return svg.done();
    }

    private void grid(Svg svg) {
        svg.text(LEFT - 36, TOP - 14, "start", "axis", up);
        for (int step = 0; step <= STEPS; step++) {
            double value = top * step / STEPS;
            svg.line(LEFT, y(value), RIGHT, y(value), step == 0 ? "base" : "grid");
            svg.text(LEFT - 6, y(value) + 4, "end", "axis", shown(value));
        }
        for (int month = 0; month <= months(); month += EVERY) {
            svg.text(x(month), BOTTOM + 16, "middle", "axis", String.valueOf(month));
        }
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 34, "middle", "axis", across);
    }

    private String way(Curve curve) {
        StringBuilder way = new StringBuilder();
        int last = curve.values().size() - 1;
        for (int point = 0; point <= last; point++) {
            way.append(point == 0 ? "M" : "L")
                    .append(Svg.number(x(curve.months() * point / (double) last)))
                    .append(' ')
                    .append(Svg.number(y(curve.values().get(point))));
        }
        return way.toString();
    }

    private void labels(Svg svg) {
        List<Double> heights = Labels.apart(
                curves.stream().map(curve -> y(curve.values().getLast()) + 4).toList(), BOTTOM + 4);
        for (int arm = 0; arm < curves.size(); arm++) {
            svg.text(
                    RIGHT + 8,
                    heights.get(arm),
                    "start",
                    "label arm-" + arm,
                    curves.get(arm).label());
        }
    }

    private int months() {
        return curves.stream().mapToInt(Curve::months).max().orElse(EVERY);
    }

    private double x(double month) {
        return LEFT + (RIGHT - LEFT) * month / months();
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(value, 0, top) / top;
    }

    private static String shown(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
    }
}
