package org.trabecula.statistics.causal;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.regression.FirthRegression;
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * Each unit's probability of being treated, given its covariates, by logistic regression.
 *
 * <p>Source: Rosenbaum PR, Rubin DB, Biometrika 1983;70:41-55. R: {@code WeightIt::weightit(method = "glm")}.
 *
 * @param rows the design, n rows with a column of ones
 * @param treated each unit's arm
 * @param fit the regression of the arm on the design
 */
public record PropensityScore(double[][] rows, boolean[] treated, LogisticFit fit) {

    /**
     * Fits the score.
     *
     * @return the score; {@code EMPTY_CELL} when an arm has nobody, {@code SEPARATION} when covariates tell the arms
     *     apart (then there is no overlap and no effect to estimate), {@code SINGULAR} for collinear covariates
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<PropensityScore> fit(double[][] rows, boolean[] treated) {
        if (rows.length == treated.length && rows.length > 0) {
            int count = count(treated);
            if (count == 0 || count == treated.length) {
                return Outcome.none(
                        Shortfall.Cause.EMPTY_CELL,
                        "a propensity score needs units in both arms, but the " + treated.length + " units are all "
                                + (count == 0 ? "controls" : "treated"));
            }
        }
        return LogisticRegression.fit(rows, treated).map(fit -> new PropensityScore(rows, treated, fit));
    }

    /**
     * Fits the score, with Firth's penalty where covariates tell the arms apart in part, such as a surgeon who used one cage
     * only. Where no unit of one arm has a score within the other's range nothing is to be compared.
     *
     * @return as {@link #fit}
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<PropensityScore> penalised(double[][] rows, boolean[] treated) {
        Outcome<PropensityScore> plain = fit(rows, treated);
        if (!separated(plain)) {
            return plain;
        }
        Outcome<PropensityScore> penalised =
                FirthRegression.fit(rows, treated).map(fit -> new PropensityScore(rows, treated, fit.estimate()));
        return penalised.then(score -> score.overlaps() ? penalised : plain);
    }

    /** Whether a fit ended because covariates tell the arms apart. */
    public static boolean separated(Outcome<PropensityScore> outcome) {
        return outcome instanceof Outcome.Missing<PropensityScore>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION;
    }

    private boolean overlaps() {
        double[] one = sorted(true);
        double[] other = sorted(false);
        return within(one, other) && within(other, one);
    }

    private static boolean within(double[] own, double[] range) {
        return Arrays.stream(own).anyMatch(score -> score >= range[0] && score <= range[range.length - 1]);
    }

    /** Each unit's score. */
    public double[] scores() {
        return fit.fitted();
    }

    /** How many units. */
    public int size() {
        return treated.length;
    }

    /** The share of the treated. */
    public double share() {
        return (double) count(treated) / size();
    }

    /** Each unit's weight. */
    public double[] weights(Weighting weighting) {
        double share = share();
        double[] weights = new double[size()];
        Arrays.setAll(weights, unit -> weighting.weight(treated[unit], fit.fitted()[unit], share));
        return weights;
    }

    /**
     * Kish's effective sample size of one arm, (sum w)² / sum w²: as many units with equal weights would give the same
     * variance.
     */
    public double effectiveSize(double[] weights, boolean arm) {
        double sum = 0;
        double squares = 0;
        for (int unit = 0; unit < size(); unit++) {
            if (treated[unit] == arm) {
                sum += weights[unit];
                squares += weights[unit] * weights[unit];
            }
        }
        return sum * sum / squares;
    }

    /** The scores of one arm in rising order. */
    public double[] sorted(boolean arm) {
        double[] own = new double[arm ? count(treated) : size() - count(treated)];
        int next = 0;
        for (int unit = 0; unit < size(); unit++) {
            if (treated[unit] == arm) {
                own[next++] = fit.fitted()[unit];
            }
        }
        Arrays.sort(own);
        return own;
    }

    /** The chance that a treated unit has a higher score than a control, ties counting half: 0.5 says that arms do not differ. */
    public double concordance() {
        double[] controls = sorted(false);
        double[] cases = sorted(true);
        double sum = 0;
        int below = 0;
        int upTo = 0;
        for (double score : cases) {
            while (below < controls.length && controls[below] < score) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < controls.length && controls[upTo] == score) {
                upTo++;
            }
            sum += (below + upTo) / 2.0;
        }
        return sum / cases.length / controls.length;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
