package org.trabecula.statistics.design;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.solve.Brent;

/**
 * How many members two groups need, so that a two-sided test finds the difference of two proportions with the power
 * asked for. Sizes are not rounded up; a design does that last.
 *
 * @param p1 the proportion of the first group
 * @param p2 the proportion of the second group
 * @param power the probability of a significant result, above half the level
 * @param alpha the two-sided level
 * @param ratio members of the first group for each of the second
 */
public record TwoProportions(double p1, double p2, double power, double alpha, double ratio) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double R_TOLERANCE = Math.sqrt(Math.sqrt(Math.ulp(1.0)));

    /** @throws IllegalArgumentException if a proportion, the power or the level is not inside (0, 1), or the ratio not positive */
    public TwoProportions {
        boolean inside = inside(p1) && inside(p2) && inside(alpha) && inside(power) && ratio > 0;
        if (!inside || power <= alpha / 2) {
            throw new IllegalArgumentException(
                    "A design needs proportions, a level and a power strictly between 0 and 1"
                            + " and a positive ratio, but they are " + p1 + ", " + p2 + ", " + alpha + ", " + power
                            + ", " + ratio);
        }
    }

    private static boolean inside(double p) {
        return p > 0 && p < 1;
    }

    /**
     * Members of the second group for the test with the pooled variance (Pearson's).
     *
     * <p>Source: Fleiss JL, Levin B, Paik MC, Statistical Methods for Rates and Proportions, 3rd edition 2003, equation
     * 4.14. R: {@code power.prop.test}.
     *
     * @return the size; missing when the proportions are equal
     */
    public Outcome<Double> pooled() {
        return unlike(0).then(_ -> Outcome.of(againstMargin(0, (ratio * p1 + p2) / (1 + ratio), true)));
    }

    /** Members of the second group for the test with separate variances; missing when the proportions are equal. */
    public Outcome<Double> unpooled() {
        double z = upper(alpha / 2) + upper(1 - power);
        return unlike(0).map(gap -> z * z * alternative() / (gap * gap));
    }

    /**
     * Members of the second group for Yates' test. Source: Casagrande JT, Pike MC, Smith PG, Biometrics 1978;34:483-486;
     * with unequal groups Fleiss JL, Tytun A, Ury HK, Biometrics 1980;36:343-346.
     */
    public Outcome<Double> continuityCorrected() {
        return pooled().map(n -> {
            double root = 1 + Math.sqrt(1 + 2 * (ratio + 1) / (n * ratio * Math.abs(p1 - p2)));
            return n / 4 * root * root;
        });
    }

    /** Cohen's effect size h, the difference of the arcsine-transformed proportions. */
    public double effect() {
        return 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
    }

    /**
     * Members of each of two equal groups on the arcsine scale, both tails counted, with the search stopped where R's
     * package pwr stops, so that its digits come out (the sixth may be off).
     *
     * <p>Source: Cohen J, Statistical Power Analysis, 2nd edition 1988, chapter 6. R: {@code pwr::pwr.2p.test}.
     *
     * @return the size; missing when the proportions are equal, or two members are already enough
     */
    public Outcome<Double> arcsine() {
        double h = Math.abs(effect());
        double z = upper(alpha / 2);
        DoubleUnaryOperator excess = n -> {
            double shift = h * Math.sqrt(n / 2);
            return NORMAL.survivalProbability(z - shift) + NORMAL.cumulativeProbability(-z - shift) - power;
        };
        double least = 2 + 1e-10;
        return unlike(0)
                .then(_ -> excess.applyAsDouble(least) > 0
                        ? Outcome.none(Cause.TOO_FEW, "Two members in each group already have the power asked for")
                        : Outcome.of(Brent.zero(excess, least, 1e9, R_TOLERANCE)));
    }

    /**
     * Members of the second group to show that p1 - p2 is above a margin, one-sided at half the level; the variance
     * under the hypothesis is at the restricted estimates.
     *
     * <p>Source: Farrington CP, Manning G, Stat Med 1990;9:1447-1454. R: {@code rpact::getSampleSizeRates(thetaH0 =)}.
     *
     * @return the size; missing when the difference is the margin
     */
    public Outcome<Double> beyond(double margin) {
        return unlike(margin).map(_ -> againstMargin(margin, restricted(margin), false));
    }

    private Outcome<Double> unlike(double margin) {
        double gap = p1 - p2 - margin;
        return gap == 0
                ? Outcome.none(Cause.SINGULAR, "No sample is large enough to find a difference of nothing")
                : Outcome.of(gap);
    }

    private double againstMargin(double margin, double second, boolean same) {
        double first = same ? second : second + margin;
        double hypothesis = first * (1 - first) / ratio + second * (1 - second);
        double sum = upper(alpha / 2) * Math.sqrt(hypothesis) + upper(1 - power) * Math.sqrt(alternative());
        double gap = p1 - p2 - margin;
        return sum * sum / (gap * gap);
    }

    private double alternative() {
        return p1 * (1 - p1) / ratio + p2 * (1 - p2);
    }

    /** The second proportion that is likeliest when the difference is the margin: the middle root of a cubic. */
    private double restricted(double margin) {
        double l3 = 1 + ratio;
        double l2 = (ratio + 2) * margin - l3 - ratio * p1 - p2;
        double l1 = (margin - l3 - 2 * p2) * margin + ratio * p1 + p2;
        double l0 = p2 * margin * (1 - margin);
        double third = l2 / (3 * l3);
        double q = third * third * third - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3);
        double p = Math.copySign(Math.sqrt(Math.max(0, third * third - l1 / (3 * l3))), q);
        double angle = (Math.PI + Math.acos(Math.clamp(p == 0 ? 0 : q / (p * p * p), -1, 1))) / 3;
        return Math.clamp(2 * p * Math.cos(angle) - third, Math.max(0, -margin), Math.min(1, 1 - margin));
    }

    private static double upper(double tail) {
        return -Quantile.normal(tail);
    }
}
