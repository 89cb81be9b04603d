package org.trabecula.statistics.causal;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimating.EstimatingEquations;
import org.trabecula.statistics.estimating.LogisticScore;
import org.trabecula.statistics.estimating.MEstimate;
import org.trabecula.statistics.estimating.MEstimation;
import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.regression.FirthRegression;
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * A logistic model of an event on treatment and covariates, and the risks that it predicts for everybody under treatment and
 * under control: g-computation, or standardisation.
 *
 * <p>Source: Robins J, Math Model 1986;7:1393-1512; Snowden JM, Rose S, Mortimer KM, Am J Epidemiol 2011;173:731-738.
 *
 * @param rows the design as it was, n rows
 * @param treatedRows the same with everybody treated
 * @param controlRows the same with nobody treated
 * @param events whether each unit has the event
 * @param fit the regression of events on {@code rows}
 */
public record OutcomeModel(
        double[][] rows, double[][] treatedRows, double[][] controlRows, boolean[] events, LogisticFit fit) {

    /**
     * Fits the model.
     *
     * @return the model; {@code SEPARATION}, {@code SINGULAR} or {@code TOO_FEW} as the regression says
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<OutcomeModel> fit(
            double[][] rows, double[][] treatedRows, double[][] controlRows, boolean[] events) {
        Outcomes.requireLength(treatedRows.length, rows.length);
        Outcomes.requireLength(controlRows.length, rows.length);
        return LogisticRegression.fit(rows, events)
                .map(fit -> new OutcomeModel(rows, treatedRows, controlRows, events, fit));
    }

    /**
     * Fits the model with Firth's penalty, which has a fit even when columns tell events and non-events apart.
     *
     * @return the model; {@code SINGULAR} or {@code TOO_FEW} as the regression says
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<OutcomeModel> penalised(
            double[][] rows, double[][] treatedRows, double[][] controlRows, boolean[] events) {
        Outcomes.requireLength(treatedRows.length, rows.length);
        Outcomes.requireLength(controlRows.length, rows.length);
        return FirthRegression.fit(rows, events)
                .map(fit -> new OutcomeModel(rows, treatedRows, controlRows, events, fit.estimate()));
    }

    /** The mean predicted risks, with the covariance of the model's equations stacked on theirs. */
    public Outcome<PotentialMeans> standardised() {
        int at = fit.coefficients().length;
        double[] start = Arrays.copyOf(fit.coefficients(), at + 2);
        start[at] = mean(treatedRows);
        start[at + 1] = mean(controlRows);
        return MEstimation.at(new Standardisation(score(0), this, at), start).map(root -> last(root, at));
    }

    /**
     * The standard error of the risk difference by the delta method from the regression's own covariance, with the
     * covariates taken as given: what most programs print, though covariates were sampled too.
     */
    public double fixedCovariatesError() {
        double[] gradient = new double[fit.coefficients().length];
        for (int unit = 0; unit < rows.length; unit++) {
            double one = fit.probability(treatedRows[unit]);
            double other = fit.probability(controlRows[unit]);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += (treatedRows[unit][k] * one * (1 - one) - controlRows[unit][k] * other * (1 - other))
                        / rows.length;
            }
        }
        return Math.sqrt(Products.quadratic(gradient, fit.covariance()));
    }

    LogisticScore score(int at) {
        return new LogisticScore(rows, events, Outcomes.everybody(rows.length), at);
    }

    /** The last two parameters as a pair of means. */
    static PotentialMeans last(MEstimate root, int at) {
        return new PotentialMeans(root.parameters()[at], root.parameters()[at + 1], root.covariance(at, at + 1));
    }

    private double mean(double[][] design) {
        return Arrays.stream(design).mapToDouble(fit::probability).average().orElse(0);
    }

    /** Theta is the model's coefficients, then the mean risk under treatment and under control. */
    private record Standardisation(LogisticScore score, OutcomeModel model, int at) implements EstimatingEquations {
        @Override
        public int parameters() {
            return at + 2;
        }

        @Override
        public int units() {
            return model.rows.length;
        }

        @Override
        public void add(int unit, double[] theta, double[] psi, double[][] slope) {
            score.add(unit, theta, psi, slope);
            risk(model.treatedRows[unit], theta, psi, slope, at);
            risk(model.controlRows[unit], theta, psi, slope, at + 1);
        }

        private void risk(double[] row, double[] theta, double[] psi, double[][] slope, int own) {
            double p = score.probability(row, theta);
            psi[own] += p - theta[own];
            slope[own][own] -= 1;
            score.chain(slope[own], row, p * (1 - p));
        }
    }
}
