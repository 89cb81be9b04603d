package org.trabecula.app.report;

import java.util.List;
import org.trabecula.study.protocol.Estimation.Variance;

/**
 * The augmented overlap-weighted difference for the second computation, its error by adding up every participant's influence: on
 * the mean prediction, on the weighted mean residual, and through the coefficients of the score and of his arm's outcome model.
 *
 * <p>The estimate: Mao H, Li L, Greene T, Stat Methods Med 2019;28:2439-2454, equation 9. The errors as {@link WeightedByHand}
 * has them; with the penalty they are those of the equations without it.
 *
 * @param through the regression of the first arm on the score's rows
 * @param z the outcome models' rows, with a column of ones
 * @param event whether it happened
 * @param score each participant's chance of the first arm
 */
record AugmentedByHand(LogisticByHand through, List<double[]> z, boolean[] event, double[] score) {

    /** Both risks, their difference and its error. */
    double[] difference(boolean penalised, Variance variance) {
        double[] influence = new double[event.length];
        double[][] throughScore = through.steps(score, variance);
        double one = risk(true, penalised, variance, throughScore, influence, 1);
        double other = risk(false, penalised, variance, throughScore, influence, -1);
        double squares = 0;
        for (double own : influence) {
            squares += own * own;
        }
        double n = event.length;
        double factor = variance == Variance.ONE_STEP_JACKKNIFE ? (n - 1) / n : 1;
        return new double[] {one, other, one - other, Math.sqrt(factor * squares)};
    }

    /** The risk of an arm; everybody's influence on it is added with a sign. */
    private double risk(
            boolean arm, boolean penalised, Variance variance, double[][] throughScore, double[] influence, int sign) {
        int n = event.length;
        boolean[] members = new boolean[n];
        for (int i = 0; i < n; i++) {
            members[i] = first(i) == arm;
        }
        LogisticByHand model = new LogisticByHand(z, event, members);
        double[] m = model.chances(model.coefficients(penalised));
        double[][] throughModel = model.steps(m, variance);
        double[] sums = new double[4];
        for (int i = 0; i < n; i++) {
            sums[0] += h(i);
            sums[1] += h(i) * m[i];
            if (members[i]) {
                sums[2] += weight(i);
                sums[3] += weight(i) * (y(i) - m[i]);
            }
        }
        double prediction = sums[1] / sums[0];
        double residual = sums[3] / sums[2];
        double[][] pulls = new double[4][];
        for (int part = 0; part < 4; part++) {
            pulls[part] = new double[part % 2 == 0 ? throughScore[0].length : throughModel[0].length];
        }
        for (int i = 0; i < n; i++) {
            pull(pulls, i, m[i], arm, prediction, residual, 1);
        }
        for (int i = 0; i < n; i++) {
            int out = variance == Variance.ONE_STEP_JACKKNIFE ? 1 : 0;
            pull(pulls, i, m[i], arm, prediction, residual, -out);
            double predicted = LinearByHand.dot(pulls[0], throughScore[i])
                    + LinearByHand.dot(pulls[1], throughModel[i])
                    + h(i) * (m[i] - prediction);
            double left = LinearByHand.dot(pulls[2], throughScore[i])
                    + LinearByHand.dot(pulls[3], throughModel[i])
                    + (members[i] ? weight(i) * (y(i) - m[i] - residual) : 0);
            influence[i] +=
                    sign * (predicted / (sums[0] - out * h(i)) + left / (sums[2] - (members[i] ? out * weight(i) : 0)));
            pull(pulls, i, m[i], arm, prediction, residual, out);
        }
        return prediction + residual;
    }

    /** Adds, so many times, how both sums change with the coefficients of the score and of the model. */
    private void pull(double[][] pulls, int i, double m, boolean arm, double prediction, double residual, int times) {
        double v = m * (1 - m);
        LinearByHand.add(pulls[0], through.rows().get(i), times * (1 - 2 * score[i]) * h(i) * (m - prediction));
        LinearByHand.add(pulls[1], z.get(i), times * h(i) * v);
        if (first(i) == arm) {
            LinearByHand.add(pulls[2], through.rows().get(i), times * (arm ? -h(i) : h(i)) * (y(i) - m - residual));
            LinearByHand.add(pulls[3], z.get(i), -times * weight(i) * v);
        }
    }

    private boolean first(int i) {
        return through.response()[i];
    }

    private double h(int i) {
        return score[i] * (1 - score[i]);
    }

    private double weight(int i) {
        return first(i) ? 1 - score[i] : score[i];
    }

    private double y(int i) {
        return event[i] ? 1 : 0;
    }
}
