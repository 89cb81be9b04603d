package org.trabecula.assistance.volume;

import java.util.List;

/**
 * Axial slices at equal steps, as Hounsfield units. Columns run to the patient's left, rows to the back, slices to the head.
 *
 * @param slices from the feet up
 * @param corner centre of the first pixel of the first slice
 * @param across and down: mm between the centres of pixels
 * @param step mm from slice to slice
 */
public record Volume(Slices slices, int columns, int rows, Point corner, double across, double down, double step) {
    private static final double OUTSIDE = -1000;

    public Volume {
        if (slices.count() == 0 || !(across > 0) || !(down > 0) || !(step > 0)) {
            throw new IllegalArgumentException("A volume has slices at known distances");
        }
    }

    /** A volume of slices that are all at hand. */
    public Volume(List<short[]> slices, int columns, int rows, Point corner, double across, double down, double step) {
        this(Slices.of(slices), columns, rows, corner, across, down, step);
        if (!slices.stream().allMatch(slice -> slice.length == columns * rows)) {
            throw new IllegalArgumentException("A volume has slices of one size");
        }
    }

    public int count() {
        return slices.count();
    }

    public int hu(int column, int row, int slice) {
        return slices.slice(slice)[row * columns + column];
    }

    public double x(double column) {
        return corner.x() + column * across;
    }

    public double y(double row) {
        return corner.y() + row * down;
    }

    public double z(double slice) {
        return corner.z() + slice * step;
    }

    public int slice(double z) {
        return Math.clamp(Math.round((z - corner.z()) / step), 0, count() - 1);
    }

    public boolean holds(Point at) {
        return at.x() >= corner.x()
                && at.x() <= x(columns - 1)
                && at.y() >= corner.y()
                && at.y() <= y(rows - 1)
                && at.z() >= corner.z() - step
                && at.z() <= z(count() - 1) + step;
    }

    /** HU at a point, straight between the eight voxels around it; air outside. */
    public double at(double x, double y, double z) {
        double i = (x - corner.x()) / across;
        double j = (y - corner.y()) / down;
        double k = (z - corner.z()) / step;
        int a = (int) Math.floor(i);
        int b = (int) Math.floor(j);
        int c = (int) Math.floor(k);
        if (a < 0 || b < 0 || c < 0 || a >= columns - 1 || b >= rows - 1 || c >= count() - 1) {
            return OUTSIDE;
        }
        double w = k - c;
        return (1 - w) * flat(slices.slice(c), a, b, i - a, j - b) + w * flat(slices.slice(c + 1), a, b, i - a, j - b);
    }

    private double flat(short[] slice, int a, int b, double u, double v) {
        int at = b * columns + a;
        double upper = slice[at] + u * (slice[at + 1] - slice[at]);
        double lower = slice[at + columns] + u * (slice[at + columns + 1] - slice[at + columns]);
        return upper + v * (lower - upper);
    }
}
