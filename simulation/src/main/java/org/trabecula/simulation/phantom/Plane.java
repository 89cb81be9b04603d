package org.trabecula.simulation.phantom;

import java.util.List;

/** A slice as it truly is, averaged over each pixel and the slice's thickness: HU of what is not titanium, and the share that is. */
final class Plane {
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
        Solid solid = part.solid();
        Bounds bounds = solid.bounds();
        Pose own = solid.pose();
        Covering covering = new Covering(solid, pixel, thickness);
        int first = Math.max(0, (int) Math.floor((bounds.x1() - left) / pixel));
        int last = Math.min(columns - 1, (int) Math.ceil((bounds.x2() - left) / pixel));
        int upper = Math.max(0, (int) Math.floor((bounds.y1() - top) / pixel));
        int lower = Math.min(rows - 1, (int) Math.ceil((bounds.y2() - top) / pixel));
        for (int row = upper; row <= lower; row++) {
            double y = top + row * pixel;
            for (int column = first; column <= last; column++) {
                double x = left + column * pixel;
                float cover = covering.at(own.u(x, y, z), own.v(x, y, z), own.w(x, y, z));
                if (cover > 0) {
                    mix(row * columns + column, part, cover, x, y, texture, thickness);
                }
            }
        }
    }

    private void mix(int at, Part part, float cover, double x, double y, Texture texture, double thickness) {
        double value = part.grain() == 0 ? part.hu() : part.hu() + part.grain() * texture.through(x, y, z, thickness);
        if (part.titanium() < 1) {
            hu[at] += cover * ((float) value - hu[at]);
        }
        if (part.titanium() > 0 || titanium[at] > 0) {
            titanium[at] += cover * ((float) part.titanium() - titanium[at]);
            metal |= part.titanium() > 0;
        }
    }
}
