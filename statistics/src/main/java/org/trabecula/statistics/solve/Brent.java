package org.trabecula.statistics.solve;

import java.util.function.DoubleUnaryOperator;

/**
 * Brent's root finder (Algorithms for Minimization without Derivatives, 1973, chapter 4), in the variant that compares a
 * step with the one just before. It is here for its stopping point alone, which others' printed digits depend on;
 * {@link Root} is what finds a zero.
 */
public final class Brent {
    private static final int MOST_STEPS = 1_000;

    private Brent() {}

    /** A point within {@code tolerance} of a change of sign between {@code low} and {@code high}. */
    public static double zero(DoubleUnaryOperator f, double low, double high, double tolerance) {
        double last = low;
        double best = high;
        double fLast = f.applyAsDouble(last);
        double fBest = f.applyAsDouble(best);
        double other = last;
        double fOther = fLast;
        for (int step = 0; step < MOST_STEPS; step++) {
            double before = best - last;
            if (Math.abs(fOther) < Math.abs(fBest)) {
                last = best;
                best = other;
                other = last;
                fLast = fBest;
                fBest = fOther;
                fOther = fLast;
            }
            double least = 2 * Math.ulp(1.0) * Math.abs(best) + tolerance / 2;
            double half = (other - best) / 2;
            if (Math.abs(half) <= least || fBest == 0) {
                return best;
            }
            double stride = half;
            if (Math.abs(before) >= least && Math.abs(fLast) > Math.abs(fBest)) {
                double offer = interpolated(best - last, other - best, fBest / fLast, fLast / fOther, fBest / fOther);
                boolean inside = offer / half > 0 && Math.abs(offer) < 1.5 * Math.abs(half) - least / 2;
                stride = inside && Math.abs(offer) < Math.abs(before / 2) ? offer : half;
            }
            last = best;
            fLast = fBest;
            best += Math.abs(stride) < least ? Math.copySign(least, stride) : stride;
            fBest = f.applyAsDouble(best);
            if (fBest > 0 == fOther > 0) {
                other = last;
                fOther = fLast;
            }
        }
        throw new IllegalStateException("No zero within " + MOST_STEPS + " steps between " + low + " and " + high);
    }

    /** The step to where the line, or the inverse parabola through three different points, is zero. */
    private static double interpolated(double before, double across, double s, double q, double r) {
        if (before == -across) {
            return across * s / (s - 1);
        }
        return s * (across * q * (q - r) - before * (r - 1)) / -((q - 1) * (r - 1) * (s - 1));
    }
}
