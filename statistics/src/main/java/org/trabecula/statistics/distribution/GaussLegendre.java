package org.trabecula.statistics.distribution;

import java.util.function.DoubleUnaryOperator;

/** Integration by Gauss-Legendre points, twenty in each of several equal pieces. */
final class GaussLegendre {
    private static final int POINTS = 20;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
            double slope = 1;
            for (int step = 0; step < 10; step++) {
                double before = 0;
                double value = 1;
                for (int n = 1; n <= POINTS; n++) {
                    double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                    before = value;
                    value = next;
                }
                slope = POINTS * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    private GaussLegendre() {}

    static double integral(DoubleUnaryOperator f, double from, double to, int pieces) {
        double width = (to - from) / pieces;
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double middle = from + (piece + 0.5) * width;
            for (int i = 0; i < POINTS; i++) {
                sum += WEIGHTS[i] * f.applyAsDouble(middle + NODES[i] * width / 2);
            }
        }
        return sum * width / 2;
    }
}
