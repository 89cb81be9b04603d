package org.trabecula.statistics.repeated;

import java.util.Collection;
import java.util.Optional;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/**
 * The restricted likelihood of repeated measures: -2 l = (N - p) log 2 pi + log |V| + log |X'V^-1 X| + r'V^-1 r.
 *
 * <p>Source: Patterson HD, Thompson R, Biometrika 1971;58:545-554; Harville DA, J Am Stat Assoc 1977;72:320-338.
 */
final class RestrictedLikelihood {
    private final Collection<MissingPattern> patterns;
    private final Shape shape;
    private final int visits;
    private final int rows;
    private final int columns;

    RestrictedLikelihood(RepeatedMeasures data, Shape shape) {
        this.patterns = MissingPattern.of(data);
        this.shape = shape;
        this.visits = data.visits();
        this.rows = data.size();
        this.columns = data.columns();
    }

    Shape shape() {
        return shape;
    }

    int visits() {
        return visits;
    }

    int columns() {
        return columns;
    }

    Collection<MissingPattern> patterns() {
        return patterns;
    }

    /**
     * The likelihood at a point, with what the generalised least squares fit there is.
     *
     * @param t the covariance parameters
     * @param sigma the covariance matrix of all visits
     * @param inverses of the part of {@code sigma} that each pattern has
     * @param phi (X'V^-1 X)^-1
     * @param beta the fixed effects
     * @param value l
     */
    record Point(double[] t, double[][] sigma, double[][][] inverses, double[][] phi, double[] beta, double value) {}

    /** The likelihood at t; empty where the covariance matrix is not positive definite or X'V^-1 X is singular. */
    Optional<Point> at(double[] t) {
        double[][] sigma = shape.sigma(t, visits);
        if (Cholesky.of(sigma).isEmpty()) {
            return Optional.empty();
        }
        double[] sums = new double[Packed.length(columns + 1)];
        double[][][] inverses = new double[patterns.size()][][];
        double logarithms = 0;
        int at = 0;
        for (MissingPattern pattern : patterns) {
            Optional<Cholesky> factored = Cholesky.of(pattern.part(sigma));
            if (factored.isEmpty()) {
                return Optional.empty();
            }
            inverses[at] = factored.orElseThrow().inverse();
            logarithms += pattern.subjects() * factored.orElseThrow().logDeterminant();
            pattern.addWeighted(inverses[at], sums);
            at++;
        }
        double determinants = logarithms;
        return Cholesky.of(Packed.leading(sums, columns)).map(information -> {
            double[] last = Packed.row(sums, columns);
            double[] beta = java.util.Arrays.copyOf(last, columns);
            information.solve(beta);
            double squares = last[columns];
            for (int column = 0; column < columns; column++) {
                squares -= beta[column] * last[column];
            }
            double value =
                    -(determinants + information.logDeterminant() + squares + (rows - columns) * Math.log(2 * Math.PI))
                            / 2;
            return new Point(t, sigma, inverses, information.inverse(), beta, value);
        });
    }

    /** The first and second derivatives at a point. */
    Curve curve(Point point) {
        var curve = new Curve(point, shape.slopes(point.t(), visits), columns);
        double[] variance = Packed.form(point.phi(), columns + 1);
        double[] residual = residualForm(point.beta());
        int at = 0;
        for (MissingPattern pattern : patterns) {
            curve.add(pattern, point.inverses()[at++], pattern.between(variance), pattern.between(residual));
        }
        if (!shape.linear()) {
            bend(curve, point, variance, residual);
        }
        return curve.finished();
    }

    private void bend(Curve curve, Point point, double[] variance, double[] residual) {
        for (int a = 0; a < point.t().length; a++) {
            for (int b = 0; b <= a; b++) {
                double[][] bend = shape.bend(point.t(), visits, a, b);
                double sum = 0;
                int at = 0;
                for (MissingPattern pattern : patterns) {
                    double[][] inverse = point.inverses()[at++];
                    double[][] both = pattern.between(variance);
                    double[][] squares = pattern.between(residual);
                    double[][] part = pattern.part(bend);
                    double[][] weights = Products.times(Products.times(inverse, part), inverse);
                    for (int row = 0; row < part.length; row++) {
                        sum += pattern.subjects() * Products.dot(inverse[row], part[row])
                                - Products.dot(weights[row], both[row])
                                - Products.dot(weights[row], squares[row]);
                    }
                }
                curve.bend(a, b, sum / 2);
            }
        }
    }

    /** The quadratic form that squares the residual y - x'beta of a row z = (x, y). */
    private double[] residualForm(double[] beta) {
        double[][] outer = new double[columns + 1][columns + 1];
        for (int row = 0; row <= columns; row++) {
            for (int column = 0; column <= columns; column++) {
                outer[row][column] = (row < columns ? -beta[row] : 1) * (column < columns ? -beta[column] : 1);
            }
        }
        return Packed.form(outer, columns + 1);
    }
}
