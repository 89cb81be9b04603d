package org.trabecula.statistics.solve;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a function of one variable is zero, found between two points at which it has different signs.
 *
 * <p>Chandrupatla's method (Advances in Engineering Software 1997;28:145-149): inverse quadratic steps where the last
 * three points lie well for them, bisection elsewhere. It never leaves the bracket, takes infinite values at the ends
 * (an interpolation that is no number becomes a bisection), and needs no derivative.
 */
public final class Root {
    private static final int MOST_STEPS = 400;
    /** No zero is worth more digits than this, and a zero at 0 would be halved towards for ever. */
    private static final double SMALLEST = 1e-17;

    private static final double FURTHEST = 1_024;

    private Root() {}

    /** The zero of {@code f} between {@code low} and {@code high}, to two units in the last place or 1e-17. */
    public static double between(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa == 0) {
            return a;
        }
        if (fb == 0) {
            return b;
        }
        if (!(fa > 0 != fb > 0)) {
            throw new IllegalStateException("No change of sign: " + fa + " at " + low + ", " + fb + " at " + high);
        }
        double t = 0.5;
        for (int step = 0; step < MOST_STEPS; step++) {
            double x = a + t * (b - a);
            double fx = f.applyAsDouble(x);
            double c;
            double fc;
            if (fx > 0 == fa > 0) {
                c = a;
                fc = fa;
            } else {
                c = b;
                fc = fb;
                b = a;
                fb = fa;
            }
            a = x;
            fa = fx;
            double best = Math.abs(fa) < Math.abs(fb) ? a : b;
            double least = (2 * Math.ulp(best) + SMALLEST) / Math.abs(b - a);
            if (fx == 0 || least > 0.5) {
                return fx == 0 ? x : best;
            }
            t = Math.clamp(share(a, fa, b, fb, c, fc), least, 1 - least);
        }
        throw new IllegalStateException("No zero within " + MOST_STEPS + " steps between " + low + " and " + high);
    }

    /**
     * The zero of a falling function that lies from {@code start} in the direction of {@code step}: strides are doubled
     * until the sign changes. Meant for logarithms, where 1,024 is beyond every double.
     */
    public static double beyond(DoubleUnaryOperator falling, double start, double step) {
        double near = start;
        for (double stride = step; Math.abs(stride) < FURTHEST; stride *= 2) {
            double far = near + stride;
            if (falling.applyAsDouble(far) > 0 != step > 0) {
                return step > 0 ? between(falling, near, far) : between(falling, far, near);
            }
            near = far;
        }
        throw new IllegalStateException("No change of sign between " + start + " and " + near);
    }

    /** How far to go from a to b, as a share of their distance. */
    private static double share(double a, double fa, double b, double fb, double c, double fc) {
        double xi = (a - b) / (c - b);
        double phi = (fa - fb) / (fc - fb);
        if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
            return fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
        }
        return 0.5;
    }
}
