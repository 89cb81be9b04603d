package org.trabecula.statistics.censored;

/** The distribution of times in an accelerated-failure-time model: log T = x'beta + sigma E, with the law of E. */
public enum TimeLaw {
    /** E is the smallest of many; hazards are proportional as well. */
    WEIBULL(Law.EXTREME, true),
    /** E is normal. */
    LOGNORMAL(Law.NORMAL, true),
    /** E is logistic; odds are proportional as well. */
    LOGLOGISTIC(Law.LOGISTIC, true),
    /** A Weibull law with sigma held at 1: a constant hazard. */
    EXPONENTIAL(Law.EXTREME, false);

    private final Law error;
    private final boolean freeScale;

    TimeLaw(Law error, boolean freeScale) {
        this.error = error;
        this.freeScale = freeScale;
    }

    Law error() {
        return error;
    }

    /** Whether sigma is estimated. */
    public boolean freeScale() {
        return freeScale;
    }

    /** Whether the coefficients have a meaning as log hazard ratios. */
    public boolean proportionalHazards() {
        return error == Law.EXTREME;
    }
}
