package org.trabecula.app.figure;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.trabecula.app.chart.Svg;

/**
 * Counts of two groups over the same classes from 0 to 1, one upwards and one downwards, so that one sees where both are.
 *
 * @param axis what the axis below shows
 * @param up counts of the first group, {@code down} of the second, as many classes in both
 */
public record MirroredHistogram(
        String id,
        String title,
        String description,
        String axis,
        String first,
        String second,
        List<Integer> up,
        List<Integer> down) {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 290;
    private static final double LEFT = 50;
    private static final double RIGHT = 610;
    private static final double MIDDLE = 130;
    private static final double REACH = 104;

    public MirroredHistogram {
        up = List.copyOf(up);
        down = List.copyOf(down);
        if (up.size() != down.size() || up.isEmpty()) {
            throw new IllegalArgumentException("Both groups are counted in the same classes, at least one");
        }
    }

    /** The image as text. */
    public String svg() {
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, description);
        int most = Math.max(
                1, Collections.max(Stream.concat(up.stream(), down.stream()).toList()));
        double wide = (RIGHT - LEFT) / up.size();
        for (int i = 0; i < up.size(); i++) {
            bar(svg, "arm-0", LEFT + wide * i, wide, up.get(i), most, true);
            bar(svg, "arm-1", LEFT + wide * i, wide, down.get(i), most, false);
        }
        svg.line(LEFT, MIDDLE, RIGHT, MIDDLE, "base");
        for (int tick = 0; tick <= 5; tick++) {
            double x = LEFT + (RIGHT - LEFT) * tick / 5;
            svg.text(x, HEIGHT - 34, "middle", "axis", String.format(Locale.ROOT, "%.1f", tick / 5.0));
        }
        svg.text((LEFT + RIGHT) / 2, HEIGHT - 14, "middle", "axis", axis);
        svg.text(LEFT, 14, "start", "label arm-0", first);
        svg.text(LEFT, HEIGHT - 50, "start", "label arm-1", second);
        return svg.done();
    }

    private static void bar(Svg svg, String arm, double x, double wide, int count, int most, boolean up) {
        if (count == 0) {
            return;
        }
        double high = REACH * count / most;
        svg.open("g", "class", arm);
        svg.put(
                "rect",
                "class",
                "mark",
                "x",
                x + 2,
                "y",
                up ? MIDDLE - high : MIDDLE,
                "width",
                wide - 4,
                "height",
                high);
        svg.close("g");
        svg.text(x + wide / 2, up ? MIDDLE - high - 4 : MIDDLE + high + 13, "middle", "count", Integer.toString(count));
    }
}
