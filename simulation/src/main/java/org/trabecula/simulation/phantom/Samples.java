package org.trabecula.simulation.phantom;

/** Points around the centre of a pixel and through its slice, as they lie in the coordinates of one shape; the same for all pixels. */
final class Samples {
    /** More than a rounding error, and less than matters. */
    static final double HAIR = 1e-9;

    final double[] u;
    final double[] v;
    final double[] w;
    /** How far they reach from the centre, along each direction of the shape. */
    final Vec reach;
    /** How far they reach from the centre, across the shape's axis. */
    final double aside;

    /**
     * A grid of points.
     *
     * @param across where they stand along each side of the pixel, mm from its centre
     * @param through where they stand in the slice, mm from its middle
     */
    Samples(Pose own, double[] across, double[] through) {
        int count = through.length * across.length * across.length;
        this.u = new double[count];
        this.v = new double[count];
        this.w = new double[count];
        int at = 0;
        for (double dz : through) {
            for (double dy : across) {
                for (double dx : across) {
                    u[at] = dy * own.right().y()
                            + dz * own.right().z()
                            + dx * own.right().x();
                    v[at] = dy * own.back().y()
                            + dz * own.back().z()
                            + dx * own.back().x();
                    w[at] = dy * own.up().y()
                            + dz * own.up().z()
                            + dx * own.up().x();
                    at++;
                }
            }
        }
        double farthest = 0;
        for (int i = 0; i < count; i++) {
            farthest = Math.max(farthest, u[i] * u[i] + v[i] * v[i]);
        }
        this.reach = new Vec(most(u), most(v), most(w));
        this.aside = Math.sqrt(farthest) + HAIR;
    }

    private static double most(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most + HAIR;
    }

    int count() {
        return u.length;
    }
}
