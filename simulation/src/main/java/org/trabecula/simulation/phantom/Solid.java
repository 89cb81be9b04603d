package org.trabecula.simulation.phantom;

/** A shape in the patient. What it asks and answers is in the coordinates of its own pose, but for its bounds. */
sealed interface Solid permits Lump, Turned {
    /** Where points around a centre lie, as far as can be said of all of them at once. */
    enum Lie {
        INSIDE,
        OUTSIDE,
        UNSURE
    }

    Bounds bounds();

    Pose pose();

    /** How deep inside the surface a point lies, mm; negative outside. Near the surface it is a distance, elsewhere a sign. */
    double depth(double u, double v, double w);

    /** Whether a point lies inside. */
    boolean holds(double u, double v, double w);

    /** Where all samples around a point lie; quick, and never wrong, but often unsure. */
    Lie lie(Samples samples, double u, double v, double w);

    /** How many of the samples around a point lie inside. */
    int holds(Samples samples, double u, double v, double w);

    /** Whether it is smooth and nowhere as thin as a voxel. */
    boolean plain();

    /** How far a beam runs inside, mm: from a point along a unit direction. */
    double chord(double u, double v, double w, double du, double dv, double dw);

    /** How far a beam runs inside, mm; the beam is in the patient's coordinates. */
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
