package org.trabecula.statistics.causal;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimating.EstimatingEquations;
import org.trabecula.statistics.estimating.FewUnits;
import org.trabecula.statistics.estimating.LogisticScore;
import org.trabecula.statistics.estimating.MEstimation;

/**
 * Augmented inverse probability weighting: the outcome model's risks, corrected by the weighted residuals. Consistent when
 * either of the two models is right.
 *
 * <p>Source: Robins JM, Rotnitzky A, Zhao LP, J Am Stat Assoc 1994;89:846-866; in this form Glynn AN, Quinn KM, Polit Anal
 * 2010;18:36-56. R: {@code riskRegression::ate(estimator = "AIPTW")}.
 *
 * @param means the risks, with the covariance of both models' equations stacked on theirs
 * @param influenceError the difference's standard error from the efficient influence function, which takes both models as
 *     right and divides by n
 */
public record DoublyRobust(PotentialMeans means, double influenceError) {

    /**
     * Combines the two models of the same units.
     *
     * @return the estimate; {@code SINGULAR} when the stacked equations do not determine it
     * @throws IllegalArgumentException if the models have different numbers of units
     */
    public static Outcome<DoublyRobust> of(OutcomeModel outcome, PropensityScore score) {
        return of(outcome, score, FewUnits.NONE);
    }

    /**
     * The same with a covariance that allows for few units; {@code influenceError} does not.
     *
     * @return as without; {@code SINGULAR} too when a unit cannot be left out
     * @throws IllegalArgumentException if the models have different numbers of units
     */
    public static Outcome<DoublyRobust> of(OutcomeModel outcome, PropensityScore score, FewUnits correction) {
        Outcomes.requireLength(outcome.events().length, score.size());
        var equations = new Equations(outcome, score);
        double[] start = new double[equations.parameters()];
        equations.risk.start(start, outcome.fit());
        equations.treatment.start(start, score.fit());
        int at = equations.at;
        double[] one = new double[score.size()];
        double[] other = new double[score.size()];
        for (int unit = 0; unit < score.size(); unit++) {
            one[unit] = equations.part(unit, start, true);
            other[unit] = equations.part(unit, start, false);
        }
        start[at] = Arrays.stream(one).sum() / one.length;
        start[at + 1] = Arrays.stream(other).sum() / other.length;
        double squares = 0;
        for (int unit = 0; unit < one.length; unit++) {
            double influence = one[unit] - start[at] - (other[unit] - start[at + 1]);
            squares += influence * influence;
        }
        double error = Math.sqrt(squares) / one.length;
        // Both risks are in closed form, so this is the root; models with Firth's penalty stay as they are.
        return MEstimation.at(equations, start, correction)
                .map(root -> new DoublyRobust(OutcomeModel.last(root, at), error));
    }

    /** Theta is the outcome model's coefficients, the score's, then the two risks. */
    private static final class Equations implements EstimatingEquations {
        private final OutcomeModel outcome;
        private final PropensityScore score;
        private final LogisticScore risk;
        private final LogisticScore treatment;
        private final int at;

        Equations(OutcomeModel outcome, PropensityScore score) {
            int first = outcome.fit().coefficients().length;
            this.outcome = outcome;
            this.score = score;
            this.risk = outcome.score(0);
            this.treatment = new LogisticScore(score.rows(), score.treated(), Outcomes.everybody(score.size()), first);
            this.at = first + score.fit().coefficients().length;
        }

        @Override
        public int parameters() {
            return at + 2;
        }

        @Override
        public int units() {
            return score.size();
        }

        @Override
        public void add(int unit, double[] theta, double[] psi, double[][] slope) {
            risk.add(unit, theta, psi, slope);
            treatment.add(unit, theta, psi, slope);
            add(unit, theta, psi, slope, true);
            add(unit, theta, psi, slope, false);
        }

        private void add(int unit, double[] theta, double[] psi, double[][] slope, boolean arm) {
            int own = arm ? at : at + 1;
            psi[own] += part(unit, theta, arm) - theta[own];
            slope[own][own] -= 1;
            double[] row = row(unit, arm);
            double p = risk.probability(row, theta);
            double e = treatment.probability(unit, theta);
            boolean observed = score.treated()[unit] == arm;
            double weight = observed ? 1 / (arm ? e : 1 - e) : 0;
            risk.chain(slope[own], row, p * (1 - p) * (1 - weight));
            if (observed) {
                double residual = (outcome.events()[unit] ? 1 : 0) - p;
                double perPredictor = arm ? -(1 - e) / e : e / (1 - e);
                treatment.chain(slope[own], score.rows()[unit], residual * perPredictor);
            }
        }

        /** The unit's part of the risk under an arm: what the model predicts, and the weighted residual if it was there. */
        double part(int unit, double[] theta, boolean arm) {
            double p = risk.probability(row(unit, arm), theta);
            if (score.treated()[unit] != arm) {
                return p;
            }
            double e = treatment.probability(unit, theta);
            return p + ((outcome.events()[unit] ? 1 : 0) - p) / (arm ? e : 1 - e);
        }

        private double[] row(int unit, boolean arm) {
            return (arm ? outcome.treatedRows() : outcome.controlRows())[unit];
        }
    }
}
