package org.trabecula.simulation.cohort;

/** How far a screened person gets. */
enum Fate {
    NOT_ELIGIBLE,
    DECLINES,
    /** Consents, and leaves before the surgery. */
    LEAVES_EARLY,
    OPERATED
}
