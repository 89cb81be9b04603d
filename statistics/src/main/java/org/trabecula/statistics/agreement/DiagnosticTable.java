package org.trabecula.statistics.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.proportion.Proportion;

/**
 * A test against the truth.
 *
 * <p>Source: Altman DG, Bland JM, BMJ 1994;308:1552 and 309:102; likelihood ratios: Simel DL, Samsa GP, Matchar DB, J Clin
 * Epidemiol 1991;44:763-770. R: {@code epiR::epi.tests}.
 *
 * @param truePositive diseased, test positive
 * @param falsePositive healthy, test positive
 * @param falseNegative diseased, test negative
 * @param trueNegative healthy, test negative
 */
public record DiagnosticTable(int truePositive, int falsePositive, int falseNegative, int trueNegative) {
    /** @throws IllegalArgumentException if a count is negative */
    public DiagnosticTable {
        if (Math.min(Math.min(truePositive, falsePositive), Math.min(falseNegative, trueNegative)) < 0) {
            throw new IllegalArgumentException("Counts are not negative, but they are " + truePositive + ", "
                    + falsePositive + ", " + falseNegative + ", " + trueNegative);
        }
    }

    /** Diseased who test positive. */
    public Proportion sensitivity() {
        return new Proportion(truePositive, diseased());
    }

    /** Healthy who test negative. */
    public Proportion specificity() {
        return new Proportion(trueNegative, healthy());
    }

    /** Positives who are diseased. */
    public Proportion positivePredictive() {
        return new Proportion(truePositive, positive());
    }

    /** Negatives who are healthy. */
    public Proportion negativePredictive() {
        return new Proportion(trueNegative, negative());
    }

    /** Everybody whom the test puts right. */
    public Proportion accuracy() {
        return new Proportion(Math.addExact(truePositive, trueNegative), total());
    }

    /** The share who test positive. */
    public Proportion apparentPrevalence() {
        return new Proportion(positive(), total());
    }

    /** The share who are diseased. */
    public Proportion truePrevalence() {
        return new Proportion(diseased(), total());
    }

    /** How many there are. */
    public int total() {
        return Math.addExact(diseased(), healthy());
    }

    /** How many are diseased. */
    public int diseased() {
        return Math.addExact(truePositive, falseNegative);
    }

    /** How many are not. */
    public int healthy() {
        return Math.addExact(falsePositive, trueNegative);
    }

    /** How many test positive. */
    public int positive() {
        return Math.addExact(truePositive, falsePositive);
    }

    /** How many test negative. */
    public int negative() {
        return Math.addExact(falseNegative, trueNegative);
    }

    /** Sensitivity over 1 - specificity; infinite without false positives, empty where it is 0/0. */
    public OptionalDouble positiveRatio() {
        return ratio((double) truePositive * healthy(), (double) falsePositive * diseased());
    }

    /** 1 - sensitivity over specificity; infinite without true negatives, empty where it is 0/0. */
    public OptionalDouble negativeRatio() {
        return ratio((double) falseNegative * healthy(), (double) trueNegative * diseased());
    }

    /** The odds of a positive test of diseased to healthy; infinite without an error, empty where it is 0/0. */
    public OptionalDouble oddsRatio() {
        return ratio((double) truePositive * trueNegative, (double) falsePositive * falseNegative);
    }

    /** The limits of the positive likelihood ratio on the logarithm; empty without true or false positives. */
    public Optional<Interval> positiveRatioInterval(double level) {
        return logarithmic(
                positiveRatio(), 1.0 / truePositive - 1.0 / diseased() + 1.0 / falsePositive - 1.0 / healthy(), level);
    }

    /** The limits of the negative likelihood ratio on the logarithm; empty without true or false negatives. */
    public Optional<Interval> negativeRatioInterval(double level) {
        return logarithmic(
                negativeRatio(), 1.0 / falseNegative - 1.0 / diseased() + 1.0 / trueNegative - 1.0 / healthy(), level);
    }

    /** Woolf's limits of the odds ratio; empty when a cell is. */
    public Optional<Interval> oddsRatioInterval(double level) {
        return logarithmic(
                oddsRatio(),
                1.0 / truePositive + 1.0 / falsePositive + 1.0 / falseNegative + 1.0 / trueNegative,
                level);
    }

    /** Sensitivity plus specificity minus 1; empty without diseased or healthy. */
    public OptionalDouble youden() {
        return diseased() == 0 || healthy() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(truePositive / (double) diseased() + trueNegative / (double) healthy() - 1);
    }

    private static OptionalDouble ratio(double above, double below) {
        return above == 0 && below == 0 ? OptionalDouble.empty() : OptionalDouble.of(above / below);
    }

    private static Optional<Interval> logarithmic(OptionalDouble value, double variance, double level) {
        double z = Confidence.deviate(level);
        if (value.isEmpty() || !Double.isFinite(variance)) {
            return Optional.empty();
        }
        double reach = Math.exp(z * Math.sqrt(variance));
        double one = value.orElseThrow();
        return Optional.of(new Interval(one / reach, one * reach));
    }
}
