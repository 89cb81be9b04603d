package org.trabecula.simulation.phantom;

/** A shape in the patient. What it asks and answers is in the coordinates of its own pose where it says so. */
sealed interface Solid permits Lump, Turned {
    Bounds bounds();

    Pose pose();

    /** How deep inside the surface a point of the patient lies, mm; negative outside. Near the surface it is a distance, elsewhere a sign. */
    double depth(double x, double y, double z);

    /** Whether a point of its own coordinates lies inside. */
    boolean holds(double u, double v, double w);

    /** Whether it is smooth and nowhere as thin as a voxel. */
    boolean plain();

    /** How far a beam runs inside, mm: from a point along a unit direction, both in its own coordinates. */
    double chord(double u, double v, double w, double du, double dv, double dw);

    /** How far a beam runs inside, mm. */
    default double chord(Ray ray) {
        Vec from = ray.from();
        Vec along = ray.along();
        Pose own = pose();
        return chord(
                own.u(from.x(), from.y(), from.z()),
                own.v(from.x(), from.y(), from.z()),
                own.w(from.x(), from.y(), from.z()),
                along.dot(own.right()),
                along.dot(own.back()),
                along.dot(own.up()));
    }
}
