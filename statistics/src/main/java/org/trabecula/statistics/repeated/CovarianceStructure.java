package org.trabecula.statistics.repeated;

/** How the responses of one subject at m visits may vary together. */
public enum CovarianceStructure {
    /** Any covariance matrix: m (m + 1) / 2 parameters. */
    UNSTRUCTURED,
    /** One variance, and a covariance for each distance between visits in the plan: m parameters. */
    TOEPLITZ,
    /** One variance, and a correlation that is a power of the distance between visits in the plan: 2 parameters. */
    AUTOREGRESSIVE,
    /** One variance and one covariance: 2 parameters. */
    COMPOUND_SYMMETRY;

    /** How many parameters it has for so many visits. */
    public int parameters(int visits) {
        return shape().parameters(visits);
    }

    Shape shape() {
        return switch (this) {
            case UNSTRUCTURED -> new Unstructured();
            case TOEPLITZ -> new ByDistance(ByDistance.Kind.TOEPLITZ);
            case AUTOREGRESSIVE -> new Autoregressive();
            case COMPOUND_SYMMETRY -> new ByDistance(ByDistance.Kind.COMPOUND_SYMMETRY);
        };
    }
}
