package org.trabecula.statistics.censored;

/** What covariates multiply in a regression that leaves the curve free. */
public enum Proportional {
    /** The hazard of the event: {@code S(t | x) = S(t) ^ exp(x'beta)}; a positive coefficient means earlier events. */
    HAZARDS(Law.EXTREME, 1),
    /**
     * The odds of being free of the event: {@code S/(1 - S)} is multiplied by {@code exp(x'beta)}; a positive coefficient
     * means later events.
     */
    ODDS(Law.LOGISTIC, -1);

    private final Law law;
    private final int sign;

    Proportional(Law law, int sign) {
        this.law = law;
        this.sign = sign;
    }

    Law law() {
        return law;
    }

    /** 1 when larger predictors mean earlier events, else -1. */
    int sign() {
        return sign;
    }

    /** Where the law reaches a share: the curve on the scale on which covariates add. */
    double level(double share) {
        return this == HAZARDS ? Math.log(-Math.log1p(-share)) : Math.log(share / (1 - share));
    }
}
