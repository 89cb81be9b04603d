package org.trabecula.statistics.proportion;

/**
 * How likely each value of the first cell (events of the first group) is when all four margins of the table are
 * held fixed: the hypergeometric distribution, noncentral when the odds ratio is not 1.
 *
 * <p>Neighbouring probabilities have a simple ratio, so they are built outwards from the largest one and divided by
 * their sum. That keeps the relative error of each at a few units in the last place per step, with no
 * logarithm of a factorial and no cancellation between large ones.
 */
final class FirstCell {
    private final int lowest;
    private final double[] chances;

    private FirstCell(int lowest, double[] chances) {
        this.lowest = lowest;
        this.chances = chances;
    }

    /** Under equal odds. */
    static FirstCell of(int total1, int total2, long events) {
        return of(total1, total2, events, 1);
    }

    /** Under the given odds ratio, first group to second. */
    static FirstCell of(int total1, int total2, long events, double oddsRatio) {
        int lowest = (int) Math.max(0, events - total2);
        int highest = (int) Math.min(total1, events);
        double[] steps = new double[highest - lowest];
        for (int i = 0; i < steps.length; i++) {
            double x = (double) lowest + i;
            steps[i] = (total1 - x) / (x + 1) * ((events - x) / (total2 - events + x + 1)) * oddsRatio;
        }
        return new FirstCell(lowest, Chances.fromSteps(steps));
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return lowest + chances.length - 1;
    }

    /** The probability of exactly {@code x}; 0 where the margins do not allow it. */
    double chance(int x) {
        return x < lowest || x > highest() ? 0 : chances[x - lowest];
    }

    /** The probability of {@code x} or less. */
    double atMost(int x) {
        return Chances.sum(chances, 0, Math.min(x, highest()) - lowest + 1);
    }

    /** The probability of {@code x} or more. */
    double atLeast(int x) {
        return Chances.sum(chances, Math.max(x, lowest) - lowest, chances.length);
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            sum += chances[i] * (lowest + i);
        }
        return sum;
    }

    /** The probabilities from lowest to highest. */
    double[] chances() {
        return chances.clone();
    }
}
