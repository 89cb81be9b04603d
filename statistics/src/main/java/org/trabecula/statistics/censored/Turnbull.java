package org.trabecula.statistics.censored;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The nonparametric maximum-likelihood estimate of the distribution of times known only to lie in intervals.
 *
 * <p>All probability lies in the innermost intervals {@code (left, right]}. How much lies in each is unique: at the right
 * end of each ends a subject whose interval reaches no further, so that the subjects' chances, which are unique because
 * the likelihood is strictly concave in them, give the masses one after the other. Where in its interval a mass lies the
 * data do not say; there the curve is {@linkplain #undetermined not unique}, and {@link #survival} answers with a
 * band. Intervals without mass are left out. The estimate is computed to the Karush-Kuhn-Tucker conditions: the
 * log-likelihood is within {@code excess} of the largest there is.
 *
 * <p>Source: Turnbull BW, J R Stat Soc B 1976;38:290-295; conditions: Gentleman R, Geyer CJ, Biometrika
 * 1994;81:618-623. The arrays belong to the record and must not be changed.
 *
 * @param left where each interval with mass begins, increasing
 * @param right where it ends; equal to its left end for an exact time, infinite for a last one without end
 * @param mass its probability; they sum to 1
 * @param logLikelihood the sum of the logarithms of the subjects' fitted chances
 * @param excess the largest over all innermost intervals of (sum over subjects of 1/chance) - n, not below 0
 */
public record Turnbull(double[] left, double[] right, double[] mass, double logLikelihood, double excess) {

    /**
     * A stretch of time within which the estimate is not unique: any way of spreading its mass fits equally well.
     *
     * @param left the end after which the event may lie
     * @param right the last time at which it may lie; may be infinite
     * @param mass the probability
     */
    public record Undetermined(double left, double right, double mass) {}

    /**
     * Estimates.
     *
     * @return the estimate; missing when there is nobody
     */
    public static Outcome<Turnbull> of(CensoredTimes times) {
        return times.size() == 0
                ? Outcome.none(Cause.TOO_FEW, "There is nobody, so there is no curve.")
                : CurveFit.of(times).map(CurveFit::turnbull);
    }

    /**
     * The band in which the survival probability just after {@code time} lies: its two ends are equal where the curve is
     * defined.
     */
    public Interval survival(double time) {
        double gone = 0;
        double perhaps = 0;
        for (int j = 0; j < mass.length; j++) {
            if (right[j] <= time) {
                gone += mass[j];
            } else if (left[j] < time) {
                perhaps += mass[j];
            }
        }
        double upper = Math.clamp(1 - gone, 0, 1);
        return new Interval(Math.clamp(upper - perhaps, 0, upper), upper);
    }

    /** The stretches of time in which the curve is not unique; none when all times are known. */
    public List<Undetermined> undetermined() {
        return IntStream.range(0, mass.length)
                .filter(j -> left[j] < right[j])
                .mapToObj(j -> new Undetermined(left[j], right[j], mass[j]))
                .toList();
    }

    /** The intervals whose mass is above a bound; for printing. */
    public Turnbull above(double bound) {
        int[] kept =
                IntStream.range(0, mass.length).filter(j -> mass[j] > bound).toArray();
        return new Turnbull(pick(left, kept), pick(right, kept), pick(mass, kept), logLikelihood, excess);
    }

    private static double[] pick(double[] from, int[] places) {
        return Arrays.stream(places).mapToDouble(j -> from[j]).toArray();
    }
}
