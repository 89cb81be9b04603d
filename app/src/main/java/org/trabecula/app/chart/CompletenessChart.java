package org.trabecula.app.chart;

import java.util.List;

/**
 * What became of every planned visit: one bar for each visit, split into parts, with the number of participants in each
 * part that is wide enough to hold it.
 */
public record CompletenessChart(String id, String title, String description, List<Part> parts, List<Bar> bars) {
    private static final double WIDTH = 560;
    private static final double LEFT = 84;
    private static final double RIGHT = 540;
    private static final double TOP = 56;
    private static final double THICK = 22;
    private static final double PITCH = 36;
    private static final int LEGEND_COLUMNS = 3;
    private static final double LEGEND_PITCH = 180;
    private static final double CHARACTER = 7.5;

    /** A kind of part: its name, and the class that colours it. */
    public record Part(String label, String colour) {}

    /** A visit: as many counts as there are parts. */
    public record Bar(String label, List<Integer> counts) {
        public Bar {
            counts = List.copyOf(counts);
        }

        int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    public CompletenessChart {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
        int expected = parts.size();
        if (bars.stream().anyMatch(bar -> bar.counts().size() != expected)) {
            throw new IllegalArgumentException("Every bar has one count for each of the " + expected + " parts");
        }
    }

    public String svg() {
        Svg svg = new Svg(id, WIDTH, TOP + PITCH * bars.size() + 6, title, description);
        legend(svg);
        int longest = bars.stream().mapToInt(Bar::total).max().orElse(0);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), TOP + i * PITCH, (RIGHT - LEFT) / Math.max(1, longest));
        }
        return svg.done();
    }

    private void legend(Svg svg) {
        for (int i = 0; i < parts.size(); i++) {
            int row = i / LEGEND_COLUMNS;
            double x = 8 + i % LEGEND_COLUMNS * LEGEND_PITCH;
            double y = 6 + row * 20.0;
            svg.put("rect", "class", parts.get(i).colour(), "x", x, "y", y, "width", 12, "height", 12);
            svg.text(x + 18, y + 10.5, "start", "axis", parts.get(i).label());
        }
    }

    private void bar(Svg svg, Bar bar, double y, double unit) {
        svg.text(LEFT - 8, y + 15, "end", "axis", bar.label());
        double x = LEFT;
        for (int i = 0; i < parts.size(); i++) {
            int count = bar.counts().get(i);
            double width = count * unit;
            if (count > 0) {
                String colour = parts.get(i).colour();
                svg.put("rect", "class", colour, "x", x, "y", y, "width", width, "height", THICK);
                String number = Integer.toString(count);
                if (width >= number.length() * CHARACTER + 4) {
                    svg.text(x + width / 2, y + 15, "middle", "count on-" + colour, number);
                }
            }
            x += width;
        }
    }
}
