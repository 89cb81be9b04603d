package org.trabecula.statistics.cluster;

import java.util.Arrays;

/**
 * The logarithm of a cluster's likelihood when its intercept is normal: the integral over u of exp g(u), g(u) = sum of log
 * p(y | x'b + s u) - u^2 / 2 - log(2 pi) / 2, by Gauss-Hermite points around the mode of g, scaled with its curvature there.
 * The gradient is that of the rule itself, whose points move with the parameters, so that the maximum found is the rule's.
 *
 * <p>Source: Pinheiro JC, Bates DM, J Comput Graph Stat 1995;4:12-35, section 2.4.
 */
final class MarginalLikelihood {
    private static final int MOST_STEPS = 100;
    /** Products of factors up to 2 are turned into a logarithm from here on. */
    private static final double LARGE = 1e200;

    private static final double HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

    private final ClusteredUnits units;
    private final int[][] members;
    private final GaussHermite rule;
    private final int columns;
    private final double[] fixed;
    private final double[] part;
    private final double[] shift;
    private final double[][] outer;
    private final double[] heights;
    private final double[][] residuals;

    MarginalLikelihood(ClusteredUnits units, int[][] members, GaussHermite rule) {
        this.units = units;
        this.members = members;
        this.rule = rule;
        this.columns = units.columns();
        this.fixed = new double[units.size()];
        this.part = new double[columns + 1];
        this.shift = new double[columns + 1];
        this.outer = new double[columns + 1][columns + 1];
        int largest = Arrays.stream(members).mapToInt(own -> own.length).max().orElse(0);
        this.heights = new double[rule.points().length];
        this.residuals = new double[rule.points().length][largest];
    }

    /**
     * The log-likelihood of all clusters.
     *
     * @param parameters the standard deviation of the intercept, then the coefficients
     * @param gradient where to put the derivatives
     */
    double value(double[] parameters, double[] gradient) {
        Arrays.fill(gradient, 0);
        for (double[] row : outer) {
            Arrays.fill(row, 0);
        }
        for (int unit = 0; unit < fixed.length; unit++) {
            double sum = 0;
            for (int k = 0; k < columns; k++) {
                sum += units.rows()[unit][k] * parameters[k + 1];
            }
            fixed[unit] = sum;
        }
        double sum = 0;
        for (int[] own : members) {
            sum += cluster(own, parameters[0]);
            for (int k = 0; k <= columns; k++) {
                gradient[k] += part[k];
                for (int l = 0; l <= columns; l++) {
                    outer[k][l] += part[k] * part[l];
                }
            }
        }
        return sum;
    }

    /** The sum over clusters of the gradient's outer product, at the last point: never indefinite. */
    double[][] outer() {
        return outer;
    }

    private double cluster(int[] own, double deviation) {
        double mode = mode(own, deviation);
        double curvature = 1;
        double third = 0;
        Arrays.fill(shift, 0);
        double[] bend = new double[columns + 1];
        for (int unit : own) {
            double p = logistic(fixed[unit] + deviation * mode);
            double v = p * (1 - p);
            double w = v * (1 - 2 * p);
            double residual = (units.response()[unit] ? 1 : 0) - p;
            curvature += deviation * deviation * v;
            third += deviation * deviation * deviation * w;
            shift[0] += residual - deviation * v * mode;
            bend[0] += 2 * deviation * v + deviation * deviation * w * mode;
            for (int k = 0; k < columns; k++) {
                shift[k + 1] -= deviation * v * units.rows()[unit][k];
                bend[k + 1] += deviation * deviation * w * units.rows()[unit][k];
            }
        }
        double scale = 1 / Math.sqrt(curvature);
        for (int k = 0; k <= columns; k++) {
            // The mode moves by -g_u,k / g_uu; the curvature changes directly and through the mode.
            shift[k] /= curvature;
            bend[k] = -(bend[k] + third * shift[k]) * scale / (2 * curvature);
        }
        return integrate(own, deviation, mode, scale, bend);
    }

    /** @param spread how the scale changes with each parameter */
    private double integrate(int[] own, double deviation, double mode, double scale, double[] spread) {
        int n = rule.points().length;
        double root = Math.sqrt(2);
        double top = Double.NEGATIVE_INFINITY;
        for (int point = 0; point < n; point++) {
            double u = mode + root * scale * rule.points()[point];
            heights[point] =
                    rule.logWeights()[point] - u * u / 2 - HALF_LOG_TWO_PI + evaluate(own, deviation, u, point);
            top = Math.max(top, heights[point]);
        }
        double sum = 0;
        for (int point = 0; point < n; point++) {
            heights[point] = Math.exp(heights[point] - top);
            sum += heights[point];
        }
        for (int k = 0; k <= columns; k++) {
            part[k] = spread[k] / scale;
        }
        for (int point = 0; point < n; point++) {
            double z = root * rule.points()[point];
            differentiate(own, deviation, mode + scale * z, point, heights[point] / sum, z, spread);
        }
        return top + Math.log(sum * root * scale);
    }

    /** The log-probability of a cluster's responses at u; keeps the residuals for the derivatives. */
    private double evaluate(int[] own, double deviation, double u, int point) {
        double exponents = 0;
        double product = 1;
        for (int i = 0; i < own.length; i++) {
            double t = fixed[own[i]] + deviation * u;
            double small = Math.exp(-Math.abs(t));
            double p = t < 0 ? small / (1 + small) : 1 / (1 + small);
            boolean event = units.response()[own[i]];
            residuals[point][i] = (event ? 1 : 0) - p;
            exponents += event == t < 0 ? -Math.abs(t) : 0;
            product *= 1 + small;
            if (product > LARGE) {
                exponents -= Math.log(product);
                product = 1;
            }
        }
        return exponents - Math.log(product);
    }

    private void differentiate(
            int[] own, double deviation, double u, int point, double weight, double z, double[] spread) {
        double along = -u;
        for (int i = 0; i < own.length; i++) {
            double residual = residuals[point][i];
            double weighted = weight * residual;
            double[] x = units.rows()[own[i]];
            along += deviation * residual;
            part[0] += weighted * u;
            for (int k = 0; k < columns; k++) {
                part[k + 1] += weighted * x[k];
            }
        }
        for (int k = 0; k <= columns; k++) {
            part[k] += weight * along * (shift[k] + z * spread[k]);
        }
    }

    /** Where g, which is concave, is largest. */
    private double mode(int[] own, double deviation) {
        double u = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double slope = -u;
            double curvature = 1;
            for (int unit : own) {
                double p = logistic(fixed[unit] + deviation * u);
                slope += deviation * ((units.response()[unit] ? 1 : 0) - p);
                curvature += deviation * deviation * p * (1 - p);
            }
            // Away from the mode Newton may overshoot on a flat flank; the slope alone bounds how far the mode can be.
            double move = Math.clamp(slope / curvature, -2, 2);
            u += move;
            if (Math.abs(move) < 1e-13 * (1 + Math.abs(u))) {
                return u;
            }
        }
        return u;
    }

    private static double logistic(double t) {
        return 1 / (1 + Math.exp(-t));
    }
}
