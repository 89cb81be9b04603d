package org.trabecula.app.report;

/**
 * Student's distribution by the integral that defines it, for the second computation: with t = √ν tan θ the density is
 * proportional to cos<sup>ν-1</sup> θ, so that a tail is a quotient of two integrals over an angle and needs no gamma function.
 *
 * @param degrees of freedom, at least 1
 */
record StudentByHand(double degrees) {
    private static final int STEPS = 40_000;

    /** The two-sided p-value of t. */
    double p(double t) {
        double angle = Math.atan(Math.abs(t) / Math.sqrt(degrees));
        return integral(angle) / integral(0);
    }

    /** How many errors an interval of this level reaches to either side, by halving. */
    double reach(double level) {
        double low = 0;
        double high = Math.PI / 2;
        double whole = integral(0);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (integral(middle) / whole > 1 - level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(degrees) * Math.tan((low + high) / 2);
    }

    /** From an angle to the right angle, by Simpson's rule in a variable whose square is the distance from the right angle. */
    private double integral(double from) {
        double end = Math.sqrt(Math.PI / 2 - from);
        double step = end / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double u = i * step;
            double height = 2 * u * Math.pow(Math.sin(u * u), degrees - 1);
            sum += (i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2) * height;
        }
        return sum * step / 3;
    }
}
