package org.trabecula.statistics.repeated;

/**
 * Effects by where they vary.
 *
 * @param within for each effect, whether it varies within some subject
 * @param intercept the column that is the same everywhere, or -1
 * @param betweenDegrees subjects minus intercept and effects that vary only between subjects
 * @param withinDegrees rows minus subjects and effects that vary within subjects
 */
record BetweenWithin(boolean[] within, int intercept, int betweenDegrees, int withinDegrees) {

    static BetweenWithin of(RepeatedMeasures data) {
        boolean[] within = new boolean[data.columns()];
        int inside = 0;
        int intercept = -1;
        for (int column = 0; column < within.length; column++) {
            within[column] = variesInside(data, column);
            inside += within[column] ? 1 : 0;
            if (intercept < 0 && constant(data, column)) {
                intercept = column;
            }
        }
        int subjects = data.subjects();
        return new BetweenWithin(
                within, intercept, subjects - (within.length - inside), data.size() - subjects - inside);
    }

    /** The smallest of those of the effects that are involved; the intercept counts as within. */
    double degreesOfFreedom(double[] weights) {
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < weights.length; column++) {
            if (weights[column] != 0) {
                least = Math.min(least, within[column] || column == intercept ? withinDegrees : betweenDegrees);
            }
        }
        return least;
    }

    private static boolean variesInside(RepeatedMeasures data, int column) {
        int[] order = data.order();
        for (int i = 1; i < order.length; i++) {
            if (data.subject()[order[i]] == data.subject()[order[i - 1]]
                    && data.design()[order[i]][column] != data.design()[order[i - 1]][column]) {
                return true;
            }
        }
        return false;
    }

    private static boolean constant(RepeatedMeasures data, int column) {
        for (double[] row : data.design()) {
            if (row[column] != data.design()[0][column]) {
                return false;
            }
        }
        return true;
    }
}
