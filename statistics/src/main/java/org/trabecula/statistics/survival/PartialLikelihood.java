package org.trabecula.statistics.survival;

import org.trabecula.statistics.matrix.Newton;

/** The logarithm of Cox's partial likelihood, concave in the coefficients. */
final class PartialLikelihood implements Newton.Hill {
    private final Moments moments;

    PartialLikelihood(Moments moments) {
        this.moments = moments;
    }

    @Override
    public double at(double[] beta) {
        return moments.logLikelihood(beta);
    }

    @Override
    public double[][] derive(double[] beta, double[] gradient) {
        double[][] information = new double[beta.length][beta.length];
        for (Moments.Moment moment : moments.at(beta)) {
            for (int j = 0; j < beta.length; j++) {
                gradient[j] += moment.residual[j];
                for (int k = 0; k < beta.length; k++) {
                    information[j][k] += moment.variance[j][k];
                }
            }
        }
        return information;
    }
}
