package org.trabecula.statistics.repeated;

import java.util.Arrays;
import org.trabecula.statistics.matrix.Products;

/**
 * Derivatives of the restricted likelihood at a point with respect to the covariance parameters. With V_a = dV/dt_a, P =
 * V^-1 - V^-1 X phi X'V^-1 and r the residual,
 *
 * <pre>
 * score    = (r'V^-1 V_a V^-1 r - tr P V_a) / 2
 * observed = y'P V_a P V_b P y - tr(P V_a P V_b) / 2 + (tr P V_ab - y'P V_ab P y) / 2
 * expected = tr(P V_a P V_b) / 2
 * </pre>
 *
 * <p>Source: Harville DA, J Am Stat Assoc 1977;72:320-338, section 4; Lindstrom MJ, Bates DM, J Am Stat Assoc
 * 1988;83:1014-1022.
 */
final class Curve {
    private final RestrictedLikelihood.Point point;
    private final double[][][] slopes;
    private final int columns;
    private final double[][] weighted;
    private final double[] score;
    private final double[][] observed;
    private final double[][] expected;
    private double[][][] informationSlopes = new double[0][][];

    Curve(RestrictedLikelihood.Point point, double[][][] slopes, int columns) {
        this.point = point;
        this.slopes = slopes;
        this.columns = columns;
        this.weighted = new double[slopes.length][Packed.length(columns + 1)];
        this.score = new double[slopes.length];
        this.observed = new double[slopes.length][slopes.length];
        this.expected = new double[slopes.length][slopes.length];
    }

    /** Where the derivatives were taken. */
    RestrictedLikelihood.Point point() {
        return point;
    }

    /** dl/dt. */
    double[] score() {
        return score;
    }

    /** -d2l/dt2. */
    double[][] observed() {
        return observed;
    }

    /** The expectation of {@link #observed()} if the model holds; never indefinite. */
    double[][] expected() {
        return expected;
    }

    /** X'V^-1 V_a V^-1 X for each parameter a: minus the derivative of X'V^-1 X. */
    double[][][] informationSlopes() {
        return informationSlopes;
    }

    /**
     * Adds a pattern's part of all traces.
     *
     * @param inverse V^-1 of one subject
     * @param variance the sum over subjects of X phi X'
     * @param residual the sum over subjects of r r'
     */
    void add(MissingPattern pattern, double[][] inverse, double[][] variance, double[][] residual) {
        int q = slopes.length;
        int n = pattern.subjects();
        double[][] byVariance = Products.times(inverse, variance);
        double[][] byResidual = Products.times(inverse, residual);
        Elements[] parts =
                Arrays.stream(slopes).map(pattern::part).map(Elements::of).toArray(Elements[]::new);
        for (int a = 0; a < q; a++) {
            double[][] whole = parts[a].between(inverse);
            pattern.addWeighted(whole, weighted[a]);
            score[a] += (trace(whole, residual) + trace(whole, variance) - n * parts[a].traceWith(inverse)) / 2;
            double[][] withVariance = Products.times(byVariance, whole);
            double[][] withResidual = Products.times(byResidual, whole);
            for (int b = 0; b <= a; b++) {
                double determinant = n * parts[b].traceWith(whole) / 2;
                double fixed = parts[b].traceWith(withVariance);
                observed[a][b] += parts[b].traceWith(withResidual) + fixed - determinant;
                expected[a][b] += determinant - fixed;
            }
        }
    }

    /** Adds the part of second derivatives of V. */
    void bend(int a, int b, double part) {
        observed[a][b] += part;
    }

    /** Adds the parts that go through the fixed effects, which need all patterns. */
    Curve finished() {
        int q = slopes.length;
        informationSlopes = new double[q][][];
        double[][][] ratios = new double[q][][];
        double[][][] turnedOver = new double[q][][];
        double[][] turns = new double[q][];
        for (int a = 0; a < q; a++) {
            informationSlopes[a] = Packed.leading(weighted[a], columns);
            ratios[a] = Products.times(point.phi(), informationSlopes[a]);
            turnedOver[a] = Products.transpose(ratios[a]);
            turns[a] = Packed.row(weighted[a], columns);
            for (int column = 0; column < columns; column++) {
                turns[a][column] -= Products.dot(informationSlopes[a][column], point.beta());
            }
        }
        for (int a = 0; a < q; a++) {
            double[] moved = Products.times(point.phi(), turns[a]);
            for (int b = 0; b <= a; b++) {
                double both = trace(ratios[a], turnedOver[b]) / 2;
                observed[a][b] -= both + Products.dot(moved, turns[b]);
                expected[a][b] += both;
                observed[b][a] = observed[a][b];
                expected[b][a] = expected[a][b];
            }
        }
        return this;
    }

    /** The trace of AB', which is that of AB for a symmetric B. */
    private static double trace(double[][] a, double[][] b) {
        double sum = 0;
        for (int row = 0; row < a.length; row++) {
            sum += Products.dot(a[row], b[row]);
        }
        return sum;
    }
}
