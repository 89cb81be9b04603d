package org.trabecula.simulation.mechanism;

import java.util.random.RandomGenerator;

/**
 * Who gets a titanium cage. Nobody draws lots: the newer cage is chosen more often as time goes by, by some surgeons more than
 * by others, and for poorer bone. The slopes are taken; {@link Parameter#CONFOUNDING} multiplies them all.
 */
public final class Allocation {
    private static final double[] PREFERENCE = {-1.0, -0.3, 0.3, 1.0};
    private static final double BY_TIME = 1.6;
    private static final double BY_SURGEON = 0.9;
    private static final double BY_BONE = -0.4;
    private static final double HU_UNIT = 30;

    private final Assumptions given;
    private final double level;

    public Allocation(Assumptions given) {
        this.given = given;
        double share = given.value(Parameter.TITANIUM);
        this.level = Math.log(share / (1 - share));
    }

    /** How fond of titanium a surgeon is; 0 on average. */
    static double preference(int surgeon) {
        return PREFERENCE[surgeon];
    }

    /** Whether arms are dealt in turn, so that each has exactly half. */
    public boolean dealt() {
        return given.value(Parameter.CONFOUNDING) == 0;
    }

    /**
     * Whether somebody gets titanium. Always one draw.
     *
     * @param number his place in the order of enrolment, from 0
     */
    public boolean titanium(Participant one, int number, RandomGenerator chance) {
        double dice = chance.nextDouble();
        return dealt() ? number % 2 == 0 : dice < chance(one);
    }

    /** The probability of titanium: what a propensity score estimates. */
    public double chance(Participant one) {
        double drive = BY_TIME * (one.elapsed() - 0.5)
                + BY_SURGEON * preference(one.surgeon())
                + BY_BONE * (one.hu() - given.value(Parameter.HU_MEAN)) / HU_UNIT;
        return 1 / (1 + Math.exp(-level - given.value(Parameter.CONFOUNDING) * drive));
    }
}
