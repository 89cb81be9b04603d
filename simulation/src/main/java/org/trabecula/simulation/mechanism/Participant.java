package org.trabecula.simulation.mechanism;

/**
 * Somebody with osteoporosis who will be operated.
 *
 * @param tScore lowest T-score, -2.5 or less
 * @param hu mean attenuation of L1 to L4
 * @param steps a day, once recovered
 * @param segments how many are fused, 1 to 3
 * @param sacrum whether the lowest is L5/S1, else it is L4/L5
 * @param surgeon which, 0 to 3
 * @param elapsed when in the time of accrual he is operated, 0 to 1
 * @param frailty what nobody measures and everything feels: standard normal, poor bone above 0
 */
public record Participant(
        double age,
        boolean male,
        double weightKg,
        double tScore,
        double hu,
        double steps,
        Drug drug,
        boolean smokes,
        boolean diabetes,
        int segments,
        boolean sacrum,
        int surgeon,
        double elapsed,
        double frailty) {
    /** The most segments that the model fuses. */
    public static final int MOST_SEGMENTS = 3;

    /** How many surgeons there are. */
    public static final int SURGEONS = 4;

    /** Two in each vertebra. */
    public int screws() {
        return 2 * (segments + 1);
    }
}
