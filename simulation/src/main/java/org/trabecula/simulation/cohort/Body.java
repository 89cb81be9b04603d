package org.trabecula.simulation.cohort;

import org.trabecula.simulation.mechanism.Participant;

/**
 * What is written down of a person's body and habits. What the model knows is the model's; what it has no word for (height, the
 * sites of the T-score, former smoking, steroids) is added, and does nothing.
 *
 * @param hu mean attenuation of L1 to L4
 * @param smoking 0 never, 1 former, 2 current
 * @param priorSurgery earlier instrumented lumbar surgery
 * @param plif whether the surgeon means to do a PLIF with a cage at the lowest fused segment
 */
record Body(
        int age,
        boolean female,
        double heightCm,
        double weightKg,
        double tLumbar,
        double tHip,
        double tNeck,
        double hu,
        int smoking,
        boolean diabetes,
        boolean steroids,
        boolean priorSurgery,
        boolean plif) {

    /**
     * Somebody as the forms know him. The lumbar T-score, lifted by degeneration, lies above that of the femoral neck, and who
     * is heavier is a little taller.
     */
    static Body of(Participant one, Chance chance) {
        double usual = one.male() ? 167 + 0.2 * (one.weightKg() - 66) : 156 + 0.2 * (one.weightKg() - 59);
        return new Body(
                (int) Math.floor(one.age()),
                !one.male(),
                chance.normal(usual, 5, 140, 190),
                one.weightKg(),
                one.tScore() + Math.abs(chance.normal(0.3, 0.5)),
                one.tScore() + Math.abs(chance.normal(0.4, 0.3)),
                one.tScore(),
                one.hu(),
                one.smokes() ? 2 : chance.happens(0.1) ? 1 : 0,
                one.diabetes(),
                chance.happens(0.04),
                false,
                true);
    }

    /** The same person with one thing about him that the reference protocol does not admit. */
    Body unfit(Chance chance) {
        double dice = chance.between(0.0, 1.0);
        boolean strong = dice < 0.55;
        return new Body(
                dice >= 0.55 && dice < 0.65 ? chance.between(41, 49) : age,
                female,
                heightCm,
                weightKg,
                strong ? chance.between(-1.9, -0.4) : tLumbar,
                strong ? chance.between(-1.9, -0.8) : tHip,
                strong ? chance.between(-2.3, -1.2) : tNeck,
                strong ? chance.between(118.0, 175.0) : hu,
                smoking,
                diabetes,
                steroids,
                dice >= 0.65 && dice < 0.85,
                dice < 0.85);
    }
}
