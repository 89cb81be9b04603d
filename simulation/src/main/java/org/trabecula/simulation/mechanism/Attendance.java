package org.trabecula.simulation.mechanism;

import java.util.random.RandomGenerator;

/**
 * Who comes when. Dropout has a constant hazard, so that {@link Parameter#DROPOUT} have gone by 24 months; a visit is missed
 * alone with the same probability each; who comes, comes some days early or late.
 */
public final class Attendance {
    private static final double WHOLE = 24;
    private static final double EARLIEST = 0.8;

    private final double hazard;
    private final double missed;
    private final double astray;

    public Attendance(Assumptions given) {
        this.hazard = -Math.log1p(-given.value(Parameter.DROPOUT)) / WHOLE;
        this.missed = given.value(Parameter.MISSED);
        this.astray = given.value(Parameter.ASTRAY);
    }

    /** Months after surgery at which a participant leaves; infinite when nobody does. */
    public double leaves(RandomGenerator chance) {
        double draw = -Math.log1p(-chance.nextDouble());
        return hazard > 0 ? draw / hazard : Double.POSITIVE_INFINITY;
    }

    /** Months after surgery at which a planned visit is held; below 0 when it is missed. */
    public double held(int planned, double leaves, RandomGenerator chance) {
        boolean misses = chance.nextDouble() < missed;
        double on = planned + Math.clamp(astray * chance.nextGaussian(), -EARLIEST, EARLIEST);
        return misses || on >= leaves ? -1 : on;
    }
}
