package org.trabecula.simulation.mechanism;

import org.trabecula.study.spine.FusionGrade;

/**
 * How a segment unites. Maturity is time over the time that a grade II union takes, which is log-normal; loose screws beside it
 * slow its growth. What never unites comes near 0.9.
 *
 * <p>Source: PEEK 35 to 80 % and printed titanium 50 to 95 % at 6 months by definition, alike at 12 (Duan 2024); time to fusion
 * 6.0 ± 4.8 months under teriparatide, 10.4 ± 7.2 under alendronate (s00586-015-4342-y).
 */
final class Healing {
    private static final double DOUBTFUL = 0.75;
    private static final double UNITED = 1;
    private static final double REMODELLED = 2.3;
    private static final double BRIDGES = 0.7;
    private static final double CARRIES = 1.6;
    private static final double NEVER = 0.9;

    private final double peek;
    private final double cage;
    private final double spread;
    private final double bone;
    private final double smoking;
    private final double diabetes;
    private final double anabolic;
    private final double frailty;
    private final double learning;
    private final double looseSlows;

    Healing(Assumptions given) {
        this.peek = Math.log(given.value(Parameter.PEEK_MONTHS));
        this.cage = Math.log(given.value(Parameter.CAGE_SPEED));
        this.spread = given.value(Parameter.HEALING_SPREAD);
        this.bone = given.value(Parameter.BONE_HEALING) / 10;
        this.smoking = Math.log(given.value(Parameter.SMOKING_SLOWS));
        this.diabetes = Math.log(given.value(Parameter.DIABETES_SLOWS));
        this.anabolic = Math.log(given.value(Parameter.ANABOLIC_SPEED));
        this.frailty = given.value(Parameter.FRAILTY_SLOWS);
        this.learning = given.value(Parameter.LEARNING);
        this.looseSlows = given.value(Parameter.LOOSE_SLOWS);
    }

    /** Months to a grade II union, if nothing is loose. */
    double months(Participant one, boolean titanium, double normal) {
        return Math.exp(peek
                - (titanium ? cage : 0)
                + spread * normal
                + bone * (100 - one.hu())
                + (one.smokes() ? smoking : 0)
                + (one.diabetes() ? diabetes : 0)
                - (one.drug() == Drug.ANABOLIC ? anabolic : 0)
                + frailty * one.frailty()
                - learning * (one.elapsed() - 0.5));
    }

    /** How fast a segment heals beside screws of which this share is loose; 1 when none is. */
    double pace(double looseShare) {
        return 1 - looseSlows * looseShare;
    }

    /** What healing has come to, given the time spent at full pace over the time needed. */
    static double maturity(double ratio, boolean unites) {
        return unites ? ratio : NEVER * (1 - Math.exp(-ratio));
    }

    /** phi: how far the union carries load, 0 to 1. New bone is soft, and takes over as it remodels. */
    static double phi(double maturity) {
        return Math.clamp((maturity - BRIDGES) / (CARRIES - BRIDGES), 0.0, 1.0);
    }

    /**
     * Motion between flexion and extension, degrees: 8 when fresh, 5 when a union becomes possible, 3 when it is there, less
     * afterwards. Taken, so that the usual limits of 3 and 5 degrees part the grades.
     */
    static double motionDegrees(double maturity) {
        if (maturity < DOUBTFUL) {
            return 8 - 4 * maturity;
        }
        return maturity < UNITED ? 5 - 8 * (maturity - DOUBTFUL) : 3 / (maturity * maturity);
    }

    static FusionGrade grade(double maturity) {
        if (maturity < DOUBTFUL) {
            return FusionGrade.IV;
        }
        if (maturity < UNITED) {
            return FusionGrade.III;
        }
        return maturity < REMODELLED ? FusionGrade.II : FusionGrade.I;
    }
}
