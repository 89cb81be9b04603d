package org.trabecula.simulation.mechanism;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the model takes as given: each number with its unit, reference value, admissible range and source. Those whose source
 * says <em>calibrated</em> were found by {@link Calibration}; those that say <em>taken</em> are judgement.
 */
public enum Parameter {
    // Who takes part.
    HU_MEAN("hu-mean", "HU", 95, 40, 180, "osteoporotic series: 77.9 among the loosened, 106 to 130 in mixed ones"),
    HU_SPREAD("hu-spread", "HU", 30, 5, 60, "standard deviation; 33 to 45 in loosening series"),
    ONE_SEGMENT(
            "one-segment", "share", 0.50, 0, 1, "fused segments 1, else 2 or 3 as 2 to 1; 100/73/44 of 217 (Guo 2020)"),
    SACRUM("sacrum", "share", 0.35, 0, 1, "S1 in the construct; taken"),
    ANABOLIC("anabolic", "share", 0.12, 0, 1, "teriparatide or romosozumab; taken"),
    ANTIRESORPTIVE("antiresorptive", "share", 0.40, 0, 1, "bisphosphonate or denosumab; taken"),
    SMOKING("smoking", "share", 0.12, 0, 1, "taken"),
    DIABETES("diabetes", "share", 0.18, 0, 1, "taken"),
    STEPS("steps", "steps a day", 4500, 1000, 10000, "3,500 to 5,624 a day (PMC7080733)"),

    // Which cage, and what goes with the choice.
    TITANIUM("titanium", "share", 0.50, 0.1, 0.9, "planned halves"),
    CONFOUNDING(
            "confounding", "factor", 1, 0, 3, "0: arms dealt in turn; 1: calendar, surgeon and bone choose as taken"),
    SURGEON_SKILL("surgeon-skill", "log hold", 0.08, 0, 0.5, "per unit of a surgeon's preference for titanium; taken"),
    LEARNING("learning", "log speed", 0.10, 0, 0.5, "how much sooner the last enrolled fuse than the first; taken"),

    // Bone and screw.
    HOLD("hold", "N", 370, 180, 970, "pull-out at 100 HU; 370 in osteoporotic, 970 in normal bone (PMC6002167)"),
    HOLD_EXPONENT(
            "hold-exponent", "1", 0.24, 0, 3, "hold grows with HU to this power; calibrated, the bench says about 2.3"),
    HOLD_BETWEEN_SCREWS("hold-between-screws", "log hold", 0.355, 0, 1.5, "calibrated; 0.38 on the bench (140/370)"),
    FRAILTY("frailty", "log hold", 0.10, 0, 1.5, "between participants; calibrated"),
    ANTIRESORPTIVE_HOLD(
            "antiresorptive-hold", "factor", 1.12, 1, 1.5, "risk difference of loosening -0.17 (PMC6054279)"),
    TOGGLE_LOSS("toggle-loss", "share", 0.68, 0, 0.9, "strength lost by toggling in poor bone (cmpb.2023.107625)"),

    // Load.
    LOAD("load", "body weights", 1.2, 0.5, 3, "spine load of daily activities; peaks of 1,650 N (pone.0098510)"),
    SCREW_SHARE("screw-share", "share", 0.12, 0.03, 0.5, "s0, of one screw before union; rods carry 7 to 48 %"),
    LOAD_RATIO("load-ratio", "s1/s0", 0.5, 0.4, 1.2, "after union over before; loads rose in vivo (s005860050187)"),
    END_LOAD("end-load", "factor", 1.5, 1, 3, "end vertebrae; all loosening sat there (Guo 2020)"),
    SACRUM_LOAD("sacrum-load", "factor", 1.31, 1, 3, "S1; calibrated to an odds ratio of 1.7 (Zou 2020)"),
    LENGTH_LOAD(
            "length-load", "factor", 1.40, 1, 3, "per further segment; calibrated to an odds ratio of 3.6 (Zou 2020)"),

    // Wear and recovery.
    WEAR("wear", "mm", 2.16, 0, 100, "lucency per million cycles at a load of the whole hold; calibrated"),
    WEAR_EXPONENT("wear-exponent", "1", 3, 1, 8, "of load over hold; taken, fatigue of trabecular bone is steeper"),
    RECOVERY("recovery", "1/month", 2.7, 0, 8, "share of lucency closed when wholly unloaded; calibrated"),

    // Fusion.
    PEEK_MONTHS("peek-months", "months", 5.04, 2, 18, "median to grade II; 35 to 80 % fused at 6 months by definition"),
    CAGE_SPEED("cage-speed", "factor", 1.45, 0.7, 2.5, "healing speed of titanium over PEEK; 1 is no effect"),
    HEALING_SPREAD("healing-spread", "log months", 0.473, 0.05, 1, "6.0 ± 4.8 and 10.4 ± 7.2 months (Ebata 2015)"),
    NON_UNION("non-union", "share", 0.04, 0, 0.4, "12 of 399 to 7 % at two years"),
    BONE_HEALING("bone-healing", "log months", 0.02, 0, 0.1, "slower per 10 HU below 100; taken"),
    SMOKING_SLOWS("smoking-slows", "factor", 1.12, 1, 2, "odds of pseudarthrosis 1.7 to 5.4 (s12891-024-07531-w)"),
    DIABETES_SLOWS("diabetes-slows", "factor", 1.08, 1, 2, "taken"),
    ANABOLIC_SPEED("anabolic-speed", "factor", 1.4, 1, 2, "6.0 against 10.4 months (s00586-015-4342-y)"),
    FRAILTY_SLOWS(
            "frailty-slows", "log months", 0.10, 0, 0.5, "per unit of frailty; fused 10/14 of loose, 46/49 (Cho 2018)"),
    LOOSE_SLOWS(
            "loose-slows", "share", 0.3, 0, 0.9, "healing speed lost beside loose screws: the reverse arrow; taken"),

