package org.trabecula.assistance.screw;

/** Metal that hangs together in one coronal plane. */
record Blob(double x, double y, double z, double wide, double high, double area) {
    private static final double MOST_ACROSS = 10.5;
    private static final double LEAST_AREA = 4;

    /** Whether it can be the section of a shaft: rods are long there, heads wide. */
    boolean mayBeShaft(double slack) {
        return wide <= MOST_ACROSS && high <= MOST_ACROSS + slack && area >= LEAST_AREA;
    }

    double away(double otherX, double otherZ) {
        return Math.hypot(x - otherX, z - otherZ);
    }
}
