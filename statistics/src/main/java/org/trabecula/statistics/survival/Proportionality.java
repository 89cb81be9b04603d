package org.trabecula.statistics.survival;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/**
 * Tests that a coefficient does not change with time, against a change in proportion to the product-limit curve.
 *
 * <p>It is the score test of adding covariate times g(t) to the model, g being one minus the Kaplan-Meier curve just
 * before t: Schoenfeld's residuals set against g. Source: Grambsch PM, Therneau TM, Biometrika 1994;81:515-526, in the
 * exact form with the full information. R: {@code cox.zph(transform = "km")} of survival 3.
 */
public final class Proportionality {
    private final int columns;
    private final double[] residual;
    private final double[][] information;

    Proportionality(FollowUp data, List<Moments.Moment> moments, int columns) {
        this.columns = columns;
        this.residual = new double[columns];
        this.information = new double[2 * columns][2 * columns];
        KaplanMeier curve = KaplanMeier.of(data).orElseThrow();
        for (Moments.Moment moment : moments) {
            double g = 1 - curve.at(Math.nextDown(moment.time));
            for (int j = 0; j < columns; j++) {
                residual[j] += g * moment.residual[j];
                for (int k = 0; k < columns; k++) {
                    information[j][k] += moment.variance[j][k];
                    information[columns + j][k] += g * moment.variance[j][k];
                    information[j][columns + k] += g * moment.variance[j][k];
                    information[columns + j][columns + k] += g * g * moment.variance[j][k];
                }
            }
        }
    }

    /**
     * A test.
     *
     * @param chiSquare the statistic
     * @param degrees its degrees of freedom
     */
    public record Test(double chiSquare, int degrees) {
        /** The probability of a larger statistic if coefficients do not change. */
        public double p() {
            return ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare);
        }
    }

    /**
     * Tests some coefficients together, such as those of one factor, while the others stay as they are.
     *
     * @param tested their numbers from 0, each once
     * @return the test; missing when events at a single time cannot show a change
     */
    public Outcome<Test> of(int... tested) {
        int size = columns + tested.length;
        int[] rows = new int[size];
        double[] gradient = new double[size];
        for (int j = 0; j < size; j++) {
            rows[j] = j < columns ? j : columns + tested[j - columns];
            gradient[j] = j < columns ? 0 : residual[tested[j - columns]];
        }
        double[][] part = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                part[j][k] = information[rows[j]][rows[k]];
            }
        }
        var factored = Cholesky.of(part);
        if (factored.isEmpty()) {
            return Outcome.none(Cause.SINGULAR, "The events are at too few times to show a change.");
        }
        factored.orElseThrow().forward(gradient);
        return Outcome.of(new Test(Products.dot(gradient, gradient), tested.length));
    }

    /** Tests all coefficients together. */
    public Outcome<Test> ofAll() {
        int[] all = new int[columns];
        for (int j = 0; j < columns; j++) {
            all[j] = j;
        }
        return of(all);
    }
}
