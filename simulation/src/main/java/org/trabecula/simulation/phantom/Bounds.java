package org.trabecula.simulation.phantom;

import java.util.List;

/** A box along the axes, mm. */
record Bounds(double x1, double x2, double y1, double y2, double z1, double z2) {

    static Bounds half(double x, double y, double z) {
        return new Bounds(-x, x, -y, y, -z, z);
    }

    /** Around this box of a pose's own coordinates, in the patient's. */
    Bounds outOf(Pose pose) {
        Vec middle = pose.out((x1 + x2) / 2, (y1 + y2) / 2, (z1 + z2) / 2);
        double a = (x2 - x1) / 2;
        double b = (y2 - y1) / 2;
        double c = (z2 - z1) / 2;
        Vec r = pose.right();
        Vec k = pose.back();
        Vec u = pose.up();
        double dx = a * Math.abs(r.x()) + b * Math.abs(k.x()) + c * Math.abs(u.x());
        double dy = a * Math.abs(r.y()) + b * Math.abs(k.y()) + c * Math.abs(u.y());
        double dz = a * Math.abs(r.z()) + b * Math.abs(k.z()) + c * Math.abs(u.z());
        return new Bounds(
                middle.x() - dx, middle.x() + dx, middle.y() - dy, middle.y() + dy, middle.z() - dz, middle.z() + dz);
    }

    List<Vec> corners() {
        return List.of(
                new Vec(x1, y1, z1),
                new Vec(x2, y1, z1),
                new Vec(x1, y2, z1),
                new Vec(x2, y2, z1),
                new Vec(x1, y1, z2),
                new Vec(x2, y1, z2),
                new Vec(x1, y2, z2),
                new Vec(x2, y2, z2));
    }

    boolean reaches(double z, double margin) {
        return z > z1 - margin && z < z2 + margin;
    }
}
