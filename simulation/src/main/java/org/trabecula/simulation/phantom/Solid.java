package org.trabecula.simulation.phantom;

/** A shape in the patient. */
sealed interface Solid permits Lump, Turned {
    Bounds bounds();

    /** How deep inside the surface a point lies, mm; negative outside. Near the surface it is a distance, elsewhere a sign. */
    double depth(double x, double y, double z);

    /** How far a beam runs inside, mm. */
    double chord(Ray ray);
}
