package org.trabecula.statistics.censored;

/** Covariates: a row for each subject. */
final class Rows {
    private Rows() {}

    /** @throws IllegalArgumentException if the rows differ in number or length, or a number is not finite */
    static void check(CensoredTimes times, double[][] x) {
        if (x.length != times.size()) {
            throw new IllegalArgumentException(
                    "Each of " + times.size() + " subjects needs a row of covariates, but there are " + x.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (x[i].length == 0 || x[i].length != x[0].length) {
                throw new IllegalArgumentException(
                        "All rows of covariates have the same columns, at least one, but row " + (i + 1) + " has "
                                + x[i].length);
            }
            for (double one : x[i]) {
                if (!Double.isFinite(one)) {
                    throw new IllegalArgumentException("A covariate is a finite number, but row " + (i + 1) + " has "
                            + one + "; leave out the rows in which one is missing");
                }
            }
        }
    }
}
