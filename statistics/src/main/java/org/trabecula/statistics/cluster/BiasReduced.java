package org.trabecula.statistics.cluster;

import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.matrix.Spectrum;
import org.trabecula.statistics.regression.LogisticFit;

/**
 * One cluster's part in CR2. With v the units' binomial variances and M the inverse information, its residuals are
 * multiplied with A = v^1/2 B^-1/2 v^1/2, where B = v^1/2 (v - v X M X'v) v^1/2: then A e has the variance v if units are
 * independent. The inverse root leaves directions out in which B is zero.
 *
 * <p>Source: Pustejovsky JE, Tipton E, J Bus Econ Stat 2018;36:672-683, equations 6 and 7.
 */
final class BiasReduced {
    private static final double NOTHING = 1e-12;

    private final double[][] x;
    private final double[] variances;
    private final double[][] turned;

    BiasReduced(ClusteredUnits units, int[] own, LogisticFit fit) {
        x = new double[own.length][];
        variances = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            x[i] = units.rows()[own[i]];
            double p = fit.fitted()[own[i]];
            variances[i] = p * (1 - p);
        }
        double[][] root = root(fit.covariance());
        turned = new double[units.columns()][own.length];
        for (int k = 0; k < turned.length; k++) {
            for (int i = 0; i < own.length; i++) {
                for (int j = 0; j < own.length; j++) {
                    turned[k][i] += x[j][k] * root[j][i];
                }
            }
        }
    }

    /** X'A, a row for each coefficient. */
    double[][] turned() {
        return turned;
    }

    /**
     * The linear form in the residuals that the cluster adds to a coefficient.
     *
     * @param square its variance if the residuals were the errors themselves
     * @param pull X'v s of the form s, by which the fit takes part of that variance away
     */
    record Form(double square, double[] pull) {}

    /** The form for one row of the bread. */
    Form form(double[] bread) {
        double square = 0;
        double[] pull = new double[turned.length];
        for (int i = 0; i < variances.length; i++) {
            double s = 0;
            for (int k = 0; k < turned.length; k++) {
                s += turned[k][i] * bread[k];
            }
            square += variances[i] * s * s;
            for (int k = 0; k < turned.length; k++) {
                pull[k] += x[i][k] * variances[i] * s;
            }
        }
        return new Form(square, pull);
    }

    private double[][] root(double[][] bread) {
        int size = variances.length;
        double[][] b = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] half = Products.times(bread, x[i]);
            for (int j = 0; j < size; j++) {
                double hat = (i == j ? variances[i] : 0) - variances[i] * variances[j] * Products.dot(half, x[j]);
                b[i][j] = Math.sqrt(variances[i] * variances[j]) * hat;
            }
        }
        Spectrum spectrum = Spectrum.of(b);
        double largest = 0;
        for (double value : spectrum.values()) {
            largest = Math.max(largest, value);
        }
        double least = NOTHING * largest;
        double[][] root = spectrum.apply(value -> value > least ? 1 / Math.sqrt(value) : 0);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                root[i][j] *= Math.sqrt(variances[i] * variances[j]);
            }
        }
        return root;
    }
}
