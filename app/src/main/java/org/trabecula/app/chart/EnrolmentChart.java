package org.trabecula.app.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many participants had come how far at the end of every month, as steps, with the planned number as a line across.
 *
 * @param planned how many the protocol plans
 * @param target what the line of the planned number is called
 * @param today the last day shown, unless something happened later
 */
public record EnrolmentChart(
        String id, String title, String description, List<Line> lines, int planned, String target, LocalDate today) {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 250;
    private static final double LEFT = 36;
    private static final double RIGHT = 430;
    private static final double TOP = 20;
    private static final double BOTTOM = 215;
    private static final int MOST_TICKS = 7;

    /** One step on the way into the study, and the days on which somebody took it. */
    public record Line(String label, List<LocalDate> days) {
        public Line {
            days = days.stream().sorted().toList();
        }

        long until(YearMonth month) {
            return days.stream()
                    .filter(day -> !YearMonth.from(day).isAfter(month))
                    .count();
        }
    }

    public EnrolmentChart {
        lines = List.copyOf(lines);
    }

    public String svg() {
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, description);
        Scale scale = scale();
        grid(svg, scale);
        for (int i = 0; i < lines.size(); i++) {
            svg.put("path", "class", "stair stair-" + i, "d", steps(lines.get(i), scale));
        }
        labels(svg, scale);
        return svg.done();
    }

    /** From the month before the first event to the newest month. */
    private Scale scale() {
        YearMonth last = days().map(YearMonth::from)
                .max(Comparator.naturalOrder())
                .filter(month -> month.isAfter(YearMonth.from(today)))
                .orElse(YearMonth.from(today));
        YearMonth first =
                days().map(YearMonth::from).min(Comparator.naturalOrder()).orElse(last);
        int most = lines.stream().mapToInt(line -> line.days().size()).max().orElse(0);
        int top = Math.max(Math.max(planned, most), 1);
        int step = List.of(1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000).stream()
                .filter(size -> top <= size * 5)
                .findFirst()
                .orElse(top / 5 + 1);
        return new Scale(first.minusMonths(1), last, (top + step - 1) / step * step, step);
    }

    private Stream<LocalDate> days() {
        return lines.stream().flatMap(line -> line.days().stream());
    }

    private void grid(Svg svg, Scale scale) {
        for (int count = 0; count <= scale.top(); count += scale.step()) {
            svg.line(LEFT, scale.y(count), RIGHT, scale.y(count), count == 0 ? "base" : "grid");
            svg.text(LEFT - 6, scale.y(count) + 4, "end", "axis", Integer.toString(count));
        }
        long months = scale.months();
        long every = Stream.of(1L, 2L, 3L, 6L, 12L, 24L, 60L)
                .filter(gap -> months / gap < MOST_TICKS)
                .findFirst()
                .orElse(120L);
        for (long month = 1; month <= months; month += every) {
            YearMonth shown = scale.first().plusMonths(month);
            svg.text(scale.x(shown), BOTTOM + 18, "middle", "axis", shown.toString());
        }
        svg.line(LEFT, scale.y(planned), RIGHT, scale.y(planned), "target");
    }

    private static String steps(Line line, Scale scale) {
        StringBuilder way = new StringBuilder("M" + Svg.number(scale.x(scale.first())) + " " + Svg.number(BOTTOM));
        for (YearMonth month = scale.first().plusMonths(1); !month.isAfter(scale.last()); month = month.plusMonths(1)) {
            way.append("H")
                    .append(Svg.number(scale.x(month)))
                    .append("V")
                    .append(Svg.number(scale.y(line.until(month))));
        }
        return way.toString();
    }

    private void labels(Svg svg, Scale scale) {
        List<Double> heights = Labels.apart(
                Stream.concat(
                                Stream.of(scale.y(planned) + 4),
                                lines.stream().map(line -> scale.y(line.days().size()) + 4))
                        .toList(),
                BOTTOM + 4);
        svg.text(RIGHT + 8, heights.getFirst(), "start", "label target-label", target + " " + planned);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String label = line.label() + " " + line.days().size();
            svg.text(RIGHT + 8, heights.get(i + 1), "start", "label stair-" + i, label);
        }
    }

    /** Months to the right, counts upwards. */
    private record Scale(YearMonth first, YearMonth last, int top, int step) {
        long months() {
            return ChronoUnit.MONTHS.between(first, last);
        }

        double x(YearMonth month) {
            return LEFT + (RIGHT - LEFT) * ChronoUnit.MONTHS.between(first, month) / Math.max(1, months());
        }

        double y(long count) {
            return BOTTOM - (BOTTOM - TOP) * count / top;
        }
    }
}
