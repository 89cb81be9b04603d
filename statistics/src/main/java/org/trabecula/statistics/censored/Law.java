package org.trabecula.statistics.censored;

import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * A standard distribution F whose density f is log-concave, so that log(F(b) - F(a)) is concave in both ends and a
 * likelihood made of such terms has no second summit (Pratt JW, J Am Stat Assoc 1981;76:103-106). Everything is computed
 * on the log scale and holds in far tails.
 */
enum Law {
    /** F(z) = z between 0 and 1. */
    UNIFORM(0, 1) {
        @Override
        double logChance(double a, double b) {
            return a < b ? Math.log(b - a) : Double.NEGATIVE_INFINITY;
        }

        @Override
        double logDensity(double z) {
            return 0;
        }

        @Override
        double slope(double z) {
            return 0;
        }

        @Override
        double bend(double z) {
            return 0;
        }

        @Override
        void derive(double a, double b, double[] into) {
            double inverse = 1 / (b - a);
            into[LOW] = -inverse;
            into[HIGH] = inverse;
            into[LOW_LOW] = -inverse * inverse;
            into[LOW_HIGH] = inverse * inverse;
            into[HIGH_HIGH] = -inverse * inverse;
        }
    },

    /** The smallest of many: 1 - F(z) = exp(-exp z); the logarithm of a Weibull time. */
    EXTREME(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) {
        @Override
        double logChance(double a, double b) {
            double before = Math.exp(a);
            return a < b ? -before + Math.log(-Math.expm1(before - Math.exp(b))) : Double.NEGATIVE_INFINITY;
        }

        @Override
        double logDensity(double z) {
            return z - Math.exp(z);
        }

        @Override
        double slope(double z) {
            return -Math.expm1(z);
        }

        @Override
        double bend(double z) {
            return -Math.exp(z);
        }

        // With A = exp(a), B = exp(b): f(a)/P = A/(1 - exp(A - B)) and f(b)/P = B/(exp(B - A) - 1).
        @Override
        void derive(double a, double b, double[] into) {
            double before = Math.exp(a);
            double after = Math.exp(b);
            double atLow = a == bottom() ? 0 : before / -Math.expm1(before - after);
            double atHigh = b == top() ? 0 : after / Math.expm1(after - before);
            fill(atLow, 1 - before, atHigh, 1 - after, into);
        }
    },

    /** The normal distribution; the logarithm of a lognormal time. */
    NORMAL(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) {
        @Override
        double logChance(double a, double b) {
            if (!(a < b)) {
                return Double.NEGATIVE_INFINITY;
            }
            if (a <= 0 && b >= 0) {
                return Math.log(0.5 * ErfDifference.value(a * ROOT_HALF, b * ROOT_HALF));
            }
            double near = logBeyond(Math.min(Math.abs(a), Math.abs(b)));
            double far = logBeyond(Math.max(Math.abs(a), Math.abs(b)));
            return near + Math.log(-Math.expm1(far - near));
        }

        @Override
        double logDensity(double z) {
            return -z * z / 2 - LOG_ROOT_TWO_PI;
        }

        @Override
        double slope(double z) {
            return -z;
        }

        @Override
        double bend(double z) {
            return -1;
        }
    },

    /** The logistic distribution; the logarithm of a loglogistic time. */
    LOGISTIC(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) {
        @Override
        double logChance(double a, double b) {
            return a < b
                    ? Math.log(-Math.expm1(a - b)) - logOnePlusExp(a) - logOnePlusExp(-b)
                    : Double.NEGATIVE_INFINITY;
        }

        @Override
        double logDensity(double z) {
            return -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z)));
        }

        @Override
        double slope(double z) {
            return -Math.tanh(z / 2);
        }

        @Override
        double bend(double z) {
            return -2 * Math.exp(logDensity(z));
        }

        // f = F(1 - F) and F(b) - F(a) = F(b)(1 - F(a))(1 - exp(a - b)); slopes are 1 - 2F.
        @Override
        void derive(double a, double b, double[] into) {
            double belowLow = 1 / (1 + Math.exp(-a));
            double aboveHigh = 1 / (1 + Math.exp(b));
            double apart = -Math.expm1(a - b);
            double atLow = belowLow / ((1 - aboveHigh) * apart);
            double atHigh = aboveHigh / ((1 - belowLow) * apart);
            if (Double.isFinite(atLow) && Double.isFinite(atHigh)) {
                fill(atLow, 1 - 2 * belowLow, atHigh, 2 * aboveHigh - 1, into);
            } else {
                super.derive(a, b, into);
            }
        }
    };

    /** Places of the derivatives in the array that {@link #derive} fills. */
    static final int LOW = 0;

    static final int HIGH = 1;
    static final int LOW_LOW = 2;
    static final int LOW_HIGH = 3;
    static final int HIGH_HIGH = 4;
    static final int TERMS = 5;

    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private final double bottom;
    private final double top;

    Law(double bottom, double top) {
        this.bottom = bottom;
        this.top = top;
    }

    /** Where F is 0. */
    double bottom() {
        return bottom;
    }

    /** Where F is 1. */
    double top() {
        return top;
    }

    /** log(F(b) - F(a)); negative infinity when a is not below b. */
    abstract double logChance(double a, double b);

    /** log f(z). */
    abstract double logDensity(double z);

    /** The first derivative of log f. */
    abstract double slope(double z);

    /** The second derivative of log f. */
    abstract double bend(double z);

    /** The first and second derivatives of log(F(b) - F(a)) with respect to its ends, a below b. */
    void derive(double a, double b, double[] into) {
        double chance = logChance(a, b);
        double atLow = a == bottom ? 0 : Math.exp(logDensity(a) - chance);
        double atHigh = b == top ? 0 : Math.exp(logDensity(b) - chance);
        fill(atLow, atLow == 0 ? 0 : slope(a), atHigh, atHigh == 0 ? 0 : slope(b), into);
    }

    /** The derivatives from the densities at the ends over the chance, and the slopes of the log density there. */
    private static void fill(double atLow, double slopeLow, double atHigh, double slopeHigh, double[] into) {
        into[LOW] = -atLow;
        into[HIGH] = atHigh;
        into[LOW_LOW] = atLow == 0 ? 0 : -atLow * (slopeLow + atLow);
        into[LOW_HIGH] = atLow * atHigh;
        into[HIGH_HIGH] = atHigh == 0 ? 0 : atHigh * (slopeHigh - atHigh);
    }

    /** log of the normal probability beyond z, z not negative. */
    private static double logBeyond(double z) {
        return z == Double.POSITIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : Math.log(0.5 * Erfcx.value(z * ROOT_HALF)) - z * z / 2;
    }

    private static double logOnePlusExp(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
