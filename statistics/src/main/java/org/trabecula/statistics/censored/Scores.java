package org.trabecula.statistics.censored;

/**
 * What each subject contributes to a comparison of groups. A score is {@code (h(low) - h(high)) / (S(low) - S(high))}
 * for a function h of the common curve at the ends of the subject's interval; it is positive for early events, and the
 * scores of all subjects sum to 0.
 *
 * <p>With right-censored data the first two are the log-rank scores (as Savage's and as Peto's), the third the
 * generalised Wilcoxon scores. Source: Fay MP, Shaw PA, J Stat Softw 2010;36(2), section 2 (there {@code logrank1},
 * {@code logrank2}, {@code wmw}).
 */
public enum Scores {
    /** h = -S times the sum of p/S up to there: Sun J, Stat Med 1996;15:1387-1395. */
    SUN {
        @Override
        double[] ends(double[] survival) {
            double[] h = new double[survival.length];
            double hazard = 0;
            for (int cut = 1; cut < h.length; cut++) {
                double step = survival[cut - 1] - survival[cut];
                hazard += step > 0 ? step / survival[cut - 1] : 0;
                h[cut] = -survival[cut] * hazard;
            }
            return h;
        }
    },

    /** h = S log S, the efficient score of proportional hazards: Finkelstein DM, Biometrics 1986;42:845-854. */
    FINKELSTEIN {
        @Override
        double[] ends(double[] survival) {
            double[] h = new double[survival.length];
            for (int cut = 0; cut < h.length; cut++) {
                h[cut] = survival[cut] > 0 ? survival[cut] * Math.log(survival[cut]) : 0;
            }
            return h;
        }
    },

    /** h = -S(1 - S), the efficient score of proportional odds: Wilcoxon's ranks, Fay MP, Biometrics 1996;52:811-822. */
    WILCOXON {
        @Override
        double[] ends(double[] survival) {
            double[] h = new double[survival.length];
            for (int cut = 0; cut < h.length; cut++) {
                h[cut] = -survival[cut] * (1 - survival[cut]);
            }
            return h;
        }
    };

    /** The function h at each cut. */
    abstract double[] ends(double[] survival);

    double[] of(CurveFit fit) {
        Levels levels = fit.levels();
        double[] survival = new double[levels.last() + 1];
        for (int cut = 0; cut < survival.length; cut++) {
            survival[cut] = 1 - levels.at(cut);
        }
        double[] h = ends(survival);
        int[] low = fit.intervals().low();
        int[] high = fit.intervals().high();
        double[] scores = new double[low.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (h[low[i]] - h[high[i]]) / (survival[low[i]] - survival[high[i]]);
        }
        return scores;
    }
}
