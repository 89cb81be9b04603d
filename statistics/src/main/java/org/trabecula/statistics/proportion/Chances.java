package org.trabecula.statistics.proportion;

/** Arithmetic of a list of probabilities, those of neighbouring whole numbers. */
final class Chances {
    /** Probabilities that close count as ties, as in R, so that rounding does not tear them apart. */
    static final double SLACK = 1 + 1e-7;

    private Chances() {}

    /**
     * The probabilities whose ratios, each to the one before it, are {@code steps}: falling ratios, so that there is one
     * peak. It starts from the peak, where nothing can underflow that matters.
     */
    static double[] fromSteps(double[] steps) {
        double[] chances = new double[steps.length + 1];
        int mode = 0;
        while (mode < steps.length && steps[mode] > 1) {
            mode++;
        }
        chances[mode] = 1;
        for (int i = mode; i < steps.length; i++) {
            chances[i + 1] = chances[i] * steps[i];
        }
        for (int i = mode - 1; i >= 0; i--) {
            chances[i] = chances[i + 1] / steps[i];
        }
        double sum = sum(chances, 0, chances.length);
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /** The sum over all that are no more likely than the one at {@code index}. */
    static double noMoreLikely(double[] chances, int index) {
        double bound = chances[index] * SLACK;
        double sum = 0;
        for (double chance : chances) {
            if (chance <= bound) {
                sum += chance;
            }
        }
        return Math.min(1, sum);
    }

    /** The sum over {@code from} (inclusive) to {@code to} (exclusive). */
    static double sum(double[] chances, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += chances[i];
        }
        return sum;
    }

    /** For each index the sum from there to the end, added from the far end, where a small tail keeps its digits. */
    static double[] upperTails(double[] chances) {
        double[] tails = chances.clone();
        for (int i = tails.length - 2; i >= 0; i--) {
            tails[i] += tails[i + 1];
        }
        return tails;
    }

    /** The distribution of the sum of two independent numbers. */
    static double[] added(double[] one, double[] other) {
        double[] sums = new double[one.length + other.length - 1];
        for (int i = 0; i < one.length; i++) {
            for (int k = 0; k < other.length; k++) {
                sums[i + k] += one[i] * other[k];
            }
        }
        return sums;
    }
}
