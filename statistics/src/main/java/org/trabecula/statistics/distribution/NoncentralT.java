package org.trabecula.statistics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.solve.Root;

/**
 * The noncentral t distribution: a normal variable with mean {@code shift} and variance 1, over the root of an
 * independent chi-square variable divided by its degrees of freedom.
 *
 * <p>A Poisson mixture of incomplete beta functions, summed outwards from its largest term, so that a large shift does
 * not underflow (R goes over to a normal approximation above 37.6). Source: Lenth RV, Appl Stat 1989;38:185-189, equation
 * 2; the order of summation: Benton D, Krishnamoorthy K, Comput Stat Data Anal 2003;43:249-267.
 *
 * @param degrees the degrees of freedom, above 0
 * @param shift the noncentrality, in any direction
 */
public record NoncentralT(double degrees, double shift) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double NEGLIGIBLE = 1e-18;
    private static final int MOST_TERMS = 100_000;

    public NoncentralT {
        if (!(degrees > 0) || !Double.isFinite(degrees) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException(
                    "A noncentral t has positive degrees of freedom and a finite shift, but they are " + degrees
                            + " and " + shift);
        }
    }

    /** The probability of a value of at most {@code t}. */
    public double cumulative(double t) {
        return t < 0 ? new NoncentralT(degrees, -shift).survival(-t) : tail(t, false);
    }

    /** The probability of a value above {@code t}. */
    public double survival(double t) {
        return t < 0 ? new NoncentralT(degrees, -shift).cumulative(-t) : tail(t, true);
    }

    /**
     * The point with probability {@code p} below it.
     *
     * @throws IllegalArgumentException if {@code p} is not strictly between 0 and 1
     */
    public double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("A probability lies strictly between 0 and 1, but it is " + p);
        }
        DoubleUnaryOperator excess = p > 0.5 ? t -> 1 - p - survival(t) : t -> cumulative(t) - p;
        double stride = 1 + Math.abs(shift) / 8;
        double low = shift - stride;
        for (double step = stride; excess.applyAsDouble(low) > 0; step *= 2) {
            low -= step;
        }
        double high = shift + stride;
        for (double step = stride; excess.applyAsDouble(high) < 0; step *= 2) {
            high += step;
        }
        return Root.between(excess, low, high);
    }

    /** One side of a point that is not negative. */
    private double tail(double t, boolean upper) {
        double x = t * t / (degrees + t * t);
        double half = shift * shift / 2;
        double base = upper ? 0 : NORMAL.cumulativeProbability(-shift);
        if (half == 0) {
            return base + part(x, 0.5, upper) / 2;
        }
        int middle = (int) Math.min(half, MOST_TERMS);
        double sum = 0;
        for (int j = middle; j >= 0; j--) {
            double term = term(j, x, half, upper);
            sum += term;
            if (weight(j, half) < NEGLIGIBLE) {
                break;
            }
        }
        for (int j = middle + 1; j < middle + MOST_TERMS; j++) {
            sum += term(j, x, half, upper);
            if (weight(j, half) < NEGLIGIBLE) {
                break;
            }
        }
        return Math.clamp(base + sum / 2, 0, 1);
    }

    private double term(int j, double x, double half, boolean upper) {
        double odd = Math.copySign(Math.exp(-half + (j + 0.5) * Math.log(half) - LogGamma.value(j + 1.5)), shift);
        return weight(j, half) * part(x, j + 0.5, upper) + odd * part(x, j + 1.0, upper);
    }

    private static double weight(int j, double half) {
        return Math.exp(-half + j * Math.log(half) - LogGamma.value(j + 1.0));
    }

    private double part(double x, double a, boolean upper) {
        return upper ? RegularizedBeta.complement(x, a, degrees / 2) : RegularizedBeta.value(x, a, degrees / 2);
    }
}
