package org.trabecula.simulation.mechanism;

/**
 * How firmly bone holds a screw, N: hold = H (HU / 100)^k, times what drugs, the surgeon's hand, the participant's frailty and
 * the single screw's place in the bone make of it.
 *
 * <p>Source: pull-out 180 ± 110, 370 ± 140 and 970 ± 400 N in extremely osteoporotic, osteoporotic and normal bone
 * (PMC6002167). Toggling takes 68 % of the strength at 72 mg/cm³ and nothing at 156 (cmpb.2023.107625); as HU these are taken
 * to be 85 and 190.
 */
final class Hold {
    private static final double POOR_HU = 85;
    private static final double SOUND_HU = 190;

    private final double base;
    private final double exponent;
    private final double betweenScrews;
    private final double frailty;
    private final double antiresorptive;
    private final double skill;
    private final double toggleLoss;

    Hold(Assumptions given) {
        this.base = given.value(Parameter.HOLD);
        this.exponent = given.value(Parameter.HOLD_EXPONENT);
        this.betweenScrews = given.value(Parameter.HOLD_BETWEEN_SCREWS);
        this.frailty = given.value(Parameter.FRAILTY);
        this.antiresorptive = Math.log(given.value(Parameter.ANTIRESORPTIVE_HOLD));
        this.skill = given.value(Parameter.SURGEON_SKILL);
        this.toggleLoss = given.value(Parameter.TOGGLE_LOSS);
    }

    /** The logarithm of what all screws of a participant share. */
    double shared(Participant one) {
        return Math.log(base)
                + exponent * Math.log(one.hu() / 100)
                + (one.drug() == Drug.NONE ? 0 : antiresorptive)
                + skill * Allocation.preference(one.surgeon())
                - frailty * one.frailty();
    }

    /** What a single screw adds to the logarithm. */
    double own(double normal) {
        return betweenScrews * normal;
    }

    /** The share of its hold that a screw loses once it has worn a zone of 1 mm. */
    double toggleLoss(double hu) {
        return toggleLoss * Math.clamp((SOUND_HU - hu) / (SOUND_HU - POOR_HU), 0.0, 1.0);
    }
}
