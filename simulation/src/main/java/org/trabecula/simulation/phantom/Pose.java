package org.trabecula.simulation.phantom;

/** Where a thing stands and which way it looks: an origin and three directions at right angles. */
record Pose(Vec origin, Vec right, Vec back, Vec up) {
    static final Pose UPRIGHT = at(Vec.ORIGIN, 0);

    /** @param degrees how far the upper side leans forward */
    static Pose at(Vec origin, double degrees) {
        double angle = Math.toRadians(degrees);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Pose(origin, new Vec(1, 0, 0), new Vec(0, cos, sin), new Vec(0, -sin, cos));
    }

    /** With its third direction along a line. */
    static Pose along(Vec origin, Vec direction) {
        Vec up = direction.unit();
        Vec helper = Math.abs(up.z()) < 0.9 ? new Vec(0, 0, 1) : new Vec(1, 0, 0);
        Vec right = helper.cross(up).unit();
        return new Pose(origin, right, up.cross(right), up);
    }

    Vec out(double u, double v, double w) {
        return origin.plus(right, u).plus(back, v).plus(up, w);
    }

    Vec direction(double u, double v, double w) {
        return right.times(u).plus(back, v).plus(up, w);
    }

    /** The same directions from another origin, given within this pose. */
    Pose moved(double u, double v, double w) {
        return new Pose(out(u, v, w), right, back, up);
    }

    /** A pose that is given within this one. */
    Pose within(Pose outer) {
        return new Pose(
                outer.out(origin.x(), origin.y(), origin.z()),
                outer.direction(right.x(), right.y(), right.z()),
                outer.direction(back.x(), back.y(), back.z()),
                outer.direction(up.x(), up.y(), up.z()));
    }

    double u(double x, double y, double z) {
        return (x - origin.x()) * right.x() + (y - origin.y()) * right.y() + (z - origin.z()) * right.z();
    }

    double v(double x, double y, double z) {
        return (x - origin.x()) * back.x() + (y - origin.y()) * back.y() + (z - origin.z()) * back.z();
    }

    double w(double x, double y, double z) {
        return (x - origin.x()) * up.x() + (y - origin.y()) * up.y() + (z - origin.z()) * up.z();
    }
}
