package org.trabecula.statistics.censored;

import java.util.Arrays;

/**
 * The log-likelihood of subjects whose events fall between two cuts, as a function of the {@link Levels} at the cuts and
 * of coefficients: the sum of log(F(level at high + shift) - F(level at low + shift)), where the shift is a linear
 * combination of the subject's covariates.
 */
final class Likelihood {
    private final Law law;
    private final int[] low;
    private final int[] high;
    private final double[] weight;
    private final double[][] covariates;
    private final int coefficients;

    private final double[] terms = new double[Law.TERMS];
    private final double[] bends;
    private final double[] slopes;

    /** @param covariates a row for each subject; all of one length, which may be 0 */
    Likelihood(Law law, int[] low, int[] high, double[] weight, double[][] covariates) {
        this.law = law;
        this.low = low;
        this.high = high;
        this.weight = weight;
        this.covariates = covariates;
        this.coefficients = covariates.length == 0 ? 0 : covariates[0].length;
        this.bends = new double[3 * low.length];
        this.slopes = new double[low.length];
    }

    Law law() {
        return law;
    }

    int coefficients() {
        return coefficients;
    }

    /** The total weight, which the tolerances are relative to. */
    double subjects() {
        double sum = 0;
        for (double one : weight) {
            sum += one;
        }
        return sum;
    }

    /** Its value; negative infinity or NaN where a subject's chance is not positive. */
    double at(Levels levels, double[] beta) {
        double sum = 0;
        for (int i = 0; i < low.length; i++) {
            double shift = shift(i, beta);
            sum += weight[i] * law.logChance(levels.at(low[i]) + shift, levels.at(high[i]) + shift);
        }
        return sum;
    }

    /**
     * Computes the derivatives of each subject's term, which {@link #curvature} then adds up.
     *
     * @param byCut filled with the gradient by the level at each single cut
     * @param byCoefficient filled with the gradient by each coefficient
     */
    void derive(Levels levels, double[] beta, double[] byCut, double[] byCoefficient) {
        Arrays.fill(byCut, 0);
        Arrays.fill(byCoefficient, 0);
        for (int i = 0; i < low.length; i++) {
            double shift = shift(i, beta);
            law.derive(levels.at(low[i]) + shift, levels.at(high[i]) + shift, terms);
            double w = weight[i];
            byCut[low[i]] += w * terms[Law.LOW];
            byCut[high[i]] += w * terms[Law.HIGH];
            bends[3 * i] = w * terms[Law.LOW_LOW];
            bends[3 * i + 1] = w * terms[Law.LOW_HIGH];
            bends[3 * i + 2] = w * terms[Law.HIGH_HIGH];
            slopes[i] = w * (terms[Law.LOW] + terms[Law.HIGH]);
            for (int j = 0; j < coefficients; j++) {
                byCoefficient[j] += slopes[i] * covariates[i][j];
            }
        }
    }

    /**
     * Minus the second derivatives where {@link #derive} was last called, by the blocks' levels and then the
     * coefficients; the lower triangle, row by row. Blocks may have been split since.
     */
    double[] curvature(Levels levels) {
        int blocks = levels.blocks();
        int size = blocks + coefficients;
        double[] matrix = new double[size * size];
        for (int i = 0; i < low.length; i++) {
            int from = levels.block(low[i]);
            int to = levels.block(high[i]);
            double lowLow = bends[3 * i];
            double lowHigh = bends[3 * i + 1];
            double highHigh = bends[3 * i + 2];
            if (from >= 0) {
                matrix[from * size + from] -= lowLow;
            }
            if (to < blocks) {
                matrix[to * size + to] -= highHigh;
                if (from >= 0) {
                    matrix[to * size + from] -= lowHigh;
                }
            }
            for (int j = 0; j < coefficients; j++) {
                double x = covariates[i][j];
                int row = (blocks + j) * size;
                if (from >= 0) {
                    matrix[row + from] -= x * (lowLow + lowHigh);
                }
                if (to < blocks) {
                    matrix[row + to] -= x * (lowHigh + highHigh);
                }
                for (int k = 0; k <= j; k++) {
                    matrix[row + blocks + k] -= x * covariates[i][k] * (lowLow + 2 * lowHigh + highHigh);
                }
            }
        }
        return matrix;
    }

    private double shift(int subject, double[] beta) {
        double sum = 0;
        for (int j = 0; j < coefficients; j++) {
            sum += beta[j] * covariates[subject][j];
        }
        return sum;
    }
}
