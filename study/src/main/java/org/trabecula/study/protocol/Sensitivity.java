package org.trabecula.study.protocol;

import java.util.Locale;

/** The analyses that try an assumption of the primary one, by name. */
public enum Sensitivity {
    /** Only participants whose value is there. */
    COMPLETE_CASES,
    /** Missing values drawn several times from what is known of the participant, the answers pooled. */
    MULTIPLE_IMPUTATION,
    /** What is missing is imputed as worse or better than it looks, arm by arm, until the conclusion tips. */
    TIPPING_POINT,
    /** What is missing is a failure in one arm and a success in the other. */
    BEST_WORST,
    /** Only participants with a propensity score inside the plan's trim. */
    TRIMMED,
    /** Only participants operated on in the months in which both arms were in use. */
    SHARED_CALENDAR,
    /** Fifths of the propensity score, pooled by Mantel and Haenszel. */
    PROPENSITY_FIFTHS,
    /** How strong an unmeasured confounder would have to be. */
    E_VALUE,
    /** Reads that are wrong more often in one arm than in the other. */
    MISCLASSIFICATION,
    /** Radiographs alone where CT was taken only when in doubt (Begg and Greenes), and CT alone. */
    VERIFICATION,
    /** Loosening before fusion as well as after it. */
    REVERSE_ARROW;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
