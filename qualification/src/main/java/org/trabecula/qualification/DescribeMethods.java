package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.statistics.describe.Moments;
import org.trabecula.statistics.describe.SampleQuantile;
import org.trabecula.statistics.describe.ShapiroWilk;
import org.trabecula.statistics.describe.Summary;
import org.trabecula.statistics.distribution.NoncentralT;
import org.trabecula.statistics.distribution.NormalTail;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.distribution.StudentizedRange;

/** What a column of numbers looks like, and the distributions that all p-values rest on. */
final class DescribeMethods {
    private DescribeMethods() {}

    static List<Method> all() {
        return List.of(descriptive(), distributions());
    }

    private static Method descriptive() {
        return Method.of(
                        "descriptive",
                        guide(
                                "A column of numbers: quantiles of all nine types, moments, robust means and spreads,"
                                        + " Shapiro and Wilk's test.",
                                "R's default quantile is type 7, SAS's is type 2, SPSS's type 6. The SD has the divisor"
                                        + " n - 1, skewness and kurtosis (0 for the normal) the divisor n, the MAD is"
                                        + " times 1.4826, the trimmed mean leaves out a tenth at either end.",
                                "Hyndman and Fan 1996; Royston 1995 (Shapiro-Wilk).",
                                needs("x", "the numbers, or the name of their column where there is a table"),
                                takes(
                                        "probs",
                                        "the shares of the quantiles; 0.1, 0.25, 0.5, 0.75, 0.9 where not given"),
                                ProportionMethods.CONF),
                        DescribeMethods::descriptive)
                .loose("shapiro_.*", 1e-6, 0, "the approximation of the test is itself no better");
    }

    private static Answer descriptive(Case asked) {
        double[] x = column(asked);
        if (x.length == 0) {
            throw new Unusable("inputs.x holds no number");
        }
        double[] probs = asked.inputs().has("probs")
                ? asked.inputs().numbers("probs")
                : new double[] {0.1, 0.25, 0.5, 0.75, 0.9};
        var moments = Moments.of(x);
        var summary = Summary.of(x);
        var types = new Answer();
        for (SampleQuantile type : SampleQuantile.values()) {
            types.put("type" + (type.ordinal() + 1), at(p -> type.of(moments.sorted(), p), probs));
        }
        var normality = ShapiroWilk.of(x).value();
        return new Answer()
                .put("types", types)
                .put("mean", summary.mean())
                .put("sd", summary.sd())
                .put("var", moments.variance())
                .put("mad", moments.medianAbsoluteDeviation())
                .put("skew_g1", moments.skewness())
                .put("kurt_g2", moments.kurtosis())
                .put("trimmed10", moments.trimmedMean(0.1))
                .put("geometric", moments.geometricMean())
                .put("shapiro_w", Numbers.of(normality, ShapiroWilk::w))
                .put("shapiro_p", Numbers.of(normality, ShapiroWilk::p))
                .put("t_ci", moments.meanInterval(ProportionMethods.level(asked)));
    }

    private static double[] column(Case asked) {
        if (asked.tables().isEmpty()) {
            return asked.inputs().numbers("x");
        }
        String x = asked.inputs().text("x");
        return asked.table().complete(x).numbers(x);
    }

    private static Method distributions() {
        return Method.of(
                        "distributions",
                        guide(
                                "Distribution functions and quantiles in the body and in far tails: the check that the"
                                        + " numbers under all p-values are right.",
                                "Upper tails are survival functions, never 1 - cdf. Arguments that are not inputs are"
                                        + " fixed: pchisq_upper x = .01, 1, 3.84, 30, 200 with df 1; qchisq p = 1e-6,"
                                        + " .05, .5, .95, 1 - 1e-9 with df 3; pf_upper x = .5, 2, 10, 100 with 3 and the"
                                        + " second df; qbeta p = .025, .5, .975 with .5 and 20.5; pbeta x = 1e-6, .1,"
                                        + " .9, .999 with 2.5 and 17.25; noncentral t q = -1, 0, 1, 3, 6 with df 17 and"
                                        + " shift 2.1, p = .025, .5, .975 with df 16 and shift 1.96 sqrt(17); binomial"
                                        + " n = 90, p = .07; hypergeometric 4 of 15 in 45 drawn from 90; studentised"
                                        + " range 3.5 of 3 means with df 20; lgamma 1e-8, .5, 3.7, 171.5; digamma .1,"
                                        + " 1, 10; gamma x = .1, 1, 10 with shape 2.5.",
                                "Apache Commons Statistics, and the types of the package distribution.",
                                needs("z", "points for the normal and t distribution functions"),
                                needs("z_for_log_upper", "points for the logarithm of the normal upper tail"),
                                needs("p_for_qnorm", "probabilities for the normal quantile"),
                                needs("df", "degrees of freedom of t; the second is also the F's")),
                        DescribeMethods::distributions)
                .loose("[pq]t_nct.*", 1e-6, 0, "R documents limited accuracy for the noncentral t");
    }

