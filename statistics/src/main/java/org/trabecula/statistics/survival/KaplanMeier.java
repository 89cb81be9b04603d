package org.trabecula.statistics.survival;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The product-limit curve: the probability to be free of the event beyond a time.
 *
 * <p>Source: Kaplan EL, Meier P, J Am Stat Assoc 1958;53:457-481; variance: Greenwood 1926; limits on the scale
 * log(-log S): Kalbfleisch JD, Prentice RL, The Statistical Analysis of Failure Time Data, 2nd edition 2002, section 1.4.
 * R: {@code survfit(conf.type = "log-log")}. The arrays belong to the record and must not be changed.
 *
 * @param times when somebody had the event or left, increasing, each once
 * @param survival the curve from each of these times on
 * @param relativeVariance Greenwood's sum up to there, the variance of log S; infinite once S is 0
 */
public record KaplanMeier(double[] times, double[] survival, double[] relativeVariance) {
    /** Steps that miss a share by less stand at it. */
    private static final double SAME = Math.sqrt(Math.ulp(1.0));

    /**
     * Estimates.
     *
     * @return the curve; missing when there is nobody
     */
    public static Outcome<KaplanMeier> of(FollowUp data) {
        if (data.size() == 0) {
            return Outcome.none(Cause.TOO_FEW, "There is nobody, so there is no curve.");
        }
        int[] order = FollowUp.order(data.exit());
        double[] entries = data.entry().clone();
        Arrays.sort(entries);
        double[] times = Arrays.stream(data.exit()).sorted().distinct().toArray();
        double[] survival = new double[times.length];
        double[] variance = new double[times.length];
        double left = 1;
        double sum = 0;
        int gone = 0;
        int come = 0;
        for (int k = 0; k < times.length; k++) {
            while (come < entries.length && entries[come] < times[k]) {
                come++;
            }
            int events = 0;
            int there = come - gone;
            while (gone < order.length && data.exit()[order[gone]] == times[k]) {
                events += data.event()[order[gone++]] ? 1 : 0;
            }
            left *= 1 - events / (double) there;
            sum += events == 0 ? 0 : events / ((double) there * (there - events));
            survival[k] = left;
            variance[k] = sum;
        }
        return Outcome.of(new KaplanMeier(times, survival, variance));
    }

    /** The probability to be free of the event beyond a time. */
    public double at(double time) {
        int k = last(time);
        return k < 0 ? 1 : survival[k];
    }

    /** Greenwood's standard error of that probability; empty when it is 0, where there is none. */
    public OptionalDouble standardError(double time) {
        int k = last(time);
        if (k < 0) {
            return OptionalDouble.of(0);
        }
        return survival[k] > 0
                ? OptionalDouble.of(survival[k] * Math.sqrt(relativeVariance[k]))
                : OptionalDouble.empty();
    }

    /** The limits on the scale log(-log S); 1 and 1 before the first event, empty when the curve has come down to 0. */
    public Optional<Interval> limits(double time, double level) {
        int k = last(time);
        return k < 0 ? Optional.of(new Interval(1, 1)) : limitsOf(k, level);
    }

    private Optional<Interval> limitsOf(int k, double level) {
        double s = survival[k];
        if (s == 0) {
            return Optional.empty();
        }
        if (s == 1) {
            return Optional.of(new Interval(1, 1));
        }
        double reach = Confidence.deviate(level) * Math.sqrt(relativeVariance[k]) / -Math.log(s);
        return Optional.of(new Interval(Math.pow(s, Math.exp(reach)), Math.pow(s, Math.exp(-reach))));
    }

    /**
     * The time by which a share has had the event; where the curve runs level at that share, the middle of the level.
     *
     * @param share strictly between 0 and 1; 0.5 for the median
     * @return the time; empty when the curve does not come down so far
     */
    public OptionalDouble quantile(double share) {
        return crossing(share, k -> survival[k]);
    }

    /** Where the lower limit of the curve has come down so far: the lower limit of the quantile. */
    public OptionalDouble quantileLower(double share, double level) {
        return crossing(share, k -> limitsOf(k, level).map(Interval::lower).orElse(Double.NaN));
    }

    /** Where the upper limit of the curve has come down so far: the upper limit of the quantile. */
    public OptionalDouble quantileUpper(double share, double level) {
        return crossing(share, k -> limitsOf(k, level).map(Interval::upper).orElse(Double.NaN));
    }

    private OptionalDouble crossing(double share, IntToDoubleFunction curve) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A share lies strictly between 0 and 1, but it is " + share);
        }
        double height = 1 - share;
        for (int k = 0; k < times.length; k++) {
            double here = curve.applyAsDouble(k);
            if (Math.abs(here - height) < SAME) {
                int end = k + 1;
                while (end < times.length && Math.abs(curve.applyAsDouble(end) - here) < SAME) {
                    end++;
                }
                return OptionalDouble.of((times[k] + times[Math.min(end, times.length - 1)]) / 2);
            }
            if (here < height) {
                return OptionalDouble.of(times[k]);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * The mean time free of the event within a horizon: the area under the curve, which runs level after its last time.
     *
     * <p>Source: Irwin JO, J Hyg 1949;47:188-189; Royston P, Parmar MK, BMC Med Res Methodol 2013;13:152.
     *
     * @param horizon the end of the area, at least 0
     */
    public Estimate restrictedMean(double horizon) {
        if (!(horizon >= 0)) {
            throw new IllegalArgumentException("A horizon is not negative, but it is " + horizon);
        }
        double area = 0;
        double variance = 0;
        double to = horizon;
        for (int k = last(horizon); k >= -1; k--) {
            double from = k < 0 ? 0 : Math.max(0, times[k]);
            area += (k < 0 ? 1 : survival[k]) * Math.max(0, to - from);
            double jump = k < 0 ? 0 : relativeVariance[k] - (k == 0 ? 0 : relativeVariance[k - 1]);
            variance += Double.isFinite(jump) ? area * area * jump : 0;
            to = from;
        }
        return new Estimate(area, Math.sqrt(variance), Estimate.Scale.PLAIN);
    }

    /** The number of the last time not after this one; -1 when there is none. */
    private int last(double time) {
        int place = Arrays.binarySearch(times, time);
        return place >= 0 ? place : -place - 2;
    }
}
