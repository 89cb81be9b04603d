package org.trabecula.statistics.causal;

import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimating.EstimatingEquations;
import org.trabecula.statistics.estimating.FewUnits;
import org.trabecula.statistics.estimating.LogisticScore;
import org.trabecula.statistics.estimating.MEstimate;
import org.trabecula.statistics.estimating.MEstimation;

/**
 * The weighted mean outcome of each arm, each divided by its own sum of weights (Hájek's form).
 *
 * <p>The covariance of {@code means} comes from the score's equations stacked on those of the two means, so that it knows
 * that the weights were estimated; {@code fixedWeightsError} is the difference's robust error (HC0) as if they were given,
 * which is printed by many programs and is mostly, not always, too large.
 *
 * <p>Source: Lunceford JK, Davidian M, Stat Med 2004;23:2937-2960, equation 20; for overlap weights Li F, Thomas LE, Li F,
 * Am J Epidemiol 2019;188:250-257. R: {@code PSweight}, {@code WeightIt::lm_weightit}.
 *
 * @param means both means with their stacked covariance
 * @param fixedWeightsError the standard error of the difference with the weights taken as given
 */
public record WeightedComparison(PotentialMeans means, double fixedWeightsError) {

    /**
     * Compares the arms.
     *
     * @param score the fitted score
     * @param outcome each unit's number; 0 and 1 for events
     * @param weighting for whom the comparison speaks
     * @return the comparison; {@code SINGULAR} when the stacked equations do not determine it
     * @throws IllegalArgumentException if lengths differ or an outcome is not finite
     */
    public static Outcome<WeightedComparison> of(PropensityScore score, double[] outcome, Weighting weighting) {
        Outcomes.require(outcome, score.size());
        double[] weights = score.weights(weighting);
        var equations = new Equations(score, outcome, weighting);
        double[] start = equations.root();
        double fixed = Math.hypot(
                fixed(score, outcome, weights, true, start[equations.at]),
                fixed(score, outcome, weights, false, start[equations.at + 1]));
        // Both means are in closed form, so this is the root; a score with Firth's penalty stays as it is.
        return MEstimation.at(equations, start).map(root -> new WeightedComparison(equations.means(root), fixed));
    }

    /**
     * Both means with a covariance that allows for few units.
     *
     * @return as {@link #of}; {@code SINGULAR} too when a unit cannot be left out
     * @throws IllegalArgumentException if lengths differ or an outcome is not finite
     */
    public static Outcome<PotentialMeans> corrected(
            PropensityScore score, double[] outcome, Weighting weighting, FewUnits correction) {
        Outcomes.require(outcome, score.size());
        var equations = new Equations(score, outcome, weighting);
        return MEstimation.at(equations, equations.root(), correction).map(equations::means);
    }

    static double mean(PropensityScore score, double[] outcome, double[] weights, boolean arm) {
        double sum = 0;
        double total = 0;
        for (int unit = 0; unit < outcome.length; unit++) {
            if (score.treated()[unit] == arm) {
                sum += weights[unit];
                total += weights[unit] * outcome[unit];
            }
        }
        return total / sum;
    }

    private static double fixed(PropensityScore score, double[] outcome, double[] weights, boolean arm, double mean) {
        double sum = 0;
        double squares = 0;
        for (int unit = 0; unit < outcome.length; unit++) {
            if (score.treated()[unit] == arm) {
                double residual = weights[unit] * (outcome[unit] - mean);
                sum += weights[unit];
                squares += residual * residual;
            }
        }
        return Math.sqrt(squares) / sum;
    }

    /** Theta is the score's coefficients, then the treated's and the controls' mean. */
    private static final class Equations implements EstimatingEquations {
        private final PropensityScore fitted;
        private final LogisticScore score;
        private final double[] outcome;
        private final Weighting weighting;
        private final double share;
        private final int at;

        Equations(PropensityScore fitted, double[] outcome, Weighting weighting) {
            this.fitted = fitted;
            this.score = new LogisticScore(fitted.rows(), fitted.treated(), Outcomes.everybody(fitted.size()), 0);
            this.outcome = outcome;
            this.weighting = weighting;
            this.share = fitted.share();
            this.at = fitted.fit().coefficients().length;
        }

        /** The score's coefficients and both means. */
        double[] root() {
            double[] weights = fitted.weights(weighting);
            double[] theta = new double[parameters()];
            score.start(theta, fitted.fit());
            theta[at] = mean(fitted, outcome, weights, true);
            theta[at + 1] = mean(fitted, outcome, weights, false);
            return theta;
        }

        PotentialMeans means(MEstimate root) {
            return new PotentialMeans(root.parameters()[at], root.parameters()[at + 1], root.covariance(at, at + 1));
        }

        @Override
        public int parameters() {
            return at + 2;
        }

        @Override
        public int units() {
            return fitted.size();
        }

        @Override
        public void add(int unit, double[] theta, double[] psi, double[][] slope) {
            score.add(unit, theta, psi, slope);
            boolean treated = fitted.treated()[unit];
            double e = score.probability(unit, theta);
            double weight = weighting.weight(treated, e, share);
            int own = treated ? at : at + 1;
            double residual = outcome[unit] - theta[own];
            psi[own] += weight * residual;
            slope[own][own] -= weight;
            score.chain(slope[own], fitted.rows()[unit], weighting.slope(treated, e, share) * residual);
        }
    }
}