    // What the participant says.
    ODI_BEFORE("odi-before", "per cent", 46, 20, 90, "disability before surgery; demonstration cohorts 34 to 50"),
    ODI_RELIEF("odi-relief", "per cent", 27, 0, 60, "22 points on average after fusion (Spine 38(7):E409)"),
    ODI_SPREAD("odi-spread", "per cent", 8, 0, 30, "between participants; 14 of the change in pooled cohorts"),
    ODI_DAY("odi-day", "per cent", 6, 0, 20, "from day to day; taken"),
    ODI_TROUBLE("odi-trouble", "per cent", 3.3, 0, 20, "by a loose screw, and by an open segment (22 studies)"),
    BACK_BEFORE("back-before", "of 10", 6.5, 2, 10, "back pain before surgery; 5.7 to 7 in series (PMC7887235)"),
    BACK_RELIEF("back-relief", "of 10", 4.2, 0, 8, "3.7 on average after fusion (Spine 38(7):E409)"),
    BACK_SPREAD("back-spread", "of 10", 0.9, 0, 4, "between participants; 1.4 to 1.9 at visits (PMC7887235)"),
    BACK_DAY("back-day", "of 10", 1.0, 0, 4, "from day to day; taken"),
    BACK_TROUBLE("back-trouble", "of 10", 0.75, 0, 4, "by a loose screw, and by an open segment (22 studies)"),

    // What observers make of it.
    MISSED("missed", "share", 0.04, 0, 0.5, "of visits; taken"),
    ASTRAY("astray", "months", 0.4, 0, 1, "standard deviation of a visit's day about the planned one; taken"),
    DROPOUT("dropout", "share", 0.18, 0, 0.6, "gone by 24 months; 13 to 32 % seen"),
    XRAY_SENSITIVITY("xray-sensitivity", "share", 0.88, 0.2, 1, "loose screw; 0.24 and 0.54 against torque"),
    XRAY_SPECIFICITY("xray-specificity", "share", 0.996, 0.8, 1, "firm screw; 0.98 and 0.84 against torque"),
    CT_SENSITIVITY("ct-sensitivity", "share", 0.93, 0.2, 1, "loose screw; 0.22 and 0.65 against torque"),
    CT_SPECIFICITY("ct-specificity", "share", 0.998, 0.8, 1, "firm screw; 0.96 and 0.97 against torque"),
    XRAY_UNION_SENSITIVITY("xray-union-sensitivity", "share", 0.92, 0.3, 1, "false negatives up to 29 % (spine 1993)"),
    XRAY_UNION_SPECIFICITY("xray-union-specificity", "share", 0.85, 0.3, 1, "false positives up to 42 % (spine 1993)"),
    CT_UNION_SENSITIVITY("ct-union-sensitivity", "share", 0.96, 0.5, 1, "taken as near the truth"),
    CT_UNION_SPECIFICITY("ct-union-specificity", "share", 0.95, 0.5, 1, "taken as near the truth"),
    UNCLEAR("unclear", "share", 0.12, 0, 0.8, "radiographs of a united or open segment that leave it unclear; taken"),
    TITANIUM_UNCLEAR("titanium-unclear", "share", 0.05, 0, 0.5, "more of them beside metal; taken"),
    CT_DONE("ct-done", "share", 0.95, 0, 1, "of the CTs that the charter calls for; taken"),
    READERS_DIFFER("readers-differ", "share", 0.02, 0, 0.3, "a reader's own error on a screw; kappa 0.15 to 0.67"),
    READERS_DIFFER_UNION("readers-differ-union", "share", 0.06, 0, 0.3, "on a union; CT kappa about 0.5"),
    HIDDEN("hidden", "share", 0.01, 0, 0.3, "screws that an image does not let judge; taken");

    private final String id;
    private final String unit;
    private final double reference;
    private final double low;
    private final double high;
    private final String source;

    Parameter(String id, String unit, double reference, double low, double high, String source) {
        this.id = id;
        this.unit = unit;
        this.reference = reference;
        this.low = low;
        this.high = high;
        this.source = source;
    }

    /** The parameter of that name, as a scenario's file has it. */
    public static Optional<Parameter> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    /** The value of the reference model. */
    public double reference() {
        return reference;
    }

    /** The least that is admitted. */
    public double low() {
        return low;
    }

    /** The most that is admitted. */
    public double high() {
        return high;
    }

    /** Where the range and the reference value come from. */
    public String source() {
        return source;
    }

    /** Why a value is not admitted, as a sentence; empty when it is. */
    public Optional<String> objection(double value) {
        return value >= low && value <= high
                ? Optional.empty()
                : Optional.of(id + " (" + unit + ") lies between " + plain(low) + " and " + plain(high) + ", but it is "
                        + plain(value) + ".");
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
