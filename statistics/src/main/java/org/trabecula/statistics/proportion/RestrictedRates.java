package org.trabecula.statistics.proportion;

/**
 * The most likely rates of two groups among those that differ by a given amount: the root in range of a cubic
 * (Miettinen and Nurminen 1985, appendix I; Farrington and Manning 1990, appendix).
 *
 * <p>The closed form loses half of its digits where two roots meet, so Newton's steps follow it.
 *
 * @param first the rate of the first group
 * @param second the rate of the second group
 */
record RestrictedRates(double first, double second) {
    private static final int POLISHES = 3;

    static RestrictedRates differingBy(double delta, TwoByTwo table) {
        double n1 = table.first().total();
        double n2 = table.second().total();
        double x2 = table.second().events();
        double n = n1 + n2;
        double x = table.events();
        double quadratic = (n1 + 2 * n2) * delta - n - x;
        double linear = (n2 * delta - n - 2 * x2) * delta + x;
        double constant = x2 * delta * (1 - delta);
        double lowest = Math.max(0, -delta);
        double highest = Math.min(1, 1 - delta);
        double root = Math.clamp(middleRoot(n, quadratic, linear, constant), lowest, highest);
        for (int i = 0; i < POLISHES; i++) {
            double value = ((n * root + quadratic) * root + linear) * root + constant;
            double slope = (3 * n * root + 2 * quadratic) * root + linear;
            double next = Math.clamp(root - value / slope, lowest, highest);
            double left = ((n * next + quadratic) * next + linear) * next + constant;
            if (!(Math.abs(left) < Math.abs(value))) {
                break;
            }
            root = next;
        }
        return new RestrictedRates(Math.clamp(root + delta, 0, 1), root);
    }

    /** The variance of the difference of the observed rates if these were the true ones. */
    double variance(TwoByTwo table) {
        return first * (1 - first) / table.first().total()
                + second * (1 - second) / table.second().total();
    }

    /** By trigonometry; the cubic always has three real roots, and the likelihood's maximum is the middle one. */
    private static double middleRoot(double cubic, double quadratic, double linear, double constant) {
        double shift = quadratic / (3 * cubic);
        double q = shift * shift * shift - linear * quadratic / (6 * cubic * cubic) + constant / (2 * cubic);
        double p = Math.copySign(Math.sqrt(Math.max(0, shift * shift - linear / (3 * cubic))), q);
        if (p == 0) {
            return -shift;
        }
        double angle = (Math.PI + Math.acos(Math.clamp(q / (p * p * p), -1, 1))) / 3;
        return 2 * p * Math.cos(angle) - shift;
    }
}
