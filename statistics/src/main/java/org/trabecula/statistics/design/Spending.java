package org.trabecula.statistics.design;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trabecula.statistics.distribution.Quantile;

/**
 * How the boundary of a group-sequential test is shaped: either as a curve with one constant, or as what may be spent of
 * the level by each share of the information. The names of rpact stand beside them.
 */
public sealed interface Spending {

    /**
     * Critical values c times t^(power - 1/2), with c from the level.
     *
     * <p>Source: Wang SK, Tsiatis AA, Biometrics 1987;43:193-199. Power 0 is O'Brien and Fleming's ("OF"), 1/2 Pocock's
     * ("P").
     */
    record Curve(double power) implements Spending {}

    /** Three standard errors at each look but the last. Source: Haybittle 1971, Peto et al. 1976 ("HP"). */
    record HaybittlePeto() implements Spending {}

    /** Like O'Brien and Fleming's, spent by information ("asOF"). Source: Lan KKG, DeMets DL, Biometrika 1983;70:659-663. */
    record LikeObrienFleming() implements Spent {
        @Override
        public double spent(double alpha, int sides, double information) {
            double z = -Quantile.normal(alpha / (2 * sides));
            return 2 * sides * NormalDistribution.of(0, 1).survivalProbability(z / Math.sqrt(information));
        }
    }

    /** Like Pocock's, spent by information ("asP"). Source: Lan and DeMets 1983. */
    record LikePocock() implements Spent {
        @Override
        public double spent(double alpha, int sides, double information) {
            return alpha * Math.log(1 + (Math.E - 1) * information);
        }
    }

    /** A power of the information ("asKD"). Source: Kim K, DeMets DL, Biometrika 1987;74:149-154. */
    record Power(double gamma) implements Spent {
        @Override
        public double spent(double alpha, int sides, double information) {
            return alpha * Math.pow(information, gamma);
        }
    }

    /** An exponential family ("asHSD"). Source: Hwang IK, Shih WJ, De Cani JS, Stat Med 1990;9:1439-1445. */
    record Exponential(double gamma) implements Spent {
        @Override
        public double spent(double alpha, int sides, double information) {
            return gamma == 0 ? alpha * information : alpha * Math.expm1(-gamma * information) / Math.expm1(-gamma);
        }
    }

    /** A rule that says what is spent by when. */
    sealed interface Spent extends Spending {
        /** The level spent by a share of the information, for a test with one side or two. */
        double spent(double alpha, int sides, double information);
    }
}
