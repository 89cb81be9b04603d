package org.trabecula.simulation.cohort;

import org.trabecula.study.spine.FusionGrade;

/**
 * How one segment heals. Time to a grade II union is log-normal; the grade follows from the time that has passed, measured in
 * that time.
 *
 * @param months to a grade II union
 * @param unites whether it ever does
 */
record Healing(double months, boolean unites) {
    static final double DOUBTFUL = 0.75;
    static final double UNITED = 1;
    static final double REMODELLED = 2.3;

    /**
     * Draws a segment's healing. Poor bone, smoking, diabetes and steroids slow it; so does the frailty that also loosens
     * screws, since loosened participants fuse less (Cho 2018: 10/14 against 46/49 at two years).
     */
    static Healing draw(Chance chance, Mechanism mechanism, Body body, boolean metal, double frailty) {
        double logarithm = Math.log(metal ? mechanism.metalMonths() : mechanism.otherMonths())
                + mechanism.spread() * chance.normal(0, 1)
                - 0.002 * (body.hu() - 85)
                + 0.08 * body.smoking()
                + (body.diabetes() ? 0.08 : 0)
                + (body.steroids() ? 0.1 : 0)
                + 0.10 * frailty;
        return new Healing(Math.exp(logarithm), !chance.happens(mechanism.nonUnion()));
    }

    /** Time passed over time needed; what never unites comes near 0.9 and stays there. */
    double maturity(double elapsed) {
        double ratio = elapsed / months;
        return unites ? ratio : 0.9 * (1 - Math.exp(-ratio));
    }

    FusionGrade grade(double elapsed) {
        return gradeAt(maturity(elapsed));
    }

    static FusionGrade gradeAt(double maturity) {
        if (maturity < DOUBTFUL) {
            return FusionGrade.IV;
        }
        if (maturity < UNITED) {
            return FusionGrade.III;
        }
        return maturity < REMODELLED ? FusionGrade.II : FusionGrade.I;
    }

    /** How far the union carries load, 0 to 1: bone that has just bridged is soft, and takes over as it remodels. */
    double union(double elapsed) {
        return Math.clamp((maturity(elapsed) - 0.8) / 1.2, 0.0, 1.0);
    }

    /** Flexion-extension motion: 8 degrees fresh, 5 when union becomes possible, 3 when it is there, less afterwards. */
    double motionDegrees(double elapsed) {
        double maturity = maturity(elapsed);
        if (maturity < DOUBTFUL) {
            return 8 - 4 * maturity;
        }
        return maturity < UNITED ? 5 - 8 * (maturity - DOUBTFUL) : 3 / (maturity * maturity);
    }
}
