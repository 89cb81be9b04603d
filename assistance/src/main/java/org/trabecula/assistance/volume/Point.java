package org.trabecula.assistance.volume;

/** A point or direction in the patient's coordinates, mm: to the left, to the back, to the head. */
public record Point(double x, double y, double z) {

    public Point plus(Point direction, double times) {
        return new Point(x + times * direction.x, y + times * direction.y, z + times * direction.z);
    }

    public Point minus(Point other) {
        return plus(other, -1);
    }

    public double dot(Point other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Point cross(Point o) {
        return new Point(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /** Of length 1. */
    public Point unit() {
        double length = length();
        return new Point(x / length, y / length, z / length);
    }
}
