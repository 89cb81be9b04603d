package org.trabecula.app.demo;

/** A place with a direction, mm: what is drawn at (u, v) in it stands at its origin plus u along its row and v down its axis. */
record Frame(double x, double y, double cos, double sin) {

    /** @param degrees how far it is turned, clockwise on the image */
    static Frame at(double x, double y, double degrees) {
        double angle = Math.toRadians(degrees);
        return new Frame(x, y, Math.cos(angle), Math.sin(angle));
    }

    double x(double u, double v) {
        return x + u * cos - v * sin;
    }

    double y(double u, double v) {
        return y + u * sin + v * cos;
    }

    double u(double px, double py) {
        return (px - x) * cos + (py - y) * sin;
    }

    double v(double px, double py) {
        return -(px - x) * sin + (py - y) * cos;
    }

    Frame moved(double u, double v) {
        return new Frame(x(u, v), y(u, v), cos, sin);
    }
}
