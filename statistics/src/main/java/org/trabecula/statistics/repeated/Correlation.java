package org.trabecula.statistics.repeated;

/**
 * The derivatives of a correlation with respect to its working parameter.
 *
 * @param slope the first
 * @param bend the second
 */
record Correlation(double slope, double bend) {

    /** For z = r / sqrt(1 - r^2). */
    static Correlation ratio(double r) {
        double rest = 1 - r * r;
        return new Correlation(rest * Math.sqrt(rest), -3 * r * rest * rest);
    }

    /** For z = logit((r + a) / (1 + a)), a = 1 / (visits - 1). */
    static Correlation logit(double r, int visits) {
        double a = 1.0 / (visits - 1);
        double share = (r + a) / (1 + a);
        double slope = (1 + a) * share * (1 - share);
        return new Correlation(slope, slope * (1 - 2 * share));
    }
}
