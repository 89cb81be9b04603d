package org.trabecula.statistics.causal;

/**
 * For whom the weighted comparison speaks. Each is a tilting function h(e) of the propensity score; a treated unit weighs
 * h/e and a control h/(1 - e).
 *
 * <p>Source: Li F, Morgan KL, Zaslavsky AM, J Am Stat Assoc 2018;113:390-400, table 1; Li F, Thomas LE, Li F, Am J
 * Epidemiol 2019;188:250-257 (overlap); Li L, Greene T, Int J Biostat 2013;9:215-234 (matching); Zhou Y, Matsouaka RA,
 * Thomas L, Stat Methods Med 2020;29:3721-3756 (entropy).
 */
public enum Weighting {
    /** All units (ATE), h = 1. */
    EVERYBODY,
    /** All units, each arm's weights times its share; in a ratio of weighted means the same as {@link #EVERYBODY}. */
    STABILISED,
    /** Those who were treated (ATT), h = e. */
    TREATED,
    /** Those who could have been in either arm (ATO), h = e(1 - e); balances means exactly under a logistic score. */
    OVERLAP,
    /** Those whom pair matching would find, h = min(e, 1 - e). */
    MATCHING,
    /** Like overlap, with h = -e log e - (1 - e) log(1 - e). */
    ENTROPY;

    /**
     * A unit's weight.
     *
     * @param treated its arm
     * @param score its propensity score e, strictly between 0 and 1
     * @param share the share of the treated among all, used by {@link #STABILISED} only
     */
    public double weight(boolean treated, double score, double share) {
        return scale(treated, share) * tilt(score) / (treated ? score : 1 - score);
    }

    /** The weight's derivative for the linear predictor log(e / (1 - e)). */
    double slope(boolean treated, double score, double share) {
        double own = treated
                ? (tiltSlope(score) - tilt(score) * (1 - score)) / score
                : (tiltSlope(score) + tilt(score) * score) / (1 - score);
        return scale(treated, share) * own;
    }

    /** h(e). */
    double tilt(double e) {
        return switch (this) {
            case EVERYBODY, STABILISED -> 1;
            case TREATED -> e;
            case OVERLAP -> e * (1 - e);
            case MATCHING -> Math.min(e, 1 - e);
            case ENTROPY -> -(e * Math.log(e) + (1 - e) * Math.log1p(-e));
        };
    }

    /** The derivative of h for the linear predictor. */
    double tiltSlope(double e) {
        double inner = e * (1 - e);
        return switch (this) {
            case EVERYBODY, STABILISED -> 0;
            case TREATED -> inner;
            case OVERLAP -> inner * (1 - 2 * e);
            case MATCHING -> e < 0.5 ? inner : -inner;
            case ENTROPY -> inner * (Math.log1p(-e) - Math.log(e));
        };
    }

    private double scale(boolean treated, double share) {
        return this == STABILISED ? (treated ? share : 1 - share) : 1;
    }
}
