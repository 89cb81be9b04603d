package org.trabecula.statistics.proportion;

import java.util.List;
import java.util.Optional;

/** The statistics behind the tests of {@link Strata}. */
final class StratifiedTests {
    private StratifiedTests() {}

    static Optional<ChiSquare> mantelHaenszel(List<TwoByTwo> tables, double correction) {
        double sum = 0;
        double variance = 0;
        for (TwoByTwo table : tables) {
            if (!table.hasEmptyMargin()) {
                double n = table.total();
                double spread = (double) table.first().total() * table.second().total();
                sum += table.determinant() / n;
                variance += spread / (n * n) * table.events() * ((n - table.events()) / (n - 1));
            }
        }
        double distance = Math.abs(sum);
        double left = distance >= correction ? distance - correction : distance;
        return variance > 0 ? Optional.of(new ChiSquare(left * left / variance, 1)) : Optional.empty();
    }

    static double exact(List<TwoByTwo> tables) {
        double[] chances = {1};
        int index = 0;
        for (TwoByTwo table : tables) {
            FirstCell cell = FirstCell.of(table.first().total(), table.second().total(), table.events());
            chances = Chances.added(chances, cell.chances());
            index += table.first().events() - cell.lowest();
        }
        return Chances.noMoreLikely(chances, index);
    }

    /** The weighted distance from a common difference in standard deviations; every table has both groups. */
    static double score(List<TwoByTwo> tables, double delta) {
        double distance = 0;
        double variance = 0;
        for (TwoByTwo table : tables) {
            double weight = MantelHaenszel.weight(table);
            double factor = ScoreVariance.MIETTINEN_NURMINEN.factor(table.total());
            distance += weight * (table.gap() - delta);
            variance += weight
                    * weight
                    * factor
                    * RestrictedRates.differingBy(delta, table).variance(table);
        }
        return distance == 0 ? 0 : distance / Math.sqrt(variance);
    }

    static Optional<ChiSquare> homogeneity(List<TwoByTwo> tables, boolean tarone) {
        var usable = tables.stream().filter(table -> !table.hasEmptyMargin()).toList();
        return usable.size() < 2
                ? Optional.empty()
                : MantelHaenszel.oddsRatio(tables).map(odds -> homogeneity(usable, odds.value(), tarone));
    }

    private static ChiSquare homogeneity(List<TwoByTwo> tables, double oddsRatio, boolean tarone) {
        double statistic = 0;
        double distance = 0;
        double variance = 0;
        for (TwoByTwo table : tables) {
            ExpectedCells cells = ExpectedCells.at(oddsRatio, table);
            double off = table.first().events() - cells.first();
            statistic += off * off / cells.variance();
            distance += off;
            variance += cells.variance();
        }
        double term = tarone ? distance * distance / variance : 0;
        return new ChiSquare(Math.max(0, statistic - term), tables.size() - 1);
    }
}
