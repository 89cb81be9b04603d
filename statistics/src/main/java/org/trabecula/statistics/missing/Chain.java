package org.trabecula.statistics.missing;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.trabecula.statistics.matrix.Cholesky;

/** One incomplete column's link of the chain: who was seen, who was not, and the regression on all other columns. */
final class Chain {
    private static final double RIDGE = 1e-5;

    private final int target;
    private final int[] seen;
    private final int[] missing;
    /** Intercept and the other columns of those seen, and the column itself. */
    private final double[][] x;

    private final double[] y;
    private final int size;
    private final double[] cross;
    private final double[] estimate;
    private final double[] drawn;
    private final Cholesky factor;
    private final LogisticDraw logistic;

    Chain(double[] column, int target, int columns) {
        this.target = target;
        this.seen = units(column, false);
        this.missing = units(column, true);
        this.size = columns;
        this.x = new double[columns][seen.length];
        this.y = new double[seen.length];
        for (int k = 0; k < seen.length; k++) {
            y[k] = column[seen[k]];
        }
        Arrays.fill(x[0], 1);
        this.cross = new double[size * size];
        this.estimate = new double[size];
        this.drawn = new double[size];
        this.factor = Cholesky.ofSize(size);
        this.logistic = new LogisticDraw(size);
    }

    private static int[] units(double[] column, boolean missing) {
        int[] all = new int[column.length];
        int count = 0;
        for (int unit = 0; unit < column.length; unit++) {
            if (Double.isNaN(column[unit]) == missing) {
                all[count++] = unit;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Fills in what was seen elsewhere, at random. */
    void start(double[] column, RandomGenerator chance) {
        for (int unit : missing) {
            column[unit] = y[chance.nextInt(y.length)];
        }
    }

    void draw(ImputationMethod method, double[][] filled, RandomGenerator chance) {
        gather(filled);
        switch (method) {
            case NORMAL -> {
                double deviation = drawCoefficients(chance);
                for (int unit : missing) {
                    filled[target][unit] = predictor(filled, unit, drawn) + deviation * chance.nextGaussian();
                }
            }
            case MATCHING -> {
                drawCoefficients(chance);
                var donors = new Donors(predictors(estimate), y, chance);
                for (int unit : missing) {
                    filled[target][unit] = donors.near(predictor(filled, unit, drawn), chance);
                }
            }
            case LOGISTIC -> {
                double[] beta = logistic.coefficients(x, y, chance);
                for (int unit : missing) {
                    double p = 1 / (1 + Math.exp(-predictor(filled, unit, beta)));
                    filled[target][unit] = chance.nextDouble() < p ? 1 : 0;
                }
            }
        }
    }

    private void gather(double[][] filled) {
        int place = 1;
        for (int column = 0; column < filled.length; column++) {
            if (column != target) {
                double[] from = filled[column];
                double[] to = x[place++];
                for (int k = 0; k < seen.length; k++) {
                    to[k] = from[seen[k]];
                }
            }
        }
    }

    /** Least squares, then the residual deviation and the coefficients drawn; answers the deviation. */
    private double drawCoefficients(RandomGenerator chance) {
        for (int row = 0; row < size; row++) {
            estimate[row] = dot(x[row], y);
            for (int column = 0; column <= row; column++) {
                cross[row * size + column] = dot(x[row], x[column]);
            }
        }
        if (!factor.factor(cross)) {
            for (int row = 0; row < size; row++) {
                double diagonal = cross[row * size + row];
                cross[row * size + row] = diagonal > 0 ? diagonal * (1 + RIDGE) : 1;
            }
            if (!factor.factor(cross)) {
                throw new IllegalStateException("A matrix with a ridge is not positive definite");
            }
        }
        factor.solve(estimate);
        double[] fitted = predictors(estimate);
        double squares = 0;
        for (int k = 0; k < y.length; k++) {
            squares += (y[k] - fitted[k]) * (y[k] - fitted[k]);
        }
        double deviation = Math.sqrt(squares / ChiSquareDraw.next(Math.max(1, y.length - size), chance));
        for (int k = 0; k < size; k++) {
            drawn[k] = chance.nextGaussian();
        }
        factor.backward(drawn);
        for (int k = 0; k < size; k++) {
            drawn[k] = estimate[k] + deviation * drawn[k];
        }
        return deviation;
    }

    /** Of those seen. */
    private double[] predictors(double[] beta) {
        double[] sums = new double[seen.length];
        for (int column = 0; column < size; column++) {
            double[] own = x[column];
            double factorOf = beta[column];
            for (int k = 0; k < sums.length; k++) {
                sums[k] += factorOf * own[k];
            }
        }
        return sums;
    }

    private double predictor(double[][] filled, int unit, double[] beta) {
        double sum = beta[0];
        int place = 1;
        for (int column = 0; column < filled.length; column++) {
            if (column != target) {
                sum += beta[place++] * filled[column][unit];
            }
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k + 3 < one.length; k += 4) {
            a += one[k] * other[k];
            b += one[k + 1] * other[k + 1];
            c += one[k + 2] * other[k + 2];
            d += one[k + 3] * other[k + 3];
        }
        for (; k < one.length; k++) {
            a += one[k] * other[k];
        }
        return a + b + (c + d);
    }
}
