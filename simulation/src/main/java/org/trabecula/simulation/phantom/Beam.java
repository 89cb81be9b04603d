package org.trabecula.simulation.phantom;

import java.util.List;

/** A point source, the pixels of a detector, and what lies between: line integrals along the ray of each pixel. */
final class Beam {
    static final double TO_DETECTOR = 1150;
    static final double TO_SPINE = 930;
    private static final int EVERY = 4;
    private static final double SOFT_MM = 5;

    final int columns;
    final int rows;
    private final double pixel;
    private final double middle;
    private final Vec source;
    private final Vec right;
    private final Vec towards;
    /** One by the length of each pixel's ray to the plane through the middle of the spine. */
    private final double[] scales;

    /** @param pixel mm on the plane through the middle of the spine */
    Beam(int columns, int rows, double pixel, XRay.View view) {
        this.columns = columns;
        this.rows = rows;
        this.pixel = pixel;
        boolean side = view == XRay.View.SIDE;
        this.middle = columns * (side ? 0.45 : 0.5);
        this.right = side ? new Vec(0, 1, 0) : new Vec(1, 0, 0);
        this.towards = side ? new Vec(1, 0, 0) : new Vec(0, 1, 0);
        this.source = towards.times(-TO_SPINE);
        this.scales = new double[columns * rows];
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                scales[i] = scale(across(column), up(row));
            }
        }
    }

    private static double scale(double s, double z) {
        return 1 / Math.sqrt(TO_SPINE * TO_SPINE + s * s + z * z);
    }

    XRay.Geometry geometry() {
        Vec corner = right.times(-middle * pixel).plus(new Vec(0, 0, 1), rows / 2.0 * pixel);
        return new XRay.Geometry(source, corner, right, new Vec(0, 0, -1), pixel, TO_DETECTOR);
    }

    private double across(double column) {
        return (column - middle) * pixel;
    }

    private double up(double row) {
        return (rows / 2.0 - row) * pixel;
    }

    /** Adds a shape's share to every ray that can meet it. */
    void lay(Solid solid, double perMm, float[] path) {
        Bounds b = solid.bounds();
        double left = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Vec corner : b.corners()) {
            double onPlane = TO_SPINE / (TO_SPINE + corner.dot(towards));
            double column = corner.dot(right) * onPlane / pixel + middle;
            double row = rows / 2.0 - corner.z() * onPlane / pixel;
            left = Math.min(left, column);
            most = Math.max(most, column);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
        }
        Chords chords = new Chords(solid);
        int first = Math.max(0, (int) left);
        int last = Math.min(columns - 1, (int) most + 1);
        for (int row = Math.max(0, (int) top); row <= Math.min(rows - 1, (int) bottom + 1); row++) {
            for (int column = first; column <= last; column++) {
                double chord = chords.at(across(column), up(row), scales[row * columns + column]);
                if (chord > 0) {
                    path[row * columns + column] += (float) (chord * perMm);
                }
            }
        }
    }

    /** Rays in the coordinates of one shape: their direction changes evenly from pixel to pixel. */
    private final class Chords {
        private final Solid solid;
        private final Vec from;
        private final Vec ahead;
        private final Vec aside;
        private final Vec upward;

        Chords(Solid solid) {
            this.solid = solid;
            Pose pose = solid.pose();
            this.from = new Vec(
                    pose.u(source.x(), source.y(), source.z()),
                    pose.v(source.x(), source.y(), source.z()),
                    pose.w(source.x(), source.y(), source.z()));
            this.ahead = within(pose, towards);
            this.aside = within(pose, right);
            this.upward = within(pose, new Vec(0, 0, 1));
        }

        private static Vec within(Pose pose, Vec direction) {
            return new Vec(direction.dot(pose.right()), direction.dot(pose.back()), direction.dot(pose.up()));
        }

        double at(double s, double z, double scale) {
            return solid.chord(
                    from.x(),
                    from.y(),
                    from.z(),
                    scale * (TO_SPINE * ahead.x() + s * aside.x() + z * upward.x()),
                    scale * (TO_SPINE * ahead.y() + s * aside.y() + z * upward.y()),
                    scale * (TO_SPINE * ahead.z() + s * aside.z() + z * upward.z()));
        }
    }

    /** The trunk changes slowly, and no edge in it is as sharp as its shapes are: every fourth pixel is enough. */
    float[] trunk(List<Part> parts, Attenuation attenuation) {
        int wide = columns / EVERY + 2;
        int high = rows / EVERY + 2;
        float[] coarse = new float[wide * high];
        for (Part part : parts) {
            Chords chords = new Chords(part.solid());
            double more = attenuation.perMm(part.hu()) - attenuation.perMm(part.instead());
            for (int j = 0; j < high; j++) {
                for (int i = 0; i < wide; i++) {
                    double s = across(i * EVERY);
                    double z = up(j * EVERY);
                    coarse[j * wide + i] += (float) (chords.at(s, z, scale(s, z)) * more);
                }
            }
        }
        float[] soft = Blur.of(coarse, wide, high, SOFT_MM / (EVERY * pixel));
        return Coarse.spread(soft, wide, EVERY, columns, rows);
    }
}
