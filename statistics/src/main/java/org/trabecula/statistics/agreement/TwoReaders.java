package org.trabecula.statistics.agreement;

import java.util.function.DoubleUnaryOperator;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/** The shares of a table of two readers, and the coefficients that are made of them. */
record TwoReaders(int n, double[][] share, double[] rows, double[] columns, double[][] weight, double observed) {
    static final String ONE_SUBJECT =
            "One subject tells nothing about the error of agreement; there must be two or more";
    static final String ONE_CATEGORY =
            "All reads are in one category, so agreement by chance is certain and nothing is left to correct";

    static TwoReaders of(int[][] counts, int n, double[][] weight) {
        int k = counts.length;
        double[][] share = new double[k][k];
        double[] rows = new double[k];
        double[] columns = new double[k];
        double observed = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                share[i][j] = counts[i][j] / (double) n;
                rows[i] += share[i][j];
                columns[j] += share[i][j];
                observed += weight[i][j] * share[i][j];
            }
        }
        return new TwoReaders(n, share, rows, columns, weight, observed);
    }

    Outcome<Kappa> kappa() {
        double chance = chance(rows, columns);
        if (!(chance < 1 - 1e-12)) {
            return Outcome.none(Cause.EMPTY_CELL, ONE_CATEGORY);
        }
        double value = (observed - chance) / (1 - chance);
        double[] byRow = weighted(columns);
        double[] byColumn = weighted(rows);
        double squares = 0;
        double independent = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double sum = byRow[i] + byColumn[j];
                double off = weight[i][j] - sum * (1 - value);
                squares += share[i][j] * off * off;
                independent += rows[i] * columns[j] * (weight[i][j] - sum) * (weight[i][j] - sum);
            }
        }
        double centre = value - chance * (1 - value);
        double scale = Math.sqrt(n) * (1 - chance);
        return Outcome.of(new Kappa(
                value,
                root(squares - centre * centre) / scale,
                root(independent - chance * chance) / scale,
                observed,
                chance));
    }

    /** How much one more subject in a cell moves kappa, times as many as there are; for the weights of {@link Weighting}. */
    double[][] influences() {
        double chance = chance(rows, columns);
        double[] byRow = weighted(columns);
        double[] byColumn = weighted(rows);
        double[][] influence = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double agreement = weight[i][j] - observed;
                double byChance = byRow[i] + byColumn[j] - 2 * chance;
                influence[i][j] = (agreement - (1 - observed) / (1 - chance) * byChance) / (1 - chance);
            }
        }
        return influence;
    }

    Outcome<Coefficient> scott() {
        double[] mean = margins();
        double chance = chance(mean, mean);
        return corrected(observed, chance, value -> scottError(chance, value));
    }

    Outcome<Coefficient> krippendorff() {
        double[] mean = margins();
        double chance = chance(mean, mean);
        double term = 1 / (2.0 * n);
        return corrected(
                (1 - term) * observed + term, chance, _ -> scottError(chance, (observed - chance) / (1 - chance)));
    }

    Outcome<Coefficient> gwet() {
        double[] mean = margins();
        double k = rows.length;
        double factor = total() / (k * (k - 1));
        double chance = 0;
        for (double one : mean) {
            chance += factor * one * (1 - one);
        }
        double fixed = chance;
        return corrected(
                observed,
                chance,
                value -> error(
                        fixed,
                        (i, j) -> weight[i][j] - 2 * (1 - value) * factor * (1 - (mean[i] + mean[j]) / 2),
                        observed - 2 * (1 - value) * fixed));
    }

    Outcome<Coefficient> brennanPrediger() {
        double chance = total() / (rows.length * (double) rows.length);
        return corrected(observed, chance, _ -> error(chance, (i, j) -> weight[i][j], observed));
    }

    private Outcome<Coefficient> corrected(double seen, double chance, DoubleUnaryOperator error) {
        if (n < 2) {
            return Outcome.none(Cause.TOO_FEW, ONE_SUBJECT);
        }
        if (!(chance < 1 - 1e-12)) {
            return Outcome.none(Cause.EMPTY_CELL, ONE_CATEGORY);
        }
        double value = (seen - chance) / (1 - chance);
        return Outcome.of(new Coefficient(value, error.applyAsDouble(value), seen, chance, n));
    }

    private double scottError(double chance, double value) {
        double[] byRow = weighted(columns);
        double[] byColumn = weighted(rows);
        double[] mean = new double[rows.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (byRow[i] + byColumn[i]) / 2;
        }
        return error(
                chance,
                (i, j) -> weight[i][j] - (1 - value) * (mean[i] + mean[j]),
                observed - 2 * (1 - value) * chance);
    }

    /** A number for a pair of categories. */
    private interface Cell {
        double at(int i, int j);
    }

    private double error(double chance, Cell cell, double centre) {
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double off = cell.at(i, j);
                squares += share[i][j] * off * off;
            }
        }
        return root(squares - centre * centre) / (Math.sqrt(n) * (1 - chance));
    }

    /** What rounding leaves of a variance of nothing is nothing. */
    private static double root(double variance) {
        return variance > 1e-15 ? Math.sqrt(variance) : 0;
    }

    private double[] margins() {
        double[] mean = new double[rows.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (rows[i] + columns[i]) / 2;
        }
        return mean;
    }

    private double chance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                sum += weight[i][j] * one[i] * other[j];
            }
        }
        return sum;
    }

    private double[] weighted(double[] shares) {
        double[] sums = new double[shares.length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[i] += weight[i][j] * shares[j];
            }
        }
        return sums;
    }

    private double total() {
        double sum = 0;
        for (double[] row : weight) {
            for (double one : row) {
                sum += one;
            }
        }
        return sum;
    }
}
