package org.trabecula.study.imaging;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Plane geometry on an image whose rows and columns are so far apart, in whatever unit the two are given. */
public record Steps(double betweenRows, double betweenColumns) {
    /** Where nothing is known: pixels, taken to be square. */
    public static final Steps PIXELS = new Steps(1, 1);

    /** Widths of a pixel that is so many times as high. */
    public static Steps shaped(double aspect) {
        return new Steps(aspect, 1);
    }

    public double length(ImagePoint from, ImagePoint to) {
        return Math.hypot(across(from, to), down(from, to));
    }

    /** The angle at the corner, 0 to 180 degrees. */
    public double angle(ImagePoint one, ImagePoint corner, ImagePoint other) {
        double x1 = across(corner, one);
        double y1 = down(corner, one);
        double x2 = across(corner, other);
        double y2 = down(corner, other);
        return Math.toDegrees(Math.abs(Math.atan2(x1 * y2 - y1 * x2, x1 * x2 + y1 * y2)));
    }

    /**
     * By how much the lower of two lines is turned against the upper one, clockwise on the screen, above -90 and up to 90 degrees. Each
     * line is taken from left to right, so that the way it was drawn does not matter.
     */
    public double tilt(List<ImagePoint> lines) {
        List<Line> ordered = ordered(lines);
        double turned = ordered.getLast().direction() - ordered.getFirst().direction();
        double folded = turned - 180 * Math.floor((turned + 90) / 180);
        return folded == -90 ? 90 : folded;
    }

    /** How far the left end of the upper line lies to the right of that of the lower one, along the lower line. */
    public double shift(List<ImagePoint> lines) {
        List<Line> ordered = ordered(lines);
        Line lower = ordered.getLast();
        double length = length(lower.left(), lower.right());
        ImagePoint upper = ordered.getFirst().left();
        return (across(lower.left(), upper) * across(lower.left(), lower.right())
                        + down(lower.left(), upper) * down(lower.left(), lower.right()))
                / length;
    }

    /** The area of an ellipse given by its rectangle. */
    public double area(ImagePoint corner, ImagePoint opposite) {
        return Math.PI / 4 * Math.abs(across(corner, opposite) * down(corner, opposite));
    }

    private double across(ImagePoint from, ImagePoint to) {
        return (to.column() - from.column()) * betweenColumns;
    }

    private double down(ImagePoint from, ImagePoint to) {
        return (to.row() - from.row()) * betweenRows;
    }

    private List<Line> ordered(List<ImagePoint> points) {
        return Stream.of(line(points.get(0), points.get(1)), line(points.get(2), points.get(3)))
                .sorted(Comparator.comparingDouble(Line::height))
                .toList();
    }

    private Line line(ImagePoint one, ImagePoint other) {
        boolean asDrawn = one.column() < other.column() || (one.column() == other.column() && one.row() <= other.row());
        ImagePoint left = asDrawn ? one : other;
        ImagePoint right = asDrawn ? other : one;
        return new Line(left, right, Math.toDegrees(Math.atan2(down(left, right), across(left, right))));
    }

    private record Line(ImagePoint left, ImagePoint right, double direction) {
        double height() {
            return left.row() + right.row();
        }
    }
}
