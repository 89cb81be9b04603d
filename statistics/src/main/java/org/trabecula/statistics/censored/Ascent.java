package org.trabecula.statistics.censored;

import java.util.ArrayList;
import java.util.List;

/**
 * Maximises a {@link Likelihood} over non-decreasing {@link Levels} and coefficients.
 *
 * <p>It is Newton's method on the blocks alone. A few dozen blocks carry the likelihood of a thousand subjects, so a
 * step costs one pass over the subjects and one small factorisation, and the last steps double the correct digits
 * (the EM algorithm, whose steps cost the same, gains a digit in thousands of them). A block is split where its upper
 * cuts pull up and its lower cuts down, which is where an interval without probability wants some; blocks that meet in
 * a step are joined. At the maximum no block pulls, neither as a whole nor apart: these are the Karush-Kuhn-Tucker
 * conditions, and the largest pull that is left is stated.
 *
 * <p>Compare: Wang Y, Computational Statistics &amp; Data Analysis 2008;52:2388-2402 (constrained Newton in the masses);
 * Wellner JA, Zhan Y, J Am Stat Assoc 1997;92:945-959 (hybrid with EM).
 */
final class Ascent {
    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 60;
    private static final int PATIENCE = 4;
    private static final double ENOUGH = 1e-4;
    /** A rise of the likelihood that is smaller, relatively, cannot be told from rounding; the pull then has to tell. */
    private static final double ROUNDING = 1e-12;
    /** Relative to the number of subjects; below it, rounding in the sums rules. */
    private static final double TARGET = 1e-12;

    private final Likelihood likelihood;
    private final double tolerance;
    private final Levels levels;
    private final double[] beta;
    private final double[] byCut;
    private final double[] byCoefficient;
    private final List<Double> trace = new ArrayList<>();
    private double value;
    private double excess = Double.POSITIVE_INFINITY;
    private boolean atRounding;

    /** @param levels where to start, with a positive chance for everybody; it becomes the result */
    Ascent(Likelihood likelihood, Levels levels) {
        this.likelihood = likelihood;
        this.levels = levels;
        this.tolerance = TARGET * likelihood.subjects();
        this.beta = new double[likelihood.coefficients()];
        this.byCut = new double[levels.last() + 1];
        this.byCoefficient = new double[beta.length];
        this.value = likelihood.at(levels, beta);
    }

    Levels levels() {
        return levels;
    }

    double[] beta() {
        return beta;
    }

    /** The log-likelihood. */
    double value() {
        return value;
    }

    /** The largest pull that is left, in units of the log-likelihood. */
    double excess() {
        return excess;
    }

    /** The log-likelihood step by step. */
    List<Double> trace() {
        return trace;
    }

    /** Climbs until no pull is left beyond rounding, or no step leads further. */
    void climb() {
        double least = Double.POSITIVE_INFINITY;
        int patience = PATIENCE;
        for (int step = 0; step < MOST_STEPS; step++) {
            trace.add(value);
            likelihood.derive(levels, beta, byCut, byCoefficient);
            excess = Math.max(part(), imbalance());
            patience = excess < least / 2 || !atRounding ? PATIENCE : patience - 1;
            least = Math.min(least, excess);
            if (!(excess > tolerance) || patience == 0 || !step()) {
                return;
            }
        }
    }

    /** Splits each block where its upper part pulls up and its lower part down; answers the strongest such pull. */
    private double part() {
        double strongest = 0;
        for (int b = levels.blocks() - 1; b >= 0; b--) {
            double upper = 0;
            double most = 0;
            int place = -1;
            int first = levels.start(b);
            for (int cut = levels.start(b + 1) - 1; cut > first; cut--) {
                upper += byCut[cut];
                if (upper > most) {
                    most = upper;
                    place = cut;
                }
            }
            double lower = upper + byCut[first] - most;
            if (place >= 0 && lower < 0) {
                strongest = Math.max(strongest, Math.min(most, -lower));
                if (Math.min(most, -lower) > tolerance) {
                    levels.split(b, place);
                }
            }
        }
        levels.index();
        return strongest;
    }

    /** The strongest pull of a block as a whole, or on a coefficient. */
    private double imbalance() {
        double most = 0;
        for (double one : gradient()) {
            most = Math.max(most, Math.abs(one));
        }
        return most;
    }

    private double[] gradient() {
        int blocks = levels.blocks();
        double[] gradient = new double[blocks + beta.length];
        for (int cut = 1; cut < levels.last(); cut++) {
            gradient[levels.block(cut)] += byCut[cut];
        }
        System.arraycopy(byCoefficient, 0, gradient, blocks, beta.length);
        return gradient;
    }

    /** Goes one step; false when the likelihood does not rise any more. */
    private boolean step() {
        double[] gradient = gradient();
        var cone = new ConeStep(levels, beta.length, likelihood.curvature(levels), gradient.clone());
        cone.take();
        double[] from = start();
        double[] way = cone.point().clone();
        double promise = 0;
        for (int j = 0; j < from.length; j++) {
            way[j] -= j < levels.blocks() ? from[j] : 0;
            promise += gradient[j] * way[j];
        }
        atRounding = promise <= ROUNDING * Math.abs(value);
        double share = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
            move(from, way, share);
            double there = likelihood.at(levels, beta);
            if (there >= value + (atRounding ? -ROUNDING * Math.abs(value) : ENOUGH * share * promise)) {
                if (share == 1) {
                    levels.set(cone.point());
                    levels.join(cone.group());
                }
                value = there;
                return true;
            }
        }
        move(from, way, 0);
        return false;
    }

    private double[] start() {
        double[] from = new double[levels.blocks() + beta.length];
        for (int b = 0; b < levels.blocks(); b++) {
            from[b] = levels.value(b);
        }
        System.arraycopy(beta, 0, from, levels.blocks(), beta.length);
        return from;
    }

    private void move(double[] from, double[] way, double share) {
        double[] to = new double[from.length];
        for (int j = 0; j < to.length; j++) {
            to[j] = from[j] + share * way[j];
        }
        levels.set(to);
        System.arraycopy(to, levels.blocks(), beta, 0, beta.length);
    }
}
