package org.trabecula.assistance.screw;

import org.trabecula.assistance.volume.Point;

/**
 * A screw shaft as the metal shows it.
 *
 * @param seat where the shaft leaves its head
 * @param tip its other end, in front
 */
public record FoundScrew(Point seat, Point tip) {

    /** From the head to the tip, of length 1. */
    public Point direction() {
        return tip.minus(seat).unit();
    }

    public double lengthMm() {
        return tip.minus(seat).length();
    }

    Point at(double fromSeat) {
        return seat.plus(direction(), fromSeat);
    }
}
