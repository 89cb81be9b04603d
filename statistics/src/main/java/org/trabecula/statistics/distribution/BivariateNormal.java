package org.trabecula.statistics.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two standard normal variables with a correlation.
 *
 * <p>Source: Plackett RL, Biometrika 1954;41:351-360, the integral over the correlation, in the angle's form of Drezner
 * Z, Wesolowsky GO, J Stat Comput Simul 1990;35:101-107.
 */
public final class BivariateNormal {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int PIECES = 24;

    private BivariateNormal() {}

    /**
     * The probability that the first is below {@code x} and the second below {@code y}.
     *
     * @param correlation in [-1, 1]
     * @throws IllegalArgumentException if the correlation is not
     */
    public static double below(double x, double y, double correlation) {
        if (!(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException("A correlation lies between -1 and 1, but it is " + correlation);
        }
        double first = NORMAL.cumulativeProbability(x);
        double second = NORMAL.cumulativeProbability(y);
        if (correlation == 1) {
            return Math.min(first, second);
        }
        if (correlation == -1) {
            return Math.max(0, first - NORMAL.survivalProbability(y));
        }
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return first * second;
        }
        // Pieces that halve towards the end, where the integrand of a correlation near 1 turns sharply.
        double end = Math.asin(correlation);
        double sum = 0;
        double from = 0;
        for (int piece = 1; piece <= PIECES; piece++) {
            double to = piece == PIECES ? end : end * (1 - Math.pow(0.5, piece));
            sum += GaussLegendre.integral(angle -> density(x, y, angle), from, to, 1);
            from = to;
        }
        return Math.clamp(first * second + sum / (2 * Math.PI), 0, Math.min(first, second));
    }

    private static double density(double x, double y, double angle) {
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double apart = x - y;
        // (x^2 + y^2 - 2xy sin) / cos^2, written so that it does not cancel when sin is near 1.
        double square = (apart * apart + 2 * x * y * (1 - sine)) / (cosine * cosine);
        return Math.exp(-square / 2);
    }
}
