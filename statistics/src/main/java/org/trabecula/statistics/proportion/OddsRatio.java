package org.trabecula.statistics.proportion;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * The odds of the first group divided by those of the second, by the cross-product of the table (not the
 * conditional estimate, which {@link ExactTest#oddsRatio()} has). Both groups have members; {@link TwoByTwo#oddsRatio()}
 * is the way in when that is not known.
 *
 * @param table the two groups
 */
public record OddsRatio(TwoByTwo table) {
    private static final Interval ANYTHING = new Interval(0, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException if a group is empty */
    public OddsRatio {
        table.requireBothObserved("An odds ratio");
    }

    /** The observed ratio, in [0, infinity]; empty when nobody or everybody has the event. */
    public OptionalDouble estimate() {
        double a = (double) table.first().events() * table.second().others();
        double b = (double) table.second().events() * table.first().others();
        return table.hasEmptyMargin() ? OptionalDouble.empty() : OptionalDouble.of(a / b);
    }

    /**
     * The interval that is symmetric on the logarithm.
     *
     * <p>Source: Woolf B, Ann Hum Genet 1955;19:251-253.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval; empty when a cell of the table is 0
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Optional<Interval> woolf(double level) {
        double z = Confidence.deviate(level);
        double variance = 1.0 / table.first().events()
                + 1.0 / table.first().others()
                + 1.0 / table.second().events()
                + 1.0 / table.second().others();
        return Double.isInfinite(variance)
                ? Optional.empty()
                : Optional.of(RatioLimits.logarithmic(estimate().orElseThrow(), z, variance));
    }

    /**
     * The score interval with the {@linkplain ScoreVariance#PLAIN plain variance}, without continuity correction.
     *
     * <p>Source: Cornfield J, Proceedings of the Third Berkeley Symposium 1956;4:135-148.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval within [0, infinity]; all of it when nobody or everybody has the event
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval cornfield(double level) {
        return score(level, ScoreVariance.PLAIN);
    }

    /**
     * The score interval with the {@linkplain ScoreVariance#MIETTINEN_NURMINEN N/(N - 1) variance}.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval within [0, infinity]; all of it when nobody or everybody has the event
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval miettinenNurminen(double level) {
        return score(level, ScoreVariance.MIETTINEN_NURMINEN);
    }

    private Interval score(double level, ScoreVariance variance) {
        double bound = Confidence.deviate(level);
        double factor = variance.factor(table.total());
        return table.hasEmptyMargin()
                ? ANYTHING
                : RatioLimits.score(estimate().orElseThrow(), bound, ratio -> z(ratio, factor));
    }

    /**
     * The first cell minus its expectation at this ratio, in standard deviations. The expectation solves a quadratic;
     * all four expected cells are kept positive, so that the sum of their reciprocals is the precision.
     */
    private double z(double ratio, double factor) {
        ExpectedCells cells = ExpectedCells.at(ratio, table);
        return (table.first().events() - cells.first()) / Math.sqrt(cells.variance() * factor);
    }
}
