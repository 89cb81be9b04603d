package org.trabecula.simulation.mechanism;

import java.util.random.RandomGenerator;

/**
 * What a participant says of disability and back pain: before = level + tendency + day; after = before's level - relief(t) +
 * tendency + trouble + day, where relief comes to its whole with months, and a loose screw and a segment that has not united are
 * a trouble each.
 *
 * <p>Source: ODI 22 points and back pain 3.7 of 10 better after fusion (Spine 38(7):E409, 3,060 participants); the course of
 * relief from PMC7887235; a loose screw adds 3.3 points of ODI and 0.75 of back pain (meta-analysis of 22 studies).
 */
public final class Complaints {
    private static final double LATE = 0.55;
    private static final double MONTHS = 3.5;
    private static final double WORST_ODI = 100;
    private static final double WORST_PAIN = 10;

    private final Assumptions given;

    public Complaints(Assumptions given) {
        this.given = given;
    }

    /**
     * What somebody says on a day.
     *
     * @param odi disability, per cent
     * @param back pain, 0 to 10
     */
    public record Said(double odi, double back) {}

    /** How much somebody complains at any time; standard normal. */
    public double tendency(RandomGenerator chance) {
        return chance.nextGaussian();
    }

    /** Before surgery. */
    public Said before(double tendency, RandomGenerator chance) {
        return said(tendency, 0, 0, chance);
    }

    /** So many months after surgery. Always the same number of draws. */
    public Said after(double tendency, double months, boolean loose, boolean united, RandomGenerator chance) {
        double relief = 1 - LATE * Math.exp(-months / MONTHS);
        return said(tendency, relief, (loose ? 1 : 0) + (united ? 0 : 1), chance);
    }

    private Said said(double tendency, double relief, int troubles, RandomGenerator chance) {
        double odi = given.value(Parameter.ODI_BEFORE)
                - given.value(Parameter.ODI_RELIEF) * relief
                + given.value(Parameter.ODI_SPREAD) * tendency
                + given.value(Parameter.ODI_TROUBLE) * troubles
                + given.value(Parameter.ODI_DAY) * chance.nextGaussian();
        double back = given.value(Parameter.BACK_BEFORE)
                - given.value(Parameter.BACK_RELIEF) * relief
                + given.value(Parameter.BACK_SPREAD) * tendency
                + given.value(Parameter.BACK_TROUBLE) * troubles
                + given.value(Parameter.BACK_DAY) * chance.nextGaussian();
        return new Said(Math.clamp(odi, 0, WORST_ODI), Math.clamp(back, 0, WORST_PAIN));
    }
}