    private static Answer distributions(Case asked) {
        double[] z = asked.inputs().numbers("z");
        double[] df = asked.inputs().numbers("df");
        if (df.length == 0 || DoubleStream.of(df).anyMatch(degrees -> !(degrees > 0))) {
            throw new Unusable("inputs.df must be degrees of freedom above 0");
        }
        double[] chances = asked.inputs().numbers("p_for_qnorm");
        if (DoubleStream.of(chances).anyMatch(chance -> !(chance >= 0 && chance <= 1))) {
            throw new Unusable("inputs.p_for_qnorm must lie between 0 and 1");
        }
        var normal = NormalDistribution.of(0, 1);
        var chi1 = ChiSquaredDistribution.of(1);
        var beta = BetaDistribution.of(2.5, 17.25);
        var binomial = BinomialDistribution.of(90, 0.07);
        var shifted = new NoncentralT(17, 2.1);
        var limit = new NoncentralT(16, Math.sqrt(17) * 1.96);
        var pt = new Answer();
        for (double degrees : df) {
            pt.put("df" + plain(degrees), at(TDistribution.of(degrees)::cumulativeProbability, z));
        }
        var answer = new Answer()
                .put("pnorm_lower", at(normal::cumulativeProbability, z))
                .put("pnorm_upper_log", at(NormalTail::logAbove, asked.inputs().numbers("z_for_log_upper")))
                .put("qnorm", at(Quantile::normal, chances))
                .put("pt", pt)
                .put("qt975", at(degrees -> Quantile.studentT(degrees, 0.975), df))
                .put("qt_small", at(degrees -> Quantile.studentT(degrees, 1e-8), df))
                .put("pchisq_upper", at(chi1::survivalProbability, 0.01, 1, 3.84, 30, 200))
                .put("qchisq", at(p -> Quantile.chiSquared(3, p), 1e-6, 0.05, 0.5, 0.95, 1 - 1e-9));
        if (df.length > 1) {
            answer.put("pf_upper", at(FDistribution.of(3, df[1])::survivalProbability, 0.5, 2, 10, 100));
        } else {
            answer.none("pf_upper");
        }
        return answer.put("qbeta", at(p -> Quantile.beta(p, 0.5, 20.5), 0.025, 0.5, 0.975))
                .put("pbeta", at(beta::cumulativeProbability, 1e-6, 0.1, 0.9, 0.999))
                .put("pt_nct", at(shifted::cumulative, -1, 0, 1, 3, 6))
                .put("qt_nct", at(limit::quantile, 0.025, 0.5, 0.975))
                .put("dbinom", at(x -> binomial.probability((int) x), 0, 3, 45))
                .put("pbinom", at(x -> binomial.cumulativeProbability((int) x), 0, 3, 10))
                .put("phyper", HypergeometricDistribution.of(90, 15, 45).cumulativeProbability(4))
                .put("ptukey_upper", new StudentizedRange(3, 20).survival(3.5))
                .put("lgamma", at(LogGamma::value, 1e-8, 0.5, 3.7, 171.5))
                .put("digamma", at(Digamma::value, 0.1, 1, 10))
                .put("gamma_p", at(x -> RegularizedGamma.P.value(2.5, x), 0.1, 1, 10));
    }

    private static double[] at(DoubleUnaryOperator function, double... points) {
        return Arrays.stream(points).map(function).toArray();
    }

    /** A number as R pastes it: 5, not 5.0. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
