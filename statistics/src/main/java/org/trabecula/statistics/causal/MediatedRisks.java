package org.trabecula.statistics.causal;

import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimating.EstimatingEquations;
import org.trabecula.statistics.estimating.LogisticScore;
import org.trabecula.statistics.estimating.MEstimate;
import org.trabecula.statistics.matrix.Products;

/**
 * The four risks E(a, b) of a {@link Mediation} with the covariance of both models' equations stacked on theirs: it neither
 * takes covariates as given nor the two models as independent or right.
 *
 * @param risks E(0, 0), E(0, 1), E(1, 0) and E(1, 1); the first index is the treatment, the second that of the mediator
 * @param covariance of the four, in the same order
 */
public record MediatedRisks(double[] risks, double[][] covariance) {

    static MediatedRisks of(MEstimate root, int at) {
        double[] risks = new double[4];
        System.arraycopy(root.parameters(), at, risks, 0, 4);
        return new MediatedRisks(risks, root.covariance(at, at + 1, at + 2, at + 3));
    }

    /** E(1, 1) - E(0, 0). */
    public Estimate total() {
        return contrast(-1, 0, 0, 1);
    }

    /** E(1, b) - E(0, b): pure without, total with the treated's mediator. */
    public Estimate direct(boolean mediatorOfTreated) {
        return mediatorOfTreated ? contrast(0, -1, 0, 1) : contrast(-1, 0, 1, 0);
    }

    /** E(a, 1) - E(a, 0): total for the treated, pure for controls. */
    public Estimate indirect(boolean treated) {
        return treated ? contrast(0, 0, -1, 1) : contrast(-1, 1, 0, 0);
    }

    private Estimate contrast(double... weights) {
        double variance = Products.quadratic(weights, covariance);
        return new Estimate(Products.dot(weights, risks), Math.sqrt(Math.max(0, variance)), Estimate.Scale.PLAIN);
    }

    /** Theta is the mediator's coefficients, the outcome's, then the four risks. */
    record Equations(LogisticScore mediator, LogisticScore outcome, Mediation.Designs designs, int at)
            implements EstimatingEquations {
        @Override
        public int parameters() {
            return at + 4;
        }

        @Override
        public int units() {
            return mediator.rows().length;
        }

        @Override
        public void add(int unit, double[] theta, double[] psi, double[][] slope) {
            mediator.add(unit, theta, psi, slope);
            outcome.add(unit, theta, psi, slope);
            for (int a = 0; a < 2; a++) {
                double[] with = designs.outcomeUnder()[a][1][unit];
                double[] without = designs.outcomeUnder()[a][0][unit];
                double riskWith = outcome.probability(with, theta);
                double riskWithout = outcome.probability(without, theta);
                for (int b = 0; b < 2; b++) {
                    double[] row = designs.mediatorUnder()[b][unit];
                    double p = mediator.probability(row, theta);
                    int own = at + 2 * a + b;
                    psi[own] += riskWith * p + riskWithout * (1 - p) - theta[own];
                    slope[own][own] -= 1;
                    mediator.chain(slope[own], row, (riskWith - riskWithout) * p * (1 - p));
                    outcome.chain(slope[own], with, p * riskWith * (1 - riskWith));
                    outcome.chain(slope[own], without, (1 - p) * riskWithout * (1 - riskWithout));
                }
            }
        }
    }
}
