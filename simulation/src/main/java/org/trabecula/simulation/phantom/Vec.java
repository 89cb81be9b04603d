package org.trabecula.simulation.phantom;

/** A point or direction, mm: to the left, to the back, to the head. */
public record Vec(double x, double y, double z) {
    static final Vec ORIGIN = new Vec(0, 0, 0);

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec plus(Vec other, double times) {
        return new Vec(x + times * other.x, y + times * other.y, z + times * other.z);
    }

    Vec minus(Vec other) {
        return plus(other, -1);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    public double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec cross(Vec o) {
        return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec unit() {
        return times(1 / length());
    }
}
