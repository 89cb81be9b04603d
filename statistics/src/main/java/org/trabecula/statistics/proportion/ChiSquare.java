package org.trabecula.statistics.proportion;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A chi-square statistic and its degrees of freedom, with the tests of equal rates that have one.
 *
 * <p>The three that divide by expected counts are empty when a margin of the table is empty: 0/0 is no statistic.
 *
 * @param statistic the statistic, not negative
 * @param degrees the degrees of freedom, at least 1
 */
public record ChiSquare(double statistic, int degrees) {
    /** @throws IllegalArgumentException if the statistic is negative or no number, or there are no degrees of freedom */
    public ChiSquare {
        if (!(statistic >= 0) || degrees < 1) {
            throw new IllegalArgumentException("A chi-square statistic is not negative and has at least one degree of"
                    + " freedom, but it is " + statistic + " with " + degrees);
        }
    }

    /** The probability of a larger statistic; a survival function, so that small ones keep their digits. */
    public double p() {
        return ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
    }

    /** Pearson's test without continuity correction. R: {@code chisq.test(correct = FALSE)}. */
    public static Optional<ChiSquare> pearson(TwoByTwo table) {
        return corrected(table, 0);
    }

    /**
     * Pearson's test with Yates' continuity correction: each |observed - expected| is made smaller by a half, but not
     * below zero. R: {@code chisq.test(correct = TRUE)}.
     */
    public static Optional<ChiSquare> yates(TwoByTwo table) {
        return corrected(table, 0.5);
    }

    /**
     * Pearson's statistic times (N - 1)/N, which holds its level down to small expected counts.
     *
     * <p>Source: Campbell I, Stat Med 2007;26:3661-3675, after Pearson ES, Biometrika 1947;34:139-167.
     */
    public static Optional<ChiSquare> nMinusOne(TwoByTwo table) {
        double n = table.total();
        return pearson(table).map(chi -> new ChiSquare(chi.statistic * (n - 1) / n, 1));
    }

    /**
     * The likelihood-ratio test (G): twice the sum of observed times log(observed/expected), empty cells adding nothing.
     * It is 0, not undefined, when nobody or everybody has the event; it is empty only when a group is.
     */
    public static Optional<ChiSquare> likelihoodRatio(TwoByTwo table) {
        if (!table.bothObserved()) {
            return Optional.empty();
        }
        double rate = (double) table.events() / table.total();
        double rest = (double) (table.total() - table.events()) / table.total();
        double sum = 0;
        for (Proportion group : new Proportion[] {table.first(), table.second()}) {
            sum += surprise(group.events(), group.total() * rate) + surprise(group.others(), group.total() * rest);
        }
        return Optional.of(new ChiSquare(Math.max(0, 2 * sum), 1));
    }

    private static double surprise(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }

    /**
     * In a two-by-two table all four |observed - expected| are the same number, |ad - bc| / n, so the statistic is
     * that number squared times the sum of the reciprocal expectations. The determinant is exact in a long.
     */
    private static Optional<ChiSquare> corrected(TwoByTwo table, double correction) {
        if (table.hasEmptyMargin()) {
            return Optional.empty();
        }
        double n = table.total();
        double distance = Math.max(0, Math.abs((double) table.determinant()) / n - correction);
        double rows = (double) table.first().total() / n * table.second().total();
        double columns = (double) table.events() / n * (n - table.events());
        return Optional.of(new ChiSquare(distance * distance * n / (rows * columns), 1));
    }
}
