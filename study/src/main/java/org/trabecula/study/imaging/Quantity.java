package org.trabecula.study.imaging;

/** What a measurement is for. */
public enum Quantity {
    /** Width of the lucent zone beside a screw. */
    LUCENCY(Shape.LENGTH),
    /** The two endplates of a segment, bent forward. */
    FLEXION(Shape.LINES),
    /** The two endplates of a segment, bent backward. */
    EXTENSION(Shape.LINES),
    /** Trabecular bone of a vertebral body, in its upper third. */
    UPPER(Shape.ELLIPSE),
    /** The same in the middle. */
    MIDDLE(Shape.ELLIPSE),
    /** The same in its lower third. */
    LOWER(Shape.ELLIPSE),
    /** A screw from head to tip, so that its surroundings can be shown. */
    AXIS(Shape.LENGTH),
    /** Across a screw whose diameter is known, to learn the millimetres of the image. */
    STROKE(Shape.LENGTH),
    /** A length that fills no field. */
    FREE_LENGTH(Shape.LENGTH),
    FREE_ANGLE(Shape.ANGLE),
    FREE_LINES(Shape.LINES),
    FREE_ELLIPSE(Shape.ELLIPSE);

    private final Shape shape;

    Quantity(Shape shape) {
        this.shape = shape;
    }

    public Shape shape() {
        return shape;
    }

    /** What stands for nothing on the sheet. */
    public static Quantity free(Shape shape) {
        return switch (shape) {
            case LENGTH -> FREE_LENGTH;
            case ANGLE -> FREE_ANGLE;
            case LINES -> FREE_LINES;
            case ELLIPSE -> FREE_ELLIPSE;
        };
    }
}
