package org.trabecula.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rates by visit and arm as points with their intervals. Visits stand at equal distances; arms stand a little apart, differ
 * in colour and in shape, and are named beside their last point.
 *
 * @param visits the names of the visits, in order
 * @param axis what the vertical axis shows
 */
public record RateChart(
        String id, String title, String description, String axis, List<String> visits, List<Series> series) {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 270;
    private static final double LEFT = 40;
    private static final double RIGHT = 400;
    private static final double TOP = 30;
    private static final double BOTTOM = 240;
    private static final double DODGE = 14;

    /** One rate with its interval, as shares from 0 to 1. */
    public record Point(double rate, double lower, double upper) {}

    /** One arm: a point for every visit at which somebody is judged. */
    public record Series(String label, List<Optional<Point>> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    public RateChart {
        visits = List.copyOf(visits);
        series = List.copyOf(series);
    }

    public String svg() {
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, description);
        grid(svg);
        for (int i = 0; i < series.size(); i++) {
            draw(svg, i);
        }
        labels(svg);
        return svg.done();
    }

    private void grid(Svg svg) {
        svg.text(LEFT - 32, TOP - 14, "start", "axis", axis);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            svg.line(LEFT, y, RIGHT, y, percent == 0 ? "base" : "grid");
            svg.text(LEFT - 6, y + 4, "end", "axis", Integer.toString(percent));
        }
        for (int visit = 0; visit < visits.size(); visit++) {
            svg.text(x(visit), BOTTOM + 18, "middle", "axis", visits.get(visit));
        }
    }

    private void draw(Svg svg, int arm) {
        svg.open("g", "class", "arm-" + arm);
        StringBuilder way = new StringBuilder();
        List<Optional<Point>> points = series.get(arm).points();
        for (int visit = 0; visit < points.size(); visit++) {
            double x = x(visit, arm);
            points.get(visit)
                    .ifPresent(point -> way.append(way.isEmpty() ? "M" : "L")
                            .append(Svg.number(x))
                            .append(' ')
                            .append(Svg.number(y(point.rate()))));
        }
        if (way.indexOf("L") > 0) {
            svg.put("path", "class", "way", "d", way);
        }
        for (int visit = 0; visit < points.size(); visit++) {
            double x = x(visit, arm);
            points.get(visit).ifPresent(point -> point(svg, arm, x, point));
        }
        svg.close("g");
    }

    private static void point(Svg svg, int arm, double x, Point point) {
        double low = y(point.lower());
        double high = y(point.upper());
        svg.line(x, high, x, low, "whisker");
        svg.line(x - 4, high, x + 4, high, "whisker");
        svg.line(x - 4, low, x + 4, low, "whisker");
        double y = y(point.rate());
        if (arm % 2 == 0) {
            svg.put("circle", "class", "mark", "cx", x, "cy", y, "r", 4.5);
        } else {
            svg.put("rect", "class", "mark", "x", x - 4, "y", y - 4, "width", 8, "height", 8);
        }
    }

    private void labels(Svg svg) {
        List<Integer> shown = IntStream.range(0, series.size())
                .filter(arm -> last(arm).isPresent())
                .boxed()
                .toList();
        List<Double> heights = Labels.apart(
                shown.stream().map(arm -> y(last(arm).orElseThrow().rate()) + 4).toList(), BOTTOM + 4);
        for (int i = 0; i < shown.size(); i++) {
            int arm = shown.get(i);
            svg.text(
                    RIGHT + 8,
                    heights.get(i),
                    "start",
                    "label arm-" + arm,
                    series.get(arm).label());
        }
    }

    private Optional<Point> last(int arm) {
        return series.get(arm).points().stream().flatMap(Optional::stream).reduce((_, later) -> later);
    }

    private double x(int visit) {
        return LEFT + (visit + 0.5) * (RIGHT - LEFT) / Math.max(1, visits.size());
    }

    private double x(int visit, int arm) {
        return x(visit) + (arm - (series.size() - 1) / 2.0) * DODGE;
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }
}
