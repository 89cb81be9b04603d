package org.trabecula.statistics.proportion;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;

/**
 * Pairs of two yes-or-no answers: the same participant at two visits, the same screw by two readers. Every difference
 * is first minus second.
 *
 * @param both pairs with yes twice
 * @param firstOnly pairs with yes at first only
 * @param secondOnly pairs with yes at second only
 * @param neither pairs with no twice
 */
public record PairedTable(int both, int firstOnly, int secondOnly, int neither) {
    /** @throws IllegalArgumentException if a count is negative */
    public PairedTable {
        if (both < 0 || firstOnly < 0 || secondOnly < 0 || neither < 0) {
            throw new IllegalArgumentException("A paired table counts from 0 upwards, but it has " + both + ", "
                    + firstOnly + ", " + secondOnly + ", " + neither);
        }
    }

    /** All pairs. */
    public int total() {
        return Math.addExact(Math.addExact(both, neither), discordant());
    }

    /** The rate at first minus the rate at second, in [-1, 1]; empty without pairs. */
    public OptionalDouble difference() {
        return total() == 0 ? OptionalDouble.empty() : OptionalDouble.of(gap());
    }

    /**
     * McNemar's test without continuity correction. R: {@code mcnemar.test(correct = FALSE)}.
     *
     * <p>Source: McNemar Q, Psychometrika 1947;12:153-157.
     *
     * @return the test on one degree of freedom; empty without discordant pairs
     */
    public Optional<ChiSquare> mcNemar() {
        return corrected(0);
    }

    /**
     * McNemar's test with Edwards' continuity correction of 1. R: {@code mcnemar.test(correct = TRUE)}.
     *
     * <p>Source: Edwards AL, Psychometrika 1948;13:185-187.
     *
     * @return the test on one degree of freedom; empty without discordant pairs
     */
    public Optional<ChiSquare> mcNemarCorrected() {
        return corrected(1);
    }

    /** The exact two-sided p-value: discordant pairs fall to either side like coins. It is 1 without any. */
    public double exact() {
        return Math.min(1, 2 * coins().cumulativeProbability(Math.min(firstOnly, secondOnly)));
    }

    /**
     * The exact p-value less the probability of the observed split: half of it on either side.
     *
     * <p>Source: Fagerland MW, Lydersen S, Laake P, BMC Med Res Methodol 2013;13:91.
     *
     * @return the p-value; 1 without discordant pairs
     */
    public double midP() {
        return discordant() == 0 ? 1 : exact() - coins().probability(firstOnly);
    }

    /** The difference with its large-sample standard error; empty without pairs. */
    public Optional<Estimate> wald() {
        if (total() == 0) {
            return Optional.empty();
        }
        double off = (double) firstOnly - secondOnly;
        double error = Math.sqrt(discordant() - off * off / total()) / total();
        return Optional.of(new Estimate(gap(), error, Estimate.Scale.PLAIN));
    }

    /**
     * The hybrid score interval of the difference, from the Wilson limits of both rates and their correlation, which
     * has a continuity correction when it is positive.
     *
     * <p>Source: Newcombe RG, Stat Med 1998;17:2635-2650, method 10.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval, within [-1, 1]; empty without pairs
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Optional<Interval> newcombe(double level) {
        Proportion first = new Proportion(both + firstOnly, total());
        Proportion second = new Proportion(both + secondOnly, total());
        Interval one = first.wilson(level);
        Interval other = second.wilson(level);
        if (total() == 0) {
            return Optional.empty();
        }
        double phi = correlation(first, second);
        double lower = gap() - apart(first.share() - one.lower(), other.upper() - second.share(), phi);
        double upper = gap() + apart(one.upper() - first.share(), second.share() - other.lower(), phi);
        return Optional.of(new Interval(Math.max(-1, lower), Math.min(1, upper)));
    }

    /** The conditional odds ratio, pairs at first only to pairs at second only; empty without discordant pairs. */
    public OptionalDouble oddsRatio() {
        return discordant() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) firstOnly / secondOnly);
    }

    /**
     * The exact interval of the conditional odds ratio: the odds of the exact limits of the share that falls to
     * first only. It is [0, infinity] without discordant pairs.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval oddsRatioInterval(double level) {
        Interval share = new Proportion(firstOnly, discordant()).clopperPearson(level);
        return new Interval(share.lower() / (1 - share.lower()), share.upper() / (1 - share.upper()));
    }

    private int discordant() {
        return Math.addExact(firstOnly, secondOnly);
    }

    private double gap() {
        return ((double) firstOnly - secondOnly) / total();
    }

    private BinomialDistribution coins() {
        return BinomialDistribution.of(discordant(), 0.5);
    }

    private Optional<ChiSquare> corrected(double correction) {
        double distance = Math.abs((double) firstOnly - secondOnly);
        double left = distance == 0 ? 0 : distance - correction;
        return discordant() == 0 ? Optional.empty() : Optional.of(new ChiSquare(left * left / discordant(), 1));
    }

    private double correlation(Proportion first, Proportion second) {
        double margins = (double) first.events() * first.others() * ((double) second.events() * second.others());
        double product = (double) both * neither - (double) firstOnly * secondOnly;
        double corrected = product > 0 ? Math.max(0, product - total() / 2.0) : product;
        return margins == 0 ? 0 : corrected / Math.sqrt(margins);
    }

    /** The length of the third side of a triangle with two sides and the cosine between them. */
    private static double apart(double one, double other, double cosine) {
        return Math.sqrt(Math.max(0, one * one - 2 * cosine * one * other + other * other));
    }
}
