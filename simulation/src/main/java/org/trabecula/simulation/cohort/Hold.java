package org.trabecula.simulation.cohort;

import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.spine.Level;

/**
 * How one screw holds: the logit at which it stands under no load. Load adds to it, union takes load away, and a screw whose
 * load went may settle again (loosening is not absorbing: 31 % at 6 months, 10 % at 3 years in a series of 399).
 */
record Hold(double logit) {
    /** Spread between screws; together with the participant's frailty an intra-class correlation near 0.2. */
    private static final double BETWEEN_SCREWS = 1.8;

    private static final double BETWEEN_PARTICIPANTS = 1.2;
    private static final double MM_PER_LOGIT = 0.45;
    private static final double WIDEST_MM = 4;

    static Hold draw(Chance chance, Mechanism mechanism, double hu, Surgery surgery, Screw screw, double frailty) {
        Level level = screw.site().level();
        boolean end = level == surgery.fused().getFirst().upper()
                || level == surgery.lowest().lower();
        return new Hold(mechanism.loosenLogit()
                + mechanism.loosenPerHu() * (hu - 85)
                + (end ? mechanism.endVertebra() : 0)
                + (level == Level.S1 ? mechanism.sacrum() : 0)
                - (screw.cemented() ? 1 : 0)
                + BETWEEN_PARTICIPANTS * frailty
                + chance.normal(0, BETWEEN_SCREWS));
    }

    /**
     * The lucent zone: 1 mm where the logit crosses 0, wider above and narrower below.
     *
     * @param united how far the neighbouring segments carry the load, 0 to 1
     */
    double lucencyMm(Mechanism mechanism, double months, double united) {
        double load = 1 - (1 - mechanism.loadRatio()) * united;
        double cycles = 1 - Math.exp(-months / 3.0);
        double settled = 0.15 * united * Math.clamp((months - 6) / 6, 0.0, 3.0);
        double now = logit + mechanism.loadWeight() * load * cycles - settled;
        return Math.clamp(1 + MM_PER_LOGIT * now, 0.0, WIDEST_MM);
    }
}
