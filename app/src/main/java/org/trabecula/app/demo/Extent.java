package org.trabecula.app.demo;

/** The upright rectangle outside of which a shape changes nothing, mm. */
record Extent(double left, double right, double top, double bottom) {

    static Extent around(double x, double y, double reach) {
        return new Extent(x - reach, x + reach, y - reach, y + reach);
    }

    /** Around a box in its own frame. */
    static Extent of(Frame frame, double halfWidth, double halfHeight) {
        double cos = Math.abs(frame.cos());
        double sin = Math.abs(frame.sin());
        double x = cos * halfWidth + sin * halfHeight + 1;
        double y = sin * halfWidth + cos * halfHeight + 1;
        return new Extent(frame.x() - x, frame.x() + x, frame.y() - y, frame.y() + y);
    }

    /** Around a line and what lies within a distance of it. */
    static Extent along(double x1, double y1, double x2, double y2, double distance) {
        double reach = distance + 1;
        return new Extent(
                Math.min(x1, x2) - reach, Math.max(x1, x2) + reach, Math.min(y1, y2) - reach, Math.max(y1, y2) + reach);
    }
}
