package org.trabecula.statistics.proportion;

import java.util.function.IntToDoubleFunction;

/**
 * A tail probability as a function of one common rate p: the sum over k of weight(k) times the binomial probability
 * of k among {@code total} at p.
 */
final class BinomialMixture {
    /** Grid points per standard deviation of the binomial on the arcsine scale, where that is about the same for all p. */
    private static final int FINENESS = 10;

    private static final int MOST_STEPS = 200;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double[] weights;

    BinomialMixture(int total, IntToDoubleFunction weight) {
        weights = new double[total + 1];
        for (int k = 0; k <= total; k++) {
            weights[k] = weight.applyAsDouble(k);
        }
    }

    /**
     * The largest value over p from 0 to 1, both ends included. The function is smooth at the scale of the binomial's
     * standard deviation, so a grid of a tenth of it meets every hill; each is then climbed.
     */
    double largest() {
        int cells = (int) Math.ceil(FINENESS * Math.PI * Math.sqrt(weights.length)) + 2;
        double width = Math.PI / 2 / cells;
        double[] heights = new double[cells + 1];
        double best = 0;
        for (int i = 0; i <= cells; i++) {
            heights[i] = at(i * width);
            best = Math.max(best, heights[i]);
        }
        // A hill whose highest grid point is far below the best cannot have its top above it.
        for (int i = 1; i < cells; i++) {
            if (heights[i] >= heights[i - 1] && heights[i] >= heights[i + 1] && heights[i] > 0.9 * best) {
                best = Math.max(best, top((i - 1) * width, (i + 1) * width));
            }
        }
        return Math.min(1, best);
    }

    /** Golden-section search for the top of the one hill between two angles. */
    private double top(double low, double high) {
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double fLeft = at(left);
        double fRight = at(right);
        for (int step = 0; step < MOST_STEPS && high - low > 1e-10; step++) {
            if (fLeft > fRight) {
                high = right;
                right = left;
                fRight = fLeft;
                left = high - GOLDEN * (high - low);
                fLeft = at(left);
            } else {
                low = left;
                left = right;
                fLeft = fRight;
                right = low + GOLDEN * (high - low);
                fRight = at(right);
            }
        }
        return Math.max(fLeft, fRight);
    }

    /** The value at p = sin² of the angle. Binomial probabilities are built outwards from the likeliest count. */
    private double at(double angle) {
        double p = Math.sin(angle) * Math.sin(angle);
        double odds = p / (Math.cos(angle) * Math.cos(angle));
        int total = weights.length - 1;
        int mode = (int) Math.min(total, Math.floor((total + 1) * p));
        double chance = 1;
        double all = 1;
        double sum = weights[mode];
        for (int k = mode; k < total && chance > 0; k++) {
            chance *= (total - k) / (k + 1.0) * odds;
            all += chance;
            sum += chance * weights[k + 1];
        }
        chance = 1;
        for (int k = mode; k > 0 && chance > 0; k--) {
            chance *= k / (total - k + 1.0) / odds;
            all += chance;
            sum += chance * weights[k - 1];
        }
        return sum / all;
    }
}
