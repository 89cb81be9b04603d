package org.trabecula.simulation.phantom;

import java.util.List;

/** A slice as it truly is, averaged over each pixel and the slice's thickness: HU of what is not titanium, and the share that is. */
final class Plane {
    private static final double[] ENDS = {-0.5, 0.5};
    private static final double[] THIRDS = {-1 / 3.0, 0, 1 / 3.0};
    private static final double[] QUARTERS = {-0.375, -0.125, 0.125, 0.375};
    final int columns;
    final int rows;
    final double pixel;
    final double left;
    final double top;
    final double z;
    final float[] hu;
    final float[] titanium;
    private boolean metal;

    Plane(int columns, int rows, double pixel, double left, double top, double z) {
        this.columns = columns;
        this.rows = rows;
        this.pixel = pixel;
        this.left = left;
        this.top = top;
        this.z = z;
        this.hu = new float[columns * rows];
        this.titanium = new float[columns * rows];
    }

    /** A slice of the same pixels that starts from what this one has. */
    Plane at(double height) {
        Plane copy = new Plane(columns, rows, pixel, left, top, height);
        System.arraycopy(hu, 0, copy.hu, 0, hu.length);
        return copy;
    }

    boolean hasMetal() {
        return metal;
    }

    void lay(List<Part> parts, Texture texture, double thickness) {
        for (Part part : parts) {
            if (part.solid().bounds().reaches(z, thickness / 2)) {
                lay(part, texture, thickness);
            }
        }
    }

    private void lay(Part part, Texture texture, double thickness) {
        Bounds bounds = part.solid().bounds();
        int first = Math.max(0, (int) Math.floor((bounds.x1() - left) / pixel));
        int last = Math.min(columns - 1, (int) Math.ceil((bounds.x2() - left) / pixel));
        int upper = Math.max(0, (int) Math.floor((bounds.y1() - top) / pixel));
        int lower = Math.min(rows - 1, (int) Math.ceil((bounds.y2() - top) / pixel));
        double margin = Math.sqrt(2 * pixel * pixel + thickness * thickness) / 2 * 1.2;
        for (int row = upper; row <= lower; row++) {
            double y = top + row * pixel;
            for (int column = first; column <= last; column++) {
                double x = left + column * pixel;
                double depth = part.solid().depth(x, y, z);
                if (depth > -margin) {
                    float cover = depth > margin ? 1 : cover(part.solid(), x, y, thickness);
                    mix(row * columns + column, part, cover, x, y, texture, thickness);
                }
            }
        }
    }

    private void mix(int at, Part part, float cover, double x, double y, Texture texture, double thickness) {
        if (cover <= 0) {
            return;
        }
        double value = part.grain() == 0 ? part.hu() : part.hu() + part.grain() * texture.through(x, y, z, thickness);
        if (part.titanium() < 1) {
            hu[at] += cover * ((float) value - hu[at]);
        }
        if (part.titanium() > 0 || titanium[at] > 0) {
            titanium[at] += cover * ((float) part.titanium() - titanium[at]);
            metal |= part.titanium() > 0;
        }
    }

    /** By sub-samples in the pixel and through the slice; where a large smooth shape has all corners or none, they are enough. */
    private float cover(Solid solid, double x, double y, double thickness) {
        if (solid.plain()) {
            int corners = inside(solid, x, y, ENDS, ENDS, thickness);
            if (corners == 0 || corners == 8) {
                return corners / 8f;
            }
        }
        double[] through = thickness > 2 ? QUARTERS : THIRDS;
        return inside(solid, x, y, THIRDS, through, thickness)
                / (float) (THIRDS.length * THIRDS.length * through.length);
    }

    /**
     * How many of a grid of points lie inside, in the shape's own coordinates.
     *
     * @param across where they stand along each side of the pixel, as shares of it
     * @param through where they stand in the slice, as shares of its thickness
     */
    private int inside(Solid solid, double x, double y, double[] across, double[] through, double thickness) {
        Pose own = solid.pose();
        Vec right = own.right();
        Vec back = own.back();
        Vec up = own.up();
        double u = own.u(x, y, z);
        double v = own.v(x, y, z);
        double w = own.w(x, y, z);
        int inside = 0;
        for (double deep : through) {
            double dz = deep * thickness;
            for (double down : across) {
                double dy = down * pixel;
                double du = u + dy * right.y() + dz * right.z();
                double dv = v + dy * back.y() + dz * back.z();
                double dw = w + dy * up.y() + dz * up.z();
                for (double aside : across) {
                    double dx = aside * pixel;
                    if (solid.holds(du + dx * right.x(), dv + dx * back.x(), dw + dx * up.x())) {
                        inside++;
                    }
                }
            }
        }
        return inside;
    }
}
