package org.trabecula.simulation.mechanism;

/**
 * What a screw carries, N: body weight times the load of daily activities, times the screw's share, times what its place does.
 * The share is s0 - (s0 - s1) phi of the fusion at the segments beside it: unloading is level-specific.
 *
 * <p>Source: loads up to 1,650 N (pone.0098510); residual motion about half after fusion (medengphy.2025.104339), but implant
 * loads that rose after it in vivo (s005860050187); activity 71, 37 and 23 % below normal 1, 2 and 4 weeks after surgery
 * (PMC7080733).
 */
final class Load {
    private static final double GRAVITY = 9.81;
    private static final double WEEKS_A_MONTH = 4.345;

    private final double weights;
    private final double share;
    private final double ratio;
    private final double end;
    private final double sacrum;
    private final double length;

    Load(Assumptions given) {
        this.weights = given.value(Parameter.LOAD);
        this.share = given.value(Parameter.SCREW_SHARE);
        this.ratio = given.value(Parameter.LOAD_RATIO);
        this.end = given.value(Parameter.END_LOAD);
        this.sacrum = given.value(Parameter.SACRUM_LOAD);
        this.length = given.value(Parameter.LENGTH_LOAD);
    }

    /** A screw's load before any union, N. Vertebra 0 is the uppermost of the construct. */
    double newtons(Participant one, int vertebra) {
        boolean lowest = vertebra == one.segments();
        double place = vertebra == 0 || lowest ? end : 1;
        double below = lowest && one.sacrum() ? sacrum : 1;
        return one.weightKg() * GRAVITY * weights * share * place * below * Math.pow(length, one.segments() - 1.0);
    }

    /** The share of that load which is left at a union of phi, 0 to 1. */
    double left(double phi) {
        return 1 - (1 - ratio) * phi;
    }

    /** Activity so many months after surgery, as a share of what it will be: 1 - 0.71 weeks^-0.85 from the first week on. */
    static double activity(double months) {
        return 1 - 0.71 * Math.pow(Math.max(1, months * WEEKS_A_MONTH), -0.85);
    }
}
