package org.trabecula.app.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Differences of two measurements against their mean, after Bland and Altman: points, the mean difference and the limits of
 * agreement as lines across. Pairs that fall together are one larger point.
 *
 * @param pairs mean and difference of each pair
 * @param across what the axis below shows
 * @param up what the axis on the left shows
 * @param lines heights to draw, with a name each: limit, mean, limit
 */
public record DifferenceChart(
        String id, String title, String description, String across, String up, List<double[]> pairs, List<Line> lines) {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 270;
    private static final double LEFT = 44;
    private static final double RIGHT = 430;
    private static final double TOP = 30;
    private static final double BOTTOM = 226;
    private static final int STEPS = 4;

    /** A line across. */
    public record Line(String name, double height) {}

    public DifferenceChart {
        pairs = List.copyOf(pairs);
        lines = List.copyOf(lines);
    }

    public String svg() {
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, description);
        double wide = nice(pairs.stream().mapToDouble(pair -> pair[0]).max().orElse(1));
        double high = nice(Math.max(
                pairs.stream().mapToDouble(pair -> Math.abs(pair[1])).max().orElse(1),
                lines.stream()
                        .mapToDouble(line -> Math.abs(line.height()))
                        .max()
                        .orElse(1)));
        grid(svg, wide, high);
        points(svg, wide, high);
        across(svg, high);
        return svg.done();
    }

    private void grid(Svg svg, double wide, double high) {
        svg.text(LEFT - 36, TOP - 14, "start", "axis", up);
        for (int step = -2; step <= 2; step++) {
            double value = high * step / 2;
            svg.line(LEFT, y(value, high), RIGHT, y(value, high), step == 0 ? "base" : "grid");
            svg.text(LEFT - 6, y(value, high) + 4, "end", "axis", shown(value));
        }
        for (int step = 0; step <= STEPS; step++) {
            double value = wide * step / STEPS;
            svg.text(x(value, wide), BOTTOM + 16, "middle", "axis", shown(value));
        }
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 34, "middle", "axis", across);
    }

    private void points(Svg svg, double wide, double high) {
        Map<String, double[]> places = new LinkedHashMap<>();
        for (double[] pair : pairs) {
            double x = x(pair[0], wide);
            double y = y(pair[1], high);
            places.computeIfAbsent(Math.round(x) + " " + Math.round(y), _ -> new double[] {x, y, 0})[2]++;
        }
        svg.open("g", "class", "arm-0 pairs");
        places.values()
                .forEach(place -> svg.put(
                        "circle",
                        "class",
                        "mark",
                        "cx",
                        place[0],
                        "cy",
                        place[1],
                        "r",
                        Math.min(9, 1.6 + Math.log1p(place[2]))));
        svg.close("g");
    }

    private void across(Svg svg, double high) {
        List<Double> heights = Labels.apart(
                lines.stream().map(line -> y(line.height(), high) + 4).toList(), BOTTOM + 4);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            svg.line(LEFT, y(line.height(), high), RIGHT, y(line.height(), high), "target");
            svg.text(RIGHT + 8, heights.get(i), "start", "label", line.name() + " " + shown(line.height()));
        }
    }

    private static double x(double value, double wide) {
        return LEFT + (RIGHT - LEFT) * value / wide;
    }

    private static double y(double value, double high) {
        return (TOP + BOTTOM) / 2 - (BOTTOM - TOP) / 2 * value / high;
    }

    private static String shown(double value) {
        String size = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", Math.abs(value));
        return value < 0 ? "−" + size : size;
    }

    /** The next round number at or above. */
    private static double nice(double value) {
        double size = Math.pow(10, Math.floor(Math.log10(Math.max(value, 0.01))));
        return List.of(1.0, 2.0, 4.0, 5.0, 10.0).stream()
                .map(step -> step * size)
                .filter(step -> step >= value)
                .findFirst()
                .orElse(10 * size);
    }
}
