package org.trabecula.statistics.missing;

import java.util.random.RandomGenerator;

/** Draws from chi-square, as twice a gamma: Marsaglia G, Tsang WW, ACM Trans Math Softw 2000;26:363-372. */
final class ChiSquareDraw {
    private ChiSquareDraw() {}

    static double next(double degrees, RandomGenerator chance) {
        double shape = degrees / 2;
        if (shape < 1) {
            return 2 * gamma(shape + 1, chance) * Math.pow(1 - chance.nextDouble(), 1 / shape);
        }
        return 2 * gamma(shape, chance);
    }

    private static double gamma(double shape, RandomGenerator chance) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = chance.nextGaussian();
            double root = 1 + c * z;
            if (root > 0) {
                double v = root * root * root;
                double u = 1 - chance.nextDouble();
                if (Math.log(u) < z * z / 2 + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
