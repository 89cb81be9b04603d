package org.trabecula.statistics.agreement;

/**
 * How much two categories agree, from 0 to 1.
 *
 * <p>Names differ: vcd calls linear weights Equal-Spacing and quadratic ones Fleiss-Cohen.
 */
public enum Weighting {
    /** Only the same category agrees: no weights. */
    NOMINAL,
    /** Agreement falls with the distance: 1 - |i - j|/(k - 1). */
    LINEAR,
    /** Agreement falls with the squared distance: 1 - (i - j)^2/(k - 1)^2. */
    QUADRATIC;

    /** The weights of so many ordered categories. */
    public double[][] matrix(int categories) {
        double[][] weights = new double[categories][categories];
        for (int i = 0; i < categories; i++) {
            for (int j = 0; j < categories; j++) {
                double distance = i == j ? 0 : Math.abs(i - j) / (categories - 1.0);
                weights[i][j] = switch (this) {
                    case NOMINAL -> i == j ? 1 : 0;
                    case LINEAR -> 1 - distance;
                    case QUADRATIC -> 1 - distance * distance;
                };
            }
        }
        return weights;
    }
}
