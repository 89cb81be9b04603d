package org.trabecula.statistics.proportion;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * The rate of the first group divided by that of the second (relative risk). Both groups have members;
 * {@link TwoByTwo#riskRatio()} is the way in when that is not known.
 *
 * @param table the two groups
 */
public record RiskRatio(TwoByTwo table) {
    private static final Interval ANYTHING = new Interval(0, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException if a group is empty */
    public RiskRatio {
        table.requireBothObserved("A risk ratio");
    }

    /** The observed ratio; infinite without events in the second group, empty without any. */
    public OptionalDouble estimate() {
        return table.events() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(table.first().share() / table.second().share());
    }

    /**
     * The interval that is symmetric on the logarithm.
     *
     * <p>Source: Katz D et al., Biometrics 1978;34:469-474, method C.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval; empty when a group has no events
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Optional<Interval> katz(double level) {
        double z = Confidence.deviate(level);
        double x1 = table.first().events();
        double x2 = table.second().events();
        if (x1 == 0 || x2 == 0) {
            return Optional.empty();
        }
        double variance = 1 / x1
                - 1.0 / table.first().total()
                + 1 / x2
                - 1.0 / table.second().total();
        return Optional.of(RatioLimits.logarithmic(estimate().orElseThrow(), z, variance));
    }

    /**
     * The score interval with the {@linkplain ScoreVariance#PLAIN plain variance}.
     *
     * <p>Source: Koopman PAR, Biometrics 1984;40:513-517.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval within [0, infinity]; all of it without any events
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval koopman(double level) {
        return score(level, ScoreVariance.PLAIN);
    }

    /**
     * The score interval with the {@linkplain ScoreVariance#MIETTINEN_NURMINEN N/(N - 1) variance}: a little wider.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval within [0, infinity]; all of it without any events
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval miettinenNurminen(double level) {
        return score(level, ScoreVariance.MIETTINEN_NURMINEN);
    }

    private Interval score(double level, ScoreVariance variance) {
        double bound = Confidence.deviate(level);
        double factor = variance.factor(table.total());
        return table.events() == 0
                ? ANYTHING
                : RatioLimits.score(estimate().orElseThrow(), bound, ratio -> z(ratio, factor));
    }

    /** As Miettinen and Nurminen 1985: the most likely rates that have this ratio solve a quadratic. */
    private double z(double ratio, double factor) {
        double n1 = table.first().total();
        double n2 = table.second().total();
        double x1 = table.first().events();
        double x2 = table.second().events();
        double b = n1 * ratio + x1 + n2 + x2 * ratio;
        // Of the two forms of the smaller root this one does not cancel.
        double second = 2 * (x1 + x2) / (b + Math.sqrt(Math.max(0, b * b - 4 * (n1 + n2) * ratio * (x1 + x2))));
        double first = Math.min(1, second * ratio);
        double variance = first * (1 - first) / n1 + ratio * ratio * second * (1 - second) / n2;
        double distance = x1 / n1 - ratio * (x2 / n2);
        return distance == 0 ? 0 : distance / Math.sqrt(variance * factor);
    }
}
