package org.trabecula.statistics.proportion;

import java.util.function.Function;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.solve.Root;

/**
 * The rate of the first group minus that of the second, with its intervals and its score test. Both groups have
 * members; {@link TwoByTwo#riskDifference()} is the way in when that is not known.
 *
 * @param table the two groups
 */
public record RiskDifference(TwoByTwo table) {
    /** @throws IllegalArgumentException if a group is empty */
    public RiskDifference {
        table.requireBothObserved("A risk difference");
    }

    /** The observed difference, in [-1, 1]. */
    public double estimate() {
        return table.gap();
    }

    /**
     * The hybrid score interval without continuity correction, within [-1, 1].
     *
     * <p>Source: Newcombe RG, Stat Med 1998;17:873-890, method 10. SAS: {@code RISKDIFF(CL=NEWCOMBE)}.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval newcombe(double level) {
        return hybrid(proportion -> proportion.wilson(level));
    }

    /**
     * The hybrid score interval with continuity correction, within [-1, 1]; method 11 of the same paper.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval newcombeCorrected(double level) {
        return hybrid(proportion -> proportion.wilsonCorrected(level));
    }

    /**
     * The score interval: all differences that the score test with {@linkplain ScoreVariance#MIETTINEN_NURMINEN the
     * N/(N - 1) variance} does not reject.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval miettinenNurminen(double level) {
        return score(level, ScoreVariance.MIETTINEN_NURMINEN);
    }

    /**
     * The score interval with the {@linkplain ScoreVariance#PLAIN plain variance}: a little narrower.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval mee(double level) {
        return score(level, ScoreVariance.PLAIN);
    }

    /**
     * The textbook interval, without continuity correction. Its limits may lie outside [-1, 1] and are not cut off; it
     * has no width where both rates are 0 or 1.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval wald(double level) {
        double z = Confidence.deviate(level);
        double reach = z * Math.sqrt(table.first().variance() + table.second().variance());
        return new Interval(estimate() - reach, estimate() + reach);
    }

    /**
     * Wald's interval after one event and one non-event were added to each group. Its limits may lie outside [-1, 1] and
     * are not cut off.
     *
     * <p>Source: Agresti A, Caffo B, Am Stat 2000;54:280-288.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval agrestiCaffo(double level) {
        double z = Confidence.deviate(level);
        double p = (table.first().events() + 1.0) / (table.first().total() + 2.0);
        double q = (table.second().events() + 1.0) / (table.second().total() + 2.0);
        double variance = p * (1 - p) / (table.first().total() + 2.0)
                + q * (1 - q) / (table.second().total() + 2.0);
        double reach = z * Math.sqrt(variance);
        return new Interval(p - q - reach, p - q + reach);
    }

    /**
     * The score test of "the true difference is {@code margin}". For non-inferiority with more events being better, take
     * a negative margin and {@link ScoreTest#greater()}; a margin of 0 is the z of Pearson's chi-square.
     *
     * <p>Source: Farrington CP, Manning G, Stat Med 1990;9:1447-1454 (plain); Miettinen and Nurminen 1985.
     *
     * @param margin the difference under the hypothesis, strictly between -1 and 1
     * @throws IllegalArgumentException if {@code margin} is not strictly between -1 and 1
     */
    public ScoreTest scoreTest(double margin, ScoreVariance variance) {
        if (!(margin > -1 && margin < 1)) {
            throw new IllegalArgumentException(
                    "A margin of a risk difference lies strictly between -1 and 1, but it is " + margin);
        }
        return new ScoreTest(z(margin, variance.factor(table.total())));
    }

    private Interval score(double level, ScoreVariance variance) {
        double bound = Confidence.deviate(level);
        double factor = variance.factor(table.total());
        double estimate = estimate();
        double lower = estimate == -1 ? -1 : Root.between(d -> z(d, factor) - bound, -1, estimate);
        double upper = estimate == 1 ? 1 : Root.between(d -> z(d, factor) + bound, estimate, 1);
        return new Interval(lower, upper);
    }

    private double z(double delta, double factor) {
        double distance = estimate() - delta;
        double variance = RestrictedRates.differingBy(delta, table).variance(table) * factor;
        // No variance is left at -1 and 1, and at 0 when nobody or everybody has the event.
        return distance == 0 ? 0 : distance / Math.sqrt(variance);
    }

    private Interval hybrid(Function<Proportion, Interval> limits) {
        Interval one = limits.apply(table.first());
        Interval other = limits.apply(table.second());
        double p = table.first().share();
        double q = table.second().share();
        double lower = estimate() - Math.hypot(p - one.lower(), other.upper() - q);
        double upper = estimate() + Math.hypot(one.upper() - p, q - other.lower());
        return new Interval(Math.max(-1, lower), Math.min(1, upper));
    }
}
