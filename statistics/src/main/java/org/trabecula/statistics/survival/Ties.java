package org.trabecula.statistics.survival;

/** What is assumed of events at one time. */
public enum Ties {
    /** Each leaves behind the average of those not yet gone: Efron B, J Am Stat Assoc 1977;72:557-565. */
    EFRON,
    /** All are still at risk for each other: Breslow NE, Biometrics 1974;30:89-99. */
    BRESLOW
}
