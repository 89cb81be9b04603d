package org.trabecula.statistics.proportion;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A chi-square statistic and its degrees of freedom.
 *
 * @param statistic the statistic, not negative
 * @param degrees the degrees of freedom, at least 1
 */
record ChiSquare(double statistic, int degrees) {
    /** The upper tail beyond the statistic; a survival function, so that small values keep their digits. */
    double p() {
        return ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
    }

    static Optional<ChiSquare> pearson(TwoByTwo table) {
        return corrected(table, 0);
    }

    static Optional<ChiSquare> yates(TwoByTwo table) {
        return corrected(table, 0.5);
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
