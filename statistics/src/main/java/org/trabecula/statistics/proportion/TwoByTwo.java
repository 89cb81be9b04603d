package org.trabecula.statistics.proportion;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * Two independent proportions side by side; with their non-events they are the four cells of a two-by-two table.
 * Every difference is first minus second.
 *
 * @param first the proportion of the first group
 * @param second the proportion of the second group
 */
public record TwoByTwo(Proportion first, Proportion second) {
    /** @throws NullPointerException if a proportion is null */
    public TwoByTwo {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /** Rate of the first group minus rate of the second, in [-1, 1]; empty when a group is empty. */
    public OptionalDouble difference() {
        return bothObserved() ? OptionalDouble.of(gap()) : OptionalDouble.empty();
    }

    /**
     * The hybrid score interval of the difference, without continuity correction: each limit is the difference
     * moved by the root of the squared distances from the rates to their own {@linkplain Proportion#wilson Wilson}
     * limits.
     *
     * <p>Source: Newcombe RG, Stat Med 1998;17:873-890, method 10.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval, within [-1, 1]; empty when a group is empty
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Optional<Interval> newcombe(double level) {
        Confidence.deviate(level);
        return riskDifference().map(difference -> difference.newcombe(level));
    }

    /** The difference with its other intervals and its score test; empty when a group is empty. */
    public Optional<RiskDifference> riskDifference() {
        return bothObserved() ? Optional.of(new RiskDifference(this)) : Optional.empty();
    }

    /** The ratio of the rates; empty when a group is empty. */
    public Optional<RiskRatio> riskRatio() {
        return bothObserved() ? Optional.of(new RiskRatio(this)) : Optional.empty();
    }

    /** The ratio of the odds; empty when a group is empty. */
    public Optional<OddsRatio> oddsRatio() {
        return bothObserved() ? Optional.of(new OddsRatio(this)) : Optional.empty();
    }

    /**
     * The two-sided p-value of Pearson's chi-square test of equal rates, without continuity correction, on one
     * degree of freedom. R: {@code chisq.test(correct = FALSE)}, {@code prop.test(correct = FALSE)}.
     *
     * <p>Source: Pearson K, Philosophical Magazine 1900;50:157-175; one degree of freedom: Fisher RA,
     * J R Stat Soc 1922;85:87-94.
     *
     * @return the p-value; empty when a margin is empty (a group without members, nobody or everybody with the
     *     event), where the statistic is 0/0 and R answers NaN
     */
    public OptionalDouble pearson() {
        return ChiSquare.pearson(this).map(ChiSquare::p).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The p-value of the chi-square test with Yates' continuity correction: every |observed - expected| is made
     * smaller by a half, but not below zero. R: {@code chisq.test(correct = TRUE)}.
     *
     * <p>Source: Yates F, Supplement to the Journal of the Royal Statistical Society 1934;1:217-235.
     *
     * @return the p-value; empty when a margin is empty, as in {@link #pearson()}
     */
    public OptionalDouble yates() {
        return ChiSquare.yates(this).map(ChiSquare::p).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * The two-sided p-value of Fisher's exact test, by minimum likelihood: given the margins, the probability of all
     * tables that are no more likely than this one. Likelihoods within a factor of 1 + 1e-7 count as equal, so
     * that rounding does not tear ties apart. R: {@code fisher.test}.
     *
     * <p>Other programs double the smaller one-sided p instead; the two differ unless the distribution is symmetric.
     *
     * <p>Source: Fisher RA, J R Stat Soc 1935;98:39-82; Freeman GH, Halton JH, Biometrika 1951;38:141-149.
     *
     * @return the p-value, in (0, 1] (0 only where it is too small for a double); 1 when a margin is empty, since
     *     then only one table is possible
     */
    public double fisher() {
        return ExactTest.of(this).twoSided();
    }

    boolean bothObserved() {
        return first.total() > 0 && second.total() > 0;
    }

    /** How many were looked at in both groups. */
    long total() {
        return (long) first.total() + second.total();
    }

    /** How many had the event in both groups. */
    long events() {
        return (long) first.events() + second.events();
    }

    /** Whether a row or a column of the table sums to zero. */
    boolean hasEmptyMargin() {
        return !bothObserved() || events() == 0 || events() == total();
    }

    /** The product of one diagonal of the table minus that of the other; 0 when the rates are equal. */
    long determinant() {
        return (long) first.events() * second.total() - (long) second.events() * first.total();
    }

    void requireBothObserved(String what) {
        if (!bothObserved()) {
            throw new IllegalArgumentException(what + " needs somebody in both groups, but the totals are "
                    + first.total() + " and " + second.total());
        }
    }

    double gap() {
        return first.share() - second.share();
    }
}
