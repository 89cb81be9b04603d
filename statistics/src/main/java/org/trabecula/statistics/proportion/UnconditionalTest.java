package org.trabecula.statistics.proportion;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Exact tests that hold only the group sizes fixed: the probability of a table at least as extreme as the observed
 * one, at the common rate that makes it largest. Two-sided p-values have no single definition; here it is twice the
 * smaller one-sided p-value. Without members in a group every p-value is 1.
 *
 * <p>Among tables with k events in both groups together, the extreme ones have a conditional (hypergeometric) probability
 * a(k) that does not depend on the common rate. So the tail probability at rate p is the sum of a(k) times the binomial
 * probability of k among both groups: one pass over k for each p, whatever the group sizes.
 *
 * @param greater the p-value against "a higher rate in the first group"
 * @param less the p-value against "a lower rate in the first group"
 */
public record UnconditionalTest(double greater, double less) {
    /** Statistics that close count as equal. */
    private static final double SLACK = 1e-9;

    /**
     * Barnard's test with the pooled z statistic (that of Pearson's chi-square) as the order of tables. Tables in which
     * nobody or everybody has the event have z = 0.
     *
     * <p>Source: Barnard GA, Biometrika 1947;34:123-138; the order: Suissa S, Shuster JJ, J R Stat Soc A
     * 1985;148:317-327. R: package Exact, {@code method = "z-pooled"}.
     */
    public static UnconditionalTest barnard(TwoByTwo table) {
        if (!table.bothObserved()) {
            return new UnconditionalTest(1, 1);
        }
        double z = pooled(table.first().events(), table.second().events(), table);
        return tested(
                table,
                events -> conditional(events, table, x -> pooled(x, events - x, table) >= z - SLACK),
                events -> conditional(events, table, x -> pooled(x, events - x, table) <= z + SLACK));
    }

    /**
     * Boschloo's test: tables are ordered by the one-sided p-value of Fisher's, which it is therefore never above.
     *
     * <p>Source: Boschloo RD, Statistica Neerlandica 1970;24:1-9. R: package Exact, {@code method = "boschloo"}.
     */
    public static UnconditionalTest boschloo(TwoByTwo table) {
        ExactTest fisher = ExactTest.of(table);
        double greater = fisher.greater() * (1 + SLACK);
        double less = fisher.less() * (1 + SLACK);
        return tested(
                table,
                events -> largestTail(cell(events, table).chances(), greater, true),
                events -> largestTail(cell(events, table).chances(), less, false));
    }

    /** Two-sided: twice the smaller one-sided p-value, at most 1. */
    public double doubled() {
        return Math.min(1, 2 * Math.min(greater, less));
    }

    private static UnconditionalTest tested(TwoByTwo table, IntToDoubleFunction up, IntToDoubleFunction down) {
        int total = Math.toIntExact(table.total());
        return new UnconditionalTest(
                new BinomialMixture(total, up).largest(), new BinomialMixture(total, down).largest());
    }

    private static double conditional(int events, TwoByTwo table, IntPredicate extreme) {
        FirstCell cell = cell(events, table);
        double sum = 0;
        for (int x = cell.lowest(); x <= cell.highest(); x++) {
            if (extreme.test(x)) {
                sum += cell.chance(x);
            }
        }
        return Math.min(1, sum);
    }

    /** The largest upper (or lower) tail that is not above {@code bound}; 0 when even the last value is. */
    private static double largestTail(double[] chances, double bound, boolean upper) {
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            double next = sum + chances[upper ? chances.length - 1 - i : i];
            if (next > bound) {
                return sum;
            }
            sum = next;
        }
        return 1;
    }

    private static FirstCell cell(int events, TwoByTwo table) {
        return FirstCell.of(table.first().total(), table.second().total(), events);
    }

    private static double pooled(int x1, int x2, TwoByTwo table) {
        double n1 = table.first().total();
        double n2 = table.second().total();
        double rate = (x1 + (double) x2) / (n1 + n2);
        double variance = rate * (1 - rate) * (1 / n1 + 1 / n2);
        return variance > 0 ? (x1 / n1 - x2 / n2) / Math.sqrt(variance) : 0;
    }
}
