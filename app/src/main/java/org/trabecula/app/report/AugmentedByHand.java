package org.trabecula.app.report;

import java.util.List;

/**
 * The augmented overlap-weighted difference for the second computation, its error by adding up every participant's influence: on
 * the mean prediction, on the weighted mean residual, and through the coefficients of the score and of his arm's outcome model.
 *
 * <p>The estimate: Mao H, Li L, Greene T, Stat Methods Med 2019;28:2439-2454, equation 9. The penalty: Firth D, Biometrika
 * 1993;80:27-38; the error is then that of the equations without it.
 *
 * @param x the score's rows, with a column of ones
 * @param z the outcome models' rows, with a column of ones
 * @param first whether of the first arm
 * @param event whether it happened
 * @param score each participant's chance of the first arm
 */
record AugmentedByHand(List<double[]> x, List<double[]> z, boolean[] first, boolean[] event, double[] score) {

    /** Both risks, their difference and its error. */
    double[] difference(boolean penalised) {
        double[] influence = new double[first.length];
        double one = risk(true, penalised, influence, 1);
        double other = risk(false, penalised, influence, -1);
        double variance = 0;
        for (double own : influence) {
            variance += own * own;
        }
        return new double[] {one, other, one - other, Math.sqrt(variance)};
    }

    /** The risk of an arm; everybody's influence on it is added with a sign. */
    private double risk(boolean arm, boolean penalised, double[] influence, int sign) {
        double[] gamma = outcome(arm, penalised);
        int n = first.length;
        double[] m = new double[n];
        double[] sums = new double[4];
        for (int i = 0; i < n; i++) {
            m[i] = LinearByHand.chance(z.get(i), gamma);
            double h = score[i] * (1 - score[i]);
            sums[0] += h;
            sums[1] += h * m[i];
            if (first[i] == arm) {
                sums[2] += weight(i);
                sums[3] += weight(i) * (y(i) - m[i]);
            }
        }
        double prediction = sums[1] / sums[0];
        double residual = sums[3] / sums[2];
        double[] pullOfScore = new double[x.getFirst().length];
        double[] pullOfModel = new double[gamma.length];
        double[][] scoreInformation = new double[pullOfScore.length][pullOfScore.length];
        double[][] modelInformation = new double[gamma.length][gamma.length];
        for (int i = 0; i < n; i++) {
            double h = score[i] * (1 - score[i]);
            double v = m[i] * (1 - m[i]);
            boolean own = first[i] == arm;
            LinearByHand.add(scoreInformation, x.get(i), h);
            LinearByHand.add(pullOfScore, x.get(i), (1 - 2 * score[i]) * h * (m[i] - prediction) / sums[0]);
            LinearByHand.add(pullOfModel, z.get(i), h * v / sums[0]);
            if (own) {
                LinearByHand.add(modelInformation, z.get(i), v);
                LinearByHand.add(pullOfModel, z.get(i), -weight(i) * v / sums[2]);
                double slope = arm ? -h : h;
                LinearByHand.add(pullOfScore, x.get(i), slope * (y(i) - m[i] - residual) / sums[2]);
            }
        }
        double[] throughScore = LinearByHand.solved(scoreInformation, pullOfScore);
        double[] throughModel = LinearByHand.solved(modelInformation, pullOfModel);
        for (int i = 0; i < n; i++) {
            double h = score[i] * (1 - score[i]);
            double moved = h * (m[i] - prediction) / sums[0]
                    + ((first[i] ? 1 : 0) - score[i]) * LinearByHand.dot(x.get(i), throughScore);
            if (first[i] == arm) {
                moved += weight(i) * (y(i) - m[i] - residual) / sums[2]
                        + (y(i) - m[i]) * LinearByHand.dot(z.get(i), throughModel);
            }
            influence[i] += sign * moved;
        }
        return prediction + residual;
    }

    private double weight(int i) {
        return first[i] ? 1 - score[i] : score[i];
    }

    private double y(int i) {
        return event[i] ? 1 : 0;
    }

    /** The arm's logistic regression by Newton's steps; with the penalty each leverage adds half an event and half a non-event. */
    private double[] outcome(boolean arm, boolean penalised) {
        double[] gamma = new double[z.getFirst().length];
        for (int step = 0; step < 2_000; step++) {
            double[][] information = new double[gamma.length][gamma.length];
            for (int i = 0; i < first.length; i++) {
                if (first[i] == arm) {
                    double m = LinearByHand.chance(z.get(i), gamma);
                    LinearByHand.add(information, z.get(i), m * (1 - m));
                }
            }
            double[] pull = new double[gamma.length];
            for (int i = 0; i < first.length; i++) {
                if (first[i] == arm) {
                    double m = LinearByHand.chance(z.get(i), gamma);
                    double leverage = penalised
                            ? m * (1 - m) * LinearByHand.dot(z.get(i), LinearByHand.solved(information, z.get(i)))
                            : 0;
                    LinearByHand.add(pull, z.get(i), y(i) - m + leverage * (0.5 - m));
                }
            }
            double most = 0;
            double[] move = LinearByHand.solved(information, pull);
            for (int k = 0; k < gamma.length; k++) {
                gamma[k] += move[k];
                most = Math.max(most, Math.abs(move[k]) / (1 + Math.abs(gamma[k])));
            }
            if (most < 1e-14) {
                break;
            }
        }
        return gamma;
    }
}
