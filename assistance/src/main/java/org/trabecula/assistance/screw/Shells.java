package org.trabecula.assistance.screw;

/** Rings around an axis as a scanner shows them: blurred by a round Gaussian point spread. */
final class Shells {
    private static final double H = RadialProfile.STEP;
    private final double[][] weights;
    private final int n;

    /** @param n how many steps outward */
    Shells(double sigma, int n) {
        this.n = n;
        int inner = n + (int) Math.ceil(4 * sigma / H);
        weights = new double[n][inner];
        for (int r = 0; r < n; r++) {
            double sum = 0;
            for (int q = 0; q < inner; q++) {
                weights[r][q] = spread(r * H, (q + 0.5) * H, sigma);
                sum += weights[r][q];
            }
            for (int q = 0; q < inner; q++) {
                weights[r][q] /= sum;
            }
        }
    }

    /** How much of what lies on a ring is seen at a distance from its centre. */
    private static double spread(double r, double ring, double sigma) {
        double s = sigma * sigma;
        double away = (r - ring) * (r - ring) / (2 * s);
        return away > 12 ? 0 : ring / s * Math.exp(-away) * scaledBessel(r * ring / s);
    }

    /** exp(−x) I₀(x) by the polynomials of Abramowitz and Stegun, 9.8.1 and 9.8.2, error below 2e-7. */
    private static double scaledBessel(double x) {
        if (x < 3.75) {
            double y = x * x / (3.75 * 3.75);
            double sum = 0.0360768 + y * 0.0045813;
            sum = 1.2067492 + y * (0.2659732 + y * sum);
            return Math.exp(-x) * (1 + y * (3.5156229 + y * (3.0899424 + y * sum)));
        }
        double y = 3.75 / x;
        double sum = 0.00916281 + y * (-0.02057706 + y * (0.02635537 + y * (-0.01647633 + y * 0.00392377)));
        return (0.39894228 + y * (0.01328592 + y * (0.00225319 + y * (-0.00157565 + y * sum)))) / Math.sqrt(x);
    }

    /** A material whose share at a distance is given, blurred. */
    double[] blurred(Share share) {
        double[] seen = new double[n];
        double[] shares = new double[weights[0].length];
        for (int q = 0; q < shares.length; q++) {
            shares[q] = share.at((q + 0.5) * H);
        }
        for (int r = 0; r < n; r++) {
            double sum = 0;
            for (int q = 0; q < shares.length; q++) {
                sum += weights[r][q] * shares[q];
            }
            seen[r] = sum;
        }
        return seen;
    }

    /** What part of the way around at a distance is of that material, 0 to 1. */
    interface Share {
        double at(double r);
    }
}
