package org.trabecula.statistics.cluster;

import org.trabecula.statistics.matrix.Spectrum;

/**
 * Points z and weights for integrals of exp(-z^2) f(z), exact for polynomials up to degree 2n - 1.
 *
 * <p>Source: Golub GH, Welsch JH, Math Comput 1969;23:221-230; the points are then polished by Newton's method on the
 * orthonormal Hermite functions, whose recurrence also gives the weights without loss in the tails.
 *
 * @param points n of them
 * @param logWeights the logarithm of each weight times exp(z^2), which is what an adaptive rule needs
 */
record GaussHermite(double[] points, double[] logWeights) {

    static GaussHermite of(int n) {
        double[][] jacobi = new double[n][n];
        for (int i = 1; i < n; i++) {
            jacobi[i][i - 1] = Math.sqrt(i / 2.0);
            jacobi[i - 1][i] = jacobi[i][i - 1];
        }
        double[] points = Spectrum.of(jacobi).values().clone();
        double[] logWeights = new double[n];
        for (int k = 0; k < n; k++) {
            for (int step = 0; step < 3; step++) {
                double[] functions = functions(n, points[k]);
                points[k] -= functions[1] / (Math.sqrt(2.0 * n) * functions[0]);
            }
            double before = functions(n, points[k])[0];
            logWeights[k] = -Math.log(n * before * before);
        }
        return new GaussHermite(points, logWeights);
    }

    /** The Hermite functions of degree n - 1 and n, polynomials times exp(-z^2/2). */
    private static double[] functions(int n, double z) {
        double before = 0;
        double here = Math.exp(-z * z / 2) / Math.sqrt(Math.sqrt(Math.PI));
        for (int degree = 1; degree <= n; degree++) {
            double next = z * Math.sqrt(2.0 / degree) * here - Math.sqrt((degree - 1.0) / degree) * before;
            before = here;
            here = next;
        }
        return new double[] {before, here};
    }
}
