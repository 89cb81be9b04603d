package org.trabecula.app.report;

import java.util.List;
import org.trabecula.study.protocol.Estimation.Variance;

/**
 * A logistic regression for the second computation.
 *
 * @param rows with a column of ones
 * @param response of each
 * @param member whom the model is fitted to
 */
record LogisticByHand(List<double[]> rows, boolean[] response, boolean[] member) {

    /**
     * By Newton's steps until no coefficient moves; with Firth's penalty (Biometrika 1993;80:27-38) each leverage adds half an
     * event and half a non-event.
     */
    double[] coefficients(boolean penalised) {
        double[] beta = new double[rows.getFirst().length];
        for (int step = 0; step < 2_000; step++) {
            double[] chance = chances(beta);
            double[][] information = information(chance);
            double[] pull = new double[beta.length];
            for (int i = 0; i < member.length; i++) {
                if (member[i]) {
                    double[] x = rows.get(i);
                    double p = chance[i];
                    double leverage =
                            penalised ? p * (1 - p) * LinearByHand.dot(x, LinearByHand.solved(information, x)) : 0;
                    LinearByHand.add(pull, x, (response[i] ? 1 : 0) - p + leverage * (0.5 - p));
                }
            }
            double most = 0;
            double[] move = LinearByHand.solved(information, pull);
            for (int k = 0; k < beta.length; k++) {
                beta[k] += move[k];
                most = Math.max(most, Math.abs(move[k]) / (1 + Math.abs(beta[k])));
            }
            if (most < 1e-15) {
                break;
            }
        }
        return beta;
    }

    /** Everybody's chance, also of those to whom the model is not fitted. */
    double[] chances(double[] coefficients) {
        return rows.stream()
                .mapToDouble(row -> LinearByHand.chance(row, coefficients))
                .toArray();
    }

    private double[][] information(double[] chance) {
        int k = rows.getFirst().length;
        double[][] information = new double[k][k];
        for (int i = 0; i < member.length; i++) {
            if (member[i]) {
                LinearByHand.add(information, rows.get(i), chance[i] * (1 - chance[i]));
            }
        }
        return information;
    }

    /** What each participant moves the coefficients by: one Newton's step of all, or of all without him. */
    double[][] steps(double[] chance, Variance variance) {
        double[][] steps = new double[member.length][rows.getFirst().length];
        double[][] all = information(chance);
        for (int i = 0; i < member.length; i++) {
            if (member[i]) {
                double[][] information =
                        java.util.Arrays.stream(all).map(double[]::clone).toArray(double[][]::new);
                if (variance == Variance.ONE_STEP_JACKKNIFE) {
                    LinearByHand.add(information, rows.get(i), -chance[i] * (1 - chance[i]));
                }
                double[] score = new double[rows.get(i).length];
                LinearByHand.add(score, rows.get(i), (response[i] ? 1 : 0) - chance[i]);
                steps[i] = LinearByHand.solved(information, score);
            }
        }
        return steps;
    }
}
