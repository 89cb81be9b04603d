package org.trabecula.simulation.mechanism;

import java.util.random.RandomGenerator;

/** Who takes part, before anybody chooses a cage. */
public final class Population {
    private static final double LOWEST_HU = 20;
    private static final double HIGHEST_HU = 220;
    private static final double OSTEOPOROSIS = -2.5;

    private final Assumptions given;

    public Population(Assumptions given) {
        this.given = given;
    }

    /** Draws somebody. Always the same number of draws, so that a changed assumption changes nobody else. */
    public Participant draw(RandomGenerator chance) {
        double bone = chance.nextGaussian();
        double frailty = chance.nextGaussian();
        double body = chance.nextGaussian();
        double activity = chance.nextGaussian();
        double age = Math.clamp(66 + 7 * chance.nextGaussian(), 50, 90);
        boolean male = chance.nextDouble() < 0.18;
        double length = chance.nextDouble();
        return new Participant(
                age,
                male,
                Math.clamp((male ? 66 : 59) + 9 * body, 38, 110),
                osteoporotic(-3.0 + 0.5 * bone + 0.4 * chance.nextGaussian()),
                Math.clamp(
                        given.value(Parameter.HU_MEAN) + given.value(Parameter.HU_SPREAD) * bone,
                        LOWEST_HU,
                        HIGHEST_HU),
                given.value(Parameter.STEPS) * Math.exp(0.3 * activity),
                drug(chance.nextDouble()),
                chance.nextDouble() < given.value(Parameter.SMOKING),
                chance.nextDouble() < given.value(Parameter.DIABETES),
                segments(length),
                chance.nextDouble() < given.value(Parameter.SACRUM),
                chance.nextInt(Participant.SURGEONS),
                chance.nextDouble(),
                frailty);
    }

    /** A lowest T-score of -2.5 or less, which is what osteoporosis means; what is drawn above is as far below instead. */
    private static double osteoporotic(double tScore) {
        return OSTEOPOROSIS - Math.abs(tScore - OSTEOPOROSIS);
    }

    private Drug drug(double dice) {
        double anabolic = given.value(Parameter.ANABOLIC);
        if (dice < anabolic) {
            return Drug.ANABOLIC;
        }
        return dice < anabolic + (1 - anabolic) * given.value(Parameter.ANTIRESORPTIVE)
                ? Drug.ANTIRESORPTIVE
                : Drug.NONE;
    }

    private int segments(double dice) {
        double one = given.value(Parameter.ONE_SEGMENT);
        if (dice < one) {
            return 1;
        }
        return dice < one + (1 - one) * 2 / 3 ? 2 : 3;
    }
}
