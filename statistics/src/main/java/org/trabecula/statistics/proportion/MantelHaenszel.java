package org.trabecula.statistics.proportion;

import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Estimate;

/** The pooled estimates of {@link Strata}; a, b, c, d are events and others of the first group, then of the second. */
final class MantelHaenszel {
    private MantelHaenszel() {}

    static double weight(TwoByTwo table) {
        return (double) table.first().total() * table.second().total() / table.total();
    }

    /** The weighted mean of the differences; not a number without weights. */
    static double difference(List<TwoByTwo> tables) {
        double sum = 0;
        double weights = 0;
        for (TwoByTwo table : tables) {
            if (table.bothObserved()) {
                sum += (double) table.determinant() / table.total();
                weights += weight(table);
            }
        }
        return sum / weights;
    }

    static Optional<Estimate> riskDifference(List<TwoByTwo> tables) {
        double weights = 0;
        double p = 0;
        double q = 0;
        for (TwoByTwo table : tables) {
            if (table.bothObserved()) {
                double n1 = table.first().total();
                double n2 = table.second().total();
                double n = table.total();
                double a = table.first().events();
                double c = table.second().events();
                weights += weight(table);
                p += (n1 * n1 * c - n2 * n2 * a + n1 * n2 * (n2 - n1) / 2) / (n * n);
                q += (a * (n2 - c) + c * (n1 - a)) / (2 * n);
            }
        }
        if (weights == 0) {
            return Optional.empty();
        }
        double difference = difference(tables);
        double error = Math.sqrt(Math.max(0, difference * p + q)) / weights;
        return Optional.of(new Estimate(difference, error, Estimate.Scale.PLAIN));
    }

    static Optional<Estimate> riskRatio(List<TwoByTwo> tables) {
        double above = 0;
        double below = 0;
        double spread = 0;
        for (TwoByTwo table : tables) {
            if (table.bothObserved()) {
                double n = table.total();
                double a = table.first().events();
                double c = table.second().events();
                above += a * table.second().total() / n;
                below += c * table.first().total() / n;
                spread += weight(table) * table.events() / n - a * c / n;
            }
        }
        return logarithmic(above, below, spread / (above * below));
    }

    static Optional<Estimate> oddsRatio(List<TwoByTwo> tables) {
        double r = 0;
        double s = 0;
        double pr = 0;
        double psqr = 0;
        double qs = 0;
        for (TwoByTwo table : tables) {
            if (table.bothObserved()) {
                double n = table.total();
                double agree = ((double) table.first().events() + table.second().others()) / n;
                double cross = (double) table.first().events() * table.second().others() / n;
                double other = (double) table.first().others() * table.second().events() / n;
                r += cross;
                s += other;
                pr += agree * cross;
                psqr += agree * other + (1 - agree) * cross;
                qs += (1 - agree) * other;
            }
        }
        return logarithmic(r, s, pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
    }

    private static Optional<Estimate> logarithmic(double above, double below, double variance) {
        return above > 0 && below > 0
                ? Optional.of(new Estimate(above / below, Math.sqrt(variance), Estimate.Scale.LOGARITHM))
                : Optional.empty();
    }
}
