package org.trabecula.app.chart;

import java.util.List;
import java.util.Locale;

/**
 * HU around a shaft by distance from its axis. What is above the scale, the metal, is cut off; the screw itself and a zone that was told
 * from none are shaded, and where the narrowest zone would end that could have been told is a dashed line.
 *
 * @param profile HU at 0, 0.1, 0.2 … mm
 * @param radius of the screw, mm
 * @param width of the zone beside it, mm; 0 for none
 * @param limit the narrowest zone that could have been told, mm
 * @param bone HU of the bone around
 * @param names of the screw, the zone, the limit and the bone
 */
public record RadialChart(
        String id,
        String title,
        String description,
        String across,
        List<Integer> profile,
        double radius,
        double width,
        double limit,
        int bone,
        List<String> names) {
    private static final double STEP = 0.1;
    private static final double WIDTH = 330;
    private static final double HEIGHT = 170;
    private static final double LEFT = 38;
    private static final double RIGHT = 286;
    private static final double TOP = 24;
    private static final double BOTTOM = 134;
    private static final int MOST = 600;
    private static final int LEAST = -200;
    private static final int GRID = 200;

    public RadialChart {
        profile = List.copyOf(profile);
        names = List.copyOf(names);
    }

    public String svg() {
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, description);
        int least = Math.min(
                LEAST,
                GRID * Math.floorDiv(profile.stream().mapToInt(hu -> hu).min().orElse(LEAST), GRID));
        band(svg, 0, radius, "metal", names.get(0));
        if (width > 0) {
            band(svg, radius, radius + width, "lucent", names.get(1));
        }
        grid(svg, least);
        svg.line(LEFT, y(bone, least), RIGHT, y(bone, least), "bone");
        svg.text(RIGHT + 4, y(bone, least) + 4, "start", "axis", names.get(3));
        double ends = Math.min(radius + limit, reach());
        svg.line(x(ends), TOP, x(ends), BOTTOM, "target");
        svg.text(x(ends), TOP - 6, "middle", "axis", names.get(2));
        curve(svg, least);
        return svg.done();
    }

    private void band(Svg svg, double from, double to, String classes, String name) {
        svg.put("rect", "class", classes, "x", x(from), "y", TOP, "width", x(to) - x(from), "height", BOTTOM - TOP);
        svg.text((x(from) + x(to)) / 2, BOTTOM - 6, "middle", "axis", name);
    }

    private void grid(Svg svg, int least) {
        svg.text(LEFT - 6, TOP - 10, "end", "axis", "HU");
        for (int hu = least; hu <= MOST; hu += GRID) {
            svg.line(LEFT, y(hu, least), RIGHT, y(hu, least), hu == 0 ? "base" : "grid");
            svg.text(LEFT - 6, y(hu, least) + 4, "end", "axis", (hu < 0 ? "−" : "") + Math.abs(hu));
        }
        for (int mm = 0; mm <= reach(); mm += 2) {
            svg.text(x(mm), BOTTOM + 14, "middle", "axis", String.valueOf(mm));
        }
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 30, "middle", "axis", across);
    }

    /** From where it comes down into the picture. */
    private void curve(Svg svg, int least) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < profile.size(); i++) {
            boolean inside = profile.get(i) <= MOST || (i + 1 < profile.size() && profile.get(i + 1) <= MOST);
            if (inside) {
                points.append(String.format(
                        Locale.ROOT, "%.1f,%.1f ", x(i * STEP), y(Math.min(MOST, profile.get(i)), least)));
            }
        }
        svg.put("polyline", "class", "curve", "points", points.toString().strip());
    }

    private double reach() {
        return (profile.size() - 1) * STEP;
    }

    private double x(double mm) {
        return LEFT + (RIGHT - LEFT) * mm / reach();
    }

    private static double y(double hu, int least) {
        return BOTTOM - (BOTTOM - TOP) * (hu - least) / (MOST - least);
    }
}
