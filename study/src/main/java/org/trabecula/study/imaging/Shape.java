package org.trabecula.study.imaging;

/** What is drawn on an image. */
public enum Shape {
    /** A line from end to end. */
    LENGTH(2),
    /** An angle: an end, the corner, the other end. */
    ANGLE(3),
    /** Two lines, each by its two ends, such as two endplates; in which order and direction does not matter. */
    LINES(4),
    /** An ellipse along rows and columns, by two opposite corners of the rectangle around it. */
    ELLIPSE(2);

    private final int points;

    Shape(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }
}
