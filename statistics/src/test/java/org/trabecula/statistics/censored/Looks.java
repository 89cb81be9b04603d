package org.trabecula.statistics.censored;

import java.util.random.RandomGenerator;

/** Made-up subjects who are looked at now and then. */
final class Looks {
    private static final double[] VISITS = {3, 6, 12, 24};

    private Looks() {}

    /** Weibull times with shape 1.3 seen at visits that move by a month and are missed one time in ten. */
    static CensoredTimes moving(int n, double[] scale, RandomGenerator random) {
        return seen(n, scale, 1, random);
    }

    /** The same at visits that are never early nor late. */
    static CensoredTimes nominal(int n, RandomGenerator random) {
        return seen(n, nine(n), 0, random);
    }

    private static CensoredTimes seen(int n, double[] scale, double jitter, RandomGenerator random) {
        double[] left = new double[n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            double time = scale[i] * Math.pow(-Math.log1p(-random.nextDouble()), 1 / 1.3);
            right[i] = Double.POSITIVE_INFINITY;
            for (double visit : VISITS) {
                double month = Math.rint(100 * (visit + jitter * random.nextDouble(-1, 1))) / 100;
                if (random.nextDouble() < 0.1) {
                    continue;
                }
                if (month < time) {
                    left[i] = Math.max(left[i], month);
                } else {
                    right[i] = Math.min(right[i], month);
                }
            }
        }
        return new CensoredTimes(left, right);
    }

    static CensoredTimes moving(int n, RandomGenerator random) {
        return moving(n, nine(n), random);
    }

    private static double[] nine(int n) {
        double[] scale = new double[n];
        java.util.Arrays.fill(scale, 9);
        return scale;
    }

    /** Ends that are small whole numbers, with ties, exact times and open ends on both sides. */
    static CensoredTimes coarse(int n, RandomGenerator random) {
        double[] left = new double[n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            left[i] = random.nextInt(8);
            int length = random.nextInt(5);
            right[i] = length == 4 ? Double.POSITIVE_INFINITY : left[i] + (left[i] == 0 ? length + 1 : length);
        }
        return new CensoredTimes(left, right);
    }

    static CensoredTimes of(double... ends) {
        double[] left = new double[ends.length / 2];
        double[] right = new double[ends.length / 2];
        for (int i = 0; i < left.length; i++) {
            left[i] = ends[2 * i];
            right[i] = ends[2 * i + 1];
        }
        return new CensoredTimes(left, right);
    }
}
