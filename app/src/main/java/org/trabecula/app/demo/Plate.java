package org.trabecula.app.demo;

/** What the beam meets on its way to each pixel. Shapes are given in mm, with soft edges. */
final class Plate {

    /** How deep inside a shape a point lies, in mm; negative outside. */
    interface Depth {
        double at(double x, double y);
    }

    /** The change at one point. */
    interface Change {
        float of(float before, float cover, double x, double y);
    }

    final int columns;
    final int rows;
    final double pixel;
    private final float[] density;

    /** @param pixel width of a pixel, mm */
    Plate(int columns, int rows, double pixel) {
        this.columns = columns;
        this.rows = rows;
        this.pixel = pixel;
        this.density = new float[columns * rows];
    }

    float[] density() {
        return density;
    }

    /** Changes everything near a point by how far a shape covers it. */
    void change(double cx, double cy, double reach, double softness, Depth depth, Change change) {
        change(Extent.around(cx, cy, reach), softness, depth, change);
    }

    /** Changes everything within an extent by how far a shape covers it. */
    void change(Extent extent, double softness, Depth depth, Change change) {
        int left = Math.max(0, (int) Math.floor(extent.left() / pixel));
        int right = Math.min(columns - 1, (int) Math.ceil(extent.right() / pixel));
        int top = Math.max(0, (int) Math.floor(extent.top() / pixel));
        int bottom = Math.min(rows - 1, (int) Math.ceil(extent.bottom() / pixel));
        for (int row = top; row <= bottom; row++) {
            double y = (row + 0.5) * pixel;
            for (int column = left; column <= right; column++) {
                double x = (column + 0.5) * pixel;
                double cover = depth.at(x, y) / softness + 0.5;
                if (cover > 0) {
                    int at = row * columns + column;
                    density[at] = change.of(density[at], (float) Math.min(1, cover), x, y);
                }
            }
        }
    }

    void add(double cx, double cy, double reach, double softness, Depth depth, double amount) {
        add(Extent.around(cx, cy, reach), softness, depth, amount);
    }

    void add(Extent extent, double softness, Depth depth, double amount) {
        float more = (float) amount;
        change(extent, softness, depth, (before, cover, _, _) -> before + cover * more);
    }

    /** Numbers of this size need none of the care that makes Math.hypot slow. */
    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    /** A box with round corners in its own frame. */
    static Depth box(Frame frame, double halfWidth, double halfHeight, double corner) {
        return (x, y) -> {
            double du = Math.abs(frame.u(x, y)) - halfWidth + corner;
            double dv = Math.abs(frame.v(x, y)) - halfHeight + corner;
            double outside = length(Math.max(du, 0), Math.max(dv, 0));
            return corner - outside - Math.min(Math.max(du, dv), 0);
        };
    }

    static Depth ellipse(double cx, double cy, double rx, double ry) {
        double least = Math.min(rx, ry);
        return (x, y) -> (1 - length((x - cx) / rx, (y - cy) / ry)) * least;
    }

    /** A rod with round ends. */
    static Depth rod(double x1, double y1, double x2, double y2, double radius) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = Math.max(1e-9, dx * dx + dy * dy);
        return (x, y) -> {
            double along = Math.clamp(((x - x1) * dx + (y - y1) * dy) / square, 0.0, 1.0);
            return radius - length(x - x1 - along * dx, y - y1 - along * dy);
        };
    }

    /** The skin of a shape, that thick. */
    static Depth rim(Depth shape, double thickness) {
        return (x, y) -> thickness / 2 - Math.abs(shape.at(x, y) - thickness / 2);
    }
}
