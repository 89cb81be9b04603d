package org.trabecula.simulation.mechanism;

/**
 * How the zone around a screw widens, mm, and closes again.
 *
 * <p>Widening: d' = w (cycles / 10^6) (load / hold)^m, where the hold left is hold (1 - toggle loss × min(d, 1)): a screw that
 * has worn a way toggles, and poor bone pays for it. Closing: d' = -r (1 - load left) d, only where fusion has taken load away,
 * so that loosening is reversible. A screw is loose from 1 mm on.
 *
 * <p>Source: 31, 22 and 11 % loose at 6, 12 and 24 months (jkss.2009.16.3.202); 84 % of early loose screws settled again in a
 * series of 203; fatigue against density (s00586-017-5091-x).
 */
final class Wear {
    static final double LOOSE_MM = 1;
    private static final double WIDEST_MM = 5;
    private static final double DAYS_A_MONTH = 30.44;
    private static final double MILLION = 1e6;

    private final double rate;
    private final double exponent;
    private final double recovery;
    private final PowerTable byLoad;
    private final PowerTable byHold;

    Wear(Assumptions given) {
        this.rate = given.value(Parameter.WEAR);
        this.exponent = given.value(Parameter.WEAR_EXPONENT);
        this.recovery = given.value(Parameter.RECOVERY);
        this.byLoad = new PowerTable(Parameter.LOAD_RATIO.low(), Parameter.LOAD_RATIO.high(), exponent);
        this.byHold = new PowerTable(1 - Parameter.TOGGLE_LOSS.high(), 1, -exponent);
    }

    /** Widening of a firm screw under its whole load and full activity, mm a month. */
    double monthly(double stepsADay, double newtons, double hold) {
        return rate * stepsADay * DAYS_A_MONTH / MILLION * Math.pow(newtons / hold, exponent);
    }

    /** What a load that is only partly left does to the rate. */
    double lightened(double left) {
        return byLoad.of(left);
    }

    /** What the hold that is lost does to the rate. */
    double weakened(double toggleLoss, double mm) {
        return byHold.of(1 - toggleLoss * Math.min(mm, LOOSE_MM));
    }

    /**
     * The zone after a stretch of time.
     *
     * @param mm the zone before
     * @param widening mm a month
     * @param left the share of the load that is left, 0 to 1 or above
     */
    double after(double mm, double widening, double left, double months) {
        double closing = recovery * Math.max(0, 1 - left) * mm;
        return Math.clamp(mm + (widening - closing) * months, 0.0, WIDEST_MM);
    }
}
