package org.trabecula.statistics.repeated;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Finite;

/**
 * Two independent samples of a measurement, compared without covariates. Every difference is first minus second. The
 * arrays stay the caller's.
 *
 * @param first finite numbers
 * @param second finite numbers in the same unit
 */
public record TwoSamples(double[] first, double[] second) {
    /** @throws IllegalArgumentException if a number is not finite */
    public TwoSamples {
        if (!Finite.all(first) || !Finite.all(second)) {
            throw new IllegalArgumentException("Samples hold finite numbers only; leave missing ones out");
        }
    }

    /**
     * A ratio and the p-value of its being 1.
     *
     * @param value the ratio
     * @param p two-sided
     */
    public record Ratio(double value, double p) {}

    /**
     * The difference of means, each sample with its own variance.
     *
     * <p>Source: Welch BL, Biometrika 1947;34:28-35. R: {@code t.test}.
     *
     * @return the contrast; missing when a sample has fewer than two numbers (TOO_FEW) or nothing varies (SINGULAR)
     */
    public Outcome<Contrast> welch() {
        return variances(2, 2).then(variances -> {
            double one = variances[0] / first.length;
            double other = variances[1] / second.length;
            double degrees = (one + other)
                    * (one + other)
                    / (one * one / (first.length - 1) + other * other / (second.length - 1));
            return contrast(one + other, degrees);
        });
    }

    /**
     * The difference of means, with one variance for both samples.
     *
     * <p>Source: Student, Biometrika 1908;6:1-25. R: {@code t.test(var.equal = TRUE)}.
     *
     * @return the contrast; missing when a sample is empty or there are fewer than three numbers (TOO_FEW), or nothing
     *     varies (SINGULAR)
     */
    public Outcome<Contrast> student() {
        return pooled().then(variance ->
                contrast(variance * (1.0 / first.length + 1.0 / second.length), first.length + second.length - 2));
    }

    /**
     * The difference of means in units of the common standard deviation.
     *
     * <p>Source: Cohen J, Statistical Power Analysis for the Behavioral Sciences, 2nd edition 1988, equation 2.5.1.
     *
     * @return the difference; missing as in {@link #student()}
     */
    public Outcome<Double> standardisedDifference() {
        return pooled().then(variance ->
                variance > 0 ? Outcome.of((mean(first) - mean(second)) / Math.sqrt(variance)) : nothingVaries());
    }

    /**
     * First variance over second.
     *
     * <p>Source: Fisher RA, Statistical Methods for Research Workers 1925, section 41. R: {@code var.test}.
     *
     * @return the ratio; missing when a sample has fewer than two numbers (TOO_FEW) or does not vary (SINGULAR)
     */
    public Outcome<Ratio> varianceRatio() {
        return variances(2, 2).then(variances -> {
            if (!(variances[0] > 0 && variances[1] > 0)) {
                return nothingVaries();
            }
            double ratio = variances[0] / variances[1];
            var distribution = FDistribution.of(first.length - 1.0, second.length - 1.0);
            double tail = Math.min(distribution.cumulativeProbability(ratio), distribution.survivalProbability(ratio));
            return Outcome.of(new Ratio(ratio, Math.min(1, 2 * tail)));
        });
    }

    /**
     * The comparison of ranks.
     *
     * @return the ranks' sum; missing when a sample is empty (TOO_FEW) or all numbers are equal (SINGULAR)
     */
    public Outcome<RankSum> rankSum() {
        return first.length == 0 || second.length == 0 ? tooFew() : RankSum.of(first, second);
    }

    /**
     * The median of all differences between a number of the first and one of the second sample.
     *
     * <p>Source: Hodges JL, Lehmann EL, Ann Math Stat 1963;34:598-611, section 4. R's {@code wilcox.test(conf.int =
     * TRUE)} searches for it with about four digits.
     *
     * @return the median; missing when a sample is empty (TOO_FEW)
     */
    public Outcome<Double> hodgesLehmann() {
        if (first.length == 0 || second.length == 0) {
            return tooFew();
        }
        double[] differences = new double[Math.multiplyExact(first.length, second.length)];
        int at = 0;
        for (double one : first) {
            for (double other : second) {
                differences[at++] = one - other;
            }
        }
        Arrays.sort(differences);
        int half = differences.length / 2;
        return Outcome.of(
                differences.length % 2 == 1 ? differences[half] : (differences[half - 1] + differences[half]) / 2);
    }

    /**
     * The largest distance between the samples' distribution functions.
     *
     * <p>Source: Smirnov NV, Bull Math Univ Moscou 1939;2:3-14. R: {@code ks.test}.
     *
     * @return the distance, in [0, 1]; missing when a sample is empty (TOO_FEW)
     */
    public Outcome<Double> kolmogorovSmirnov() {
        if (first.length == 0 || second.length == 0) {
            return tooFew();
        }
        double[] one = sorted(first);
        double[] other = sorted(second);
        double largest = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            double value = Math.min(one[i], other[j]);
            while (i < one.length && one[i] <= value) {
                i++;
            }
            while (j < other.length && other[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) one.length - j / (double) other.length));
        }
        return Outcome.of(largest);
    }

    private Outcome<Contrast> contrast(double variance, double degrees) {
        double size = Math.max(Math.abs(mean(first)), Math.abs(mean(second)));
        return Math.sqrt(variance) > 10 * Math.ulp(size)
                ? Outcome.of(new Contrast(mean(first) - mean(second), Math.sqrt(variance), degrees))
                : nothingVaries();
    }

    private Outcome<Double> pooled() {
        return variances(1, 1).then(variances -> {
            int degrees = first.length + second.length - 2;
            return degrees == 0
                    ? tooFew()
                    : Outcome.of(((first.length - 1) * variances[0] + (second.length - 1) * variances[1]) / degrees);
        });
    }

    private Outcome<double[]> variances(int least, int leastOther) {
        return first.length < least || second.length < leastOther
                ? tooFew()
                : Outcome.of(new double[] {variance(first), variance(second)});
    }

    private <T> Outcome<T> tooFew() {
        return Outcome.none(
                Cause.TOO_FEW, "The samples have " + first.length + " and " + second.length + " numbers, too few");
    }

    private static <T> Outcome<T> nothingVaries() {
        return Outcome.none(Cause.SINGULAR, "The numbers of a sample are all equal");
    }

    private static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElse(0);
    }

    /** Exactly 0 for equal numbers, whose mean may be off by rounding. */
    private static double variance(double[] sample) {
        boolean equal = Arrays.stream(sample).allMatch(one -> one == sample[0]);
        double mean = equal && sample.length > 0 ? sample[0] : mean(sample);
        double squares = 0;
        for (double one : sample) {
            squares += (one - mean) * (one - mean);
        }
        return squares / Math.max(1, sample.length - 1);
    }

    private static double[] sorted(double[] sample) {
        double[] copy = sample.clone();
        Arrays.sort(copy);
        return copy;
    }
}
