package org.trabecula.statistics.proportion;

/**
 * How likely each value of the first cell (events of the first group) is when all four margins of the table are
 * held fixed and there is no difference between the groups: the hypergeometric distribution.
 *
 * <p>Neighbouring probabilities have a simple ratio, so they are built outwards from the largest one and divided by
 * their sum. That keeps the relative error of each at a few units in the last place per step, with no
 * logarithm of a factorial and no cancellation between large ones.
 */
final class FirstCell {
    /** Probabilities that close are ties, as in R. */
    private static final double SLACK = 1 + 1e-7;

    private final int lowest;
    private final double[] chances;

    private FirstCell(int lowest, double[] chances) {
        this.lowest = lowest;
        this.chances = chances;
    }

    static FirstCell given(TwoByTwo table) {
        int lowest = (int) Math.max(0, table.events() - table.second().total());
        int highest = (int) Math.min(table.first().total(), table.events());
        double[] chances = new double[highest - lowest + 1];
        int mode = 0;
        while (mode + 1 < chances.length && stepUp(table, lowest + mode) > 1) {
            mode++;
        }
        chances[mode] = 1;
        for (int i = mode + 1; i < chances.length; i++) {
            chances[i] = chances[i - 1] * stepUp(table, lowest + i - 1);
        }
        for (int i = mode - 1; i >= 0; i--) {
            chances[i] = chances[i + 1] / stepUp(table, lowest + i);
        }
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return new FirstCell(lowest, chances);
    }

    /** The sum over all values that are no more likely than {@code events}. */
    double asUnlikelyAs(int events) {
        double bound = chances[events - lowest] * SLACK;
        double sum = 0;
        for (double chance : chances) {
            if (chance <= bound) {
                sum += chance;
            }
        }
        return Math.min(1, sum);
    }

    /** The probability of one more than {@code events}, divided by that of {@code events}. */
    private static double stepUp(TwoByTwo table, int events) {
        double others = (double) table.second().total() - table.events() + events + 1;
        double left = (double) table.events() - events;
        return ((double) table.first().total() - events) / (events + 1.0) * (left / others);
    }
}
