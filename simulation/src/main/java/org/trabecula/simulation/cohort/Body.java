package org.trabecula.simulation.cohort;

/**
 * A virtual person's body and habits.
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
     * Draws somebody with osteoporosis. Loosening series of osteoporotic patients have a mean of about 80 HU (Kim, 3D-CT
     * series: 77.9 ± 33.5 among the loosened; Zou 2020: 106 ± 34), mostly women in their sixties; the lumbar T-score, lifted by
     * degeneration, lies above that of the femoral neck.
     */
    static Body osteoporotic(Chance chance) {
        boolean female = chance.happens(0.82);
        double severity = chance.normal(0, 1);
        double tNeck = Math.min(-2.5, -2.9 - 0.4 * severity);
        double heightCm = chance.normal(female ? 156 : 167, 5.5, 140, 190);
        return new Body(
                (int) Math.round(chance.normal(66, 7, 51, 84)),
                female,
                heightCm,
                chance.normal(24.3, 3, 17, 35) * heightCm * heightCm / 10_000,
                tNeck + Math.abs(chance.normal(0.3, 0.5)),
                tNeck + Math.abs(chance.normal(0.4, 0.3)),
                tNeck,
                chance.normal(88 - 14 * severity, 17, 25, 165),
                chance.happens(female ? 0.04 : 0.35) ? chance.between(1, 2) : 0,
                chance.happens(0.19),
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
