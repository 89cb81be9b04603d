package org.trabecula.statistics.cluster;

import java.util.Arrays;
import org.trabecula.statistics.regression.LogisticFit;

/**
 * Scores and informations of the clusters at a point. With Z = A^1/2 X and r the Pearson residuals, a cluster's score
 * D'V^-1 (y - p) is Z'R^-1 r and its information D'V^-1 D is Z'R^-1 Z. A workspace of one fit; belongs to one thread.
 */
final class EstimatingEquations {
    private final ClusteredUnits units;
    private final int[][] members;
    private final double[] weights;
    private final int columns;
    private final double[][] z;
    private final double[][] solved;
    private final double[] pearson;
    private final double[][] scores;
    private final double[][][] informations;
    private final double[] score;
    private final double[][] information;

    /** @param weights one for each unit, the same for all of a cluster */
    EstimatingEquations(ClusteredUnits units, int[][] members, double[] weights) {
        this.units = units;
        this.members = members;
        this.weights = weights;
        this.columns = units.columns();
        int largest = Arrays.stream(members).mapToInt(own -> own.length).max().orElse(0);
        this.z = new double[largest][columns + 1];
        this.solved = new double[largest][columns + 1];
        this.pearson = new double[units.size()];
        this.scores = new double[members.length][columns];
        this.informations = new double[members.length][columns][columns];
        this.score = new double[columns];
        this.information = new double[columns][columns];
    }

    int clusters() {
        return members.length;
    }

    int columns() {
        return columns;
    }

    /** The residual of each unit over its binomial standard deviation; overwritten by the next call. */
    double[] residuals(double[] beta) {
        for (int unit = 0; unit < pearson.length; unit++) {
            double p = LogisticFit.probability(units.rows()[unit], beta);
            pearson[unit] = ((units.response()[unit] ? 1 : 0) - p) / Math.sqrt(p * (1 - p));
        }
        return pearson;
    }

    /** Fills in all scores and informations. */
    void expand(double[] beta, Working working) {
        Arrays.fill(score, 0);
        for (double[] row : information) {
            Arrays.fill(row, 0);
        }
        for (int cluster = 0; cluster < members.length; cluster++) {
            int size = members[cluster].length;
            for (int i = 0; i < size; i++) {
                load(z[i], members[cluster][i], beta);
            }
            working.solve(z, size, solved);
            accumulate(cluster, size);
        }
    }

    private void load(double[] target, int unit, double[] beta) {
        double[] x = units.rows()[unit];
        double p = LogisticFit.probability(x, beta);
        double deviation = Math.sqrt(p * (1 - p));
        for (int column = 0; column < columns; column++) {
            target[column] = deviation * x[column];
        }
        target[columns] = ((units.response()[unit] ? 1 : 0) - p) / deviation;
    }

    private void accumulate(int cluster, int size) {
        double weight = weights[members[cluster][0]];
        for (int row = 0; row < columns; row++) {
            double own = 0;
            for (int i = 0; i < size; i++) {
                own += solved[i][row] * z[i][columns];
            }
            scores[cluster][row] = weight * own;
            score[row] += weight * own;
            for (int column = 0; column <= row; column++) {
                double both = 0;
                for (int i = 0; i < size; i++) {
                    both += solved[i][row] * z[i][column];
                }
                both *= weight;
                informations[cluster][row][column] = both;
                informations[cluster][column][row] = both;
                information[row][column] += both;
                if (column < row) {
                    information[column][row] += both;
                }
            }
        }
    }

    /** The sum of all scores. */
    double[] score() {
        return score;
    }

    /** The sum of all informations. */
    double[][] information() {
        return information;
    }

    /** A cluster's score. */
    double[] score(int cluster) {
        return scores[cluster];
    }

    /** A cluster's information. */
    double[][] information(int cluster) {
        return informations[cluster];
    }
}
