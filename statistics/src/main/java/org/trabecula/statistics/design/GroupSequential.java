package org.trabecula.statistics.design;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.solve.Root;

/**
 * The boundaries of a test that looks at its data several times and stops early only to reject.
 *
 * <p>Source: Jennison C, Turnbull BW, Group Sequential Methods with Applications to Clinical Trials, 2000, chapters 2, 7
 * and 19. R: {@code rpact::getDesignGroupSequential}.
 *
 * @param information the share of the information at each look, rising to at most 1
 * @param critical the value of z that rejects at each look; two-sided tests reject below its negative as well
 * @param spent the level spent by each look
 * @param sides 1 or 2
 * @param alpha the level, of both sides together
 */
public record GroupSequential(double[] information, double[] critical, double[] spent, int sides, double alpha) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double EARLY = 3;

    /**
     * The boundaries.
     *
     * @param information the share of the information at each look
     * @param sides 1 or 2
     * @param alpha the level, of both sides together
     * @throws IllegalArgumentException if the shares do not rise within (0, 1], or the level or sides make no sense
     */
    public static GroupSequential of(double[] information, int sides, double alpha, Spending spending) {
        double before = 0;
        for (double share : information) {
            if (!(share > before && share <= 1)) {
                throw new IllegalArgumentException(
                        "Shares of the information rise from above 0 to at most 1, but they are "
                                + Arrays.toString(information));
            }
            before = share;
        }
        if (information.length == 0 || !(alpha > 0 && alpha < 1) || (sides != 1 && sides != 2)) {
            throw new IllegalArgumentException(
                    "A design needs a look, a level between 0 and 1 and one or two sides, but" + " it has "
                            + information.length + ", " + alpha + " and " + sides);
        }
        double[] critical = switch (spending) {
            case Spending.Curve(var power) -> curved(information, sides, alpha, power);
            case Spending.HaybittlePeto _ -> latest(information, sides, alpha);
            case Spending.Spent spent -> spend(information, sides, alpha, spent);
        };
        var looks = new Looks(0, sides);
        for (int i = 0; i < critical.length; i++) {
            looks.pass(information[i], critical[i]);
        }
        return new GroupSequential(information.clone(), critical, looks.spent(), sides, alpha);
    }

    private static double[] curved(double[] information, int sides, double alpha, double power) {
        double constant =
                Root.between(c -> Looks.total(information, curve(information, c, power), sides) - alpha, 0.01, 15);
        return curve(information, constant, power);
    }

    private static double[] curve(double[] information, double constant, double power) {
        return Arrays.stream(information)
                .map(share -> constant * Math.pow(share, power - 0.5))
                .toArray();
    }

    private static double[] latest(double[] information, int sides, double alpha) {
        double[] critical = new double[information.length];
        Arrays.fill(critical, EARLY);
        var looks = new Looks(0, sides);
        double spent = 0;
        for (int i = 0; i < critical.length - 1; i++) {
            spent += looks.crossing(information[i], EARLY);
            looks.pass(information[i], EARLY);
        }
        critical[critical.length - 1] = critical(looks, information[critical.length - 1], alpha - spent);
        return critical;
    }

    private static double[] spend(double[] information, int sides, double alpha, Spending.Spent spending) {
        double[] critical = new double[information.length];
        var looks = new Looks(0, sides);
        double before = 0;
        for (int i = 0; i < critical.length; i++) {
            double spent = spending.spent(alpha, sides, information[i]);
            critical[i] = critical(looks, information[i], spent - before);
            looks.pass(information[i], critical[i]);
            before = spent;
        }
        return critical;
    }

    private static double critical(Looks looks, double share, double level) {
        if (!(level > 0)) {
            throw new IllegalArgumentException("Nothing of the level is left to spend at information " + share);
        }
        return Root.between(c -> looks.crossing(share, c) - level, -8, 37);
    }

    /** The one-sided level at each look. */
    public double[] stageLevels() {
        return Arrays.stream(critical).map(NORMAL::survivalProbability).toArray();
    }

    /**
     * The squared mean of z at full information with which the design has this power. A two-sided design's power counts
     * rejections on the side of the effect only, as rpact's does where {@code twoSidedPower} is not asked for.
     *
     * @param power above the level
     */
    public double shift(double power) {
        if (!(power > alpha && power < 1)) {
            throw new IllegalArgumentException("A power lies between the level and 1, but it is " + power);
        }
        double drift = Root.between(d -> Looks.power(information, critical, d, sides) - power, 0, 20);
        return drift * drift;
    }

    /** How much larger the largest sample is than that of a test with one look. */
    public double inflation(double power) {
        double single = Quantile.normal(1 - alpha / sides) + Quantile.normal(power);
        return shift(power) / (single * single);
    }
}
