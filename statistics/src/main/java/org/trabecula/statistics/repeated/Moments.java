package org.trabecula.statistics.repeated;

import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/** Covariances of the residuals of ordinary least squares, pair of visits by pair of visits: where the search starts. */
final class Moments {
    private Moments() {}

    /** Zero for a pair that nobody has; missing when columns repeat each other or nothing varies at a visit. */
    static Outcome<double[][]> of(RepeatedMeasures data) {
        double[] effects = new double[data.columns()];
        for (int row = 0; row < data.size(); row++) {
            for (int column = 0; column < effects.length; column++) {
                effects[column] += data.design()[row][column] * data.response()[row];
            }
        }
        var factored = Cholesky.of(Products.cross(data.design(), effects.length));
        if (factored.isEmpty()) {
            return Outcome.none(Cause.SINGULAR, "The columns of the design repeat each other");
        }
        factored.orElseThrow().solve(effects);
        double[] residuals = data.response().clone();
        double squares = 0;
        for (int row = 0; row < residuals.length; row++) {
            residuals[row] -= Products.dot(data.design()[row], effects);
            squares += data.response()[row] * data.response()[row];
        }
        return averages(data, residuals, squares / residuals.length);
    }

    private static Outcome<double[][]> averages(RepeatedMeasures data, double[] residuals, double size) {
        double[][] sums = new double[data.visits()][data.visits()];
        int[][] counts = new int[data.visits()][data.visits()];
        int[] order = data.order();
        for (int i = 0; i < order.length; i++) {
            for (int j = i; j >= 0 && data.subject()[order[j]] == data.subject()[order[i]]; j--) {
                int later = data.visit()[order[i]];
                int earlier = data.visit()[order[j]];
                sums[later][earlier] += residuals[order[i]] * residuals[order[j]];
                counts[later][earlier]++;
            }
        }
        for (int later = 0; later < sums.length; later++) {
            for (int earlier = 0; earlier <= later; earlier++) {
                sums[later][earlier] /= Math.max(1, counts[later][earlier]);
                sums[earlier][later] = sums[later][earlier];
            }
            if (counts[later][later] == 0) {
                return Outcome.none(Cause.ALL_MISSING, "Nobody was seen at visit " + (later + 1));
            }
            if (!(sums[later][later] > 1e-20 * size)) {
                return Outcome.none(
                        Cause.SINGULAR, "The effects explain the responses of visit " + (later + 1) + " perfectly");
            }
        }
        return Outcome.of(sums);
    }
}
