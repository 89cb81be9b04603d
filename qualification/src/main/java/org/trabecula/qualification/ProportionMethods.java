package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.proportion.ChiSquare;
import org.trabecula.statistics.proportion.ExactTest;
import org.trabecula.statistics.proportion.OddsRatioSearch;
import org.trabecula.statistics.proportion.PairedTable;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.RiskDifference;
import org.trabecula.statistics.proportion.ScoreTest;
import org.trabecula.statistics.proportion.ScoreVariance;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.statistics.proportion.UnconditionalTest;

/** Proportions, their differences and ratios, and the tests of two-by-two tables. */
final class ProportionMethods {
    private static final Method.Input X1 = needs("x1", "events of the first group");
    private static final Method.Input N1 = needs("n1", "members of the first group");
    private static final Method.Input X2 = needs("x2", "events of the second group");
    private static final Method.Input N2 = needs("n2", "members of the second group");
    static final Method.Input CONF = takes("conf", "two-sided confidence level; 0.95 where not given");

    private ProportionMethods() {}

    static List<Method> all() {
        return List.of(one(), difference(), ratios(), tests(), unconditional(), paired());
    }

    static double level(Case asked) {
        return asked.inputs().number("conf", 0.95);
    }

    private static TwoByTwo table(Case asked) {
        var inputs = asked.inputs();
        var table = new TwoByTwo(
                new Proportion(inputs.count("x1"), inputs.count("n1")),
                new Proportion(inputs.count("x2"), inputs.count("n2")));
        if (table.first().total() == 0 || table.second().total() == 0) {
            throw new Unusable("inputs.n1 and inputs.n2 must be at least 1: an empty group has no proportion");
        }
        return table;
    }

    private static Method one() {
        return Method.of(
                "one-proportion",
                guide(
                        "One proportion with six confidence intervals.",
                        "Wald and Agresti-Coull limits are not cut off at 0 and 1. Jeffreys' lower limit is 0 without"
                                + " events, its upper limit 1 without non-events.",
                        "Wilson 1927; Clopper and Pearson 1934; Agresti and Coull 1998; Brown, Cai and DasGupta 2001.",
                        needs("x", "events"),
                        needs("n", "members"),
                        CONF),
                asked -> {
                    var share = new Proportion(
                            asked.inputs().count("x"), asked.inputs().count("n"));
                    double level = level(asked);
                    return new Answer()
                            .put("estimate", share.rate())
                            .put("wilson", share.wilson(level))
                            .put("wilson_cc", share.wilsonCorrected(level))
                            .put("clopper_pearson", share.clopperPearson(level))
                            .put("agresti_coull", share.agrestiCoull(level))
                            .put("jeffreys", share.jeffreys(level))
                            .put("wald", share.wald(level));
                });
    }

    private static Method difference() {
        return Method.of(
                "risk-difference",
                guide(
                        "The difference of two independent proportions, first minus second, with six intervals.",
                        "Miettinen-Nurminen multiplies the variance by N/(N-1), Mee does not: the two are named apart,"
                                + " since programs give either under one name. Wald and Agresti-Caffo are not cut off"
                                + " at -1 and 1.",
                        "Newcombe 1998, methods 10 and 11; Miettinen and Nurminen 1985; Mee 1984; Agresti and Caffo"
                                + " 2000.",
                        X1,
                        N1,
                        X2,
                        N2,
                        CONF),
                asked -> {
                    double level = level(asked);
                    var difference = new RiskDifference(table(asked));
                    return new Answer()
                            .put("rd", difference.estimate())
                            .put("newcombe", difference.newcombe(level))
                            .put("newcombe_cc", difference.newcombeCorrected(level))
                            .put("miettinen_nurminen", difference.miettinenNurminen(level))
                            .put("mee_no_bias_correction", difference.mee(level))
                            .put("wald", difference.wald(level))
                            .put("agresti_caffo", difference.agrestiCaffo(level));
                });
    }

    private static Method ratios() {
        return Method.of(
                "ratio-of-proportions",
                guide(
                        "The ratio of two independent proportions and the ratio of their odds, first to second.",
                        "Score limits with the variance factor N/(N-1). A logarithmic limit is not defined where a"
                                + " cell that it divides by is empty; the score limits are.",
                        "Katz et al. 1978; Koopman 1984 and Miettinen and Nurminen 1985; Woolf 1955.",
                        X1,
                        N1,
                        X2,
                        N2,
                        CONF),
                asked -> {
                    double level = level(asked);
                    var risk = table(asked).riskRatio().orElseThrow();
                    var odds = table(asked).oddsRatio().orElseThrow();
                    return new Answer()
                            .put("rr", risk.estimate())
                            .put("rr_wald_log", risk.katz(level))
                            .put("rr_score_mn", risk.miettinenNurminen(level))
                            .put("or", odds.estimate())
                            .put("or_woolf", odds.woolf(level))
                            .put("or_score_mn", odds.miettinenNurminen(level));
                });
    }

    private static Method tests() {
        return Method.of(
                        "two-by-two-tests",
                        guide(
                                "The tests of a two-by-two table: chi-square in four forms, Fisher's in five, and the score test"
                                        + " of a non-inferiority margin for the risk difference.",
                                "Fisher two-sided sums the tables that are no more likely than the observed one, within a factor"
                                        + " of 1 + 1e-7 (R, SAS); 'central' doubles the smaller side. The odds ratio is the"
                                        + " conditional maximum-likelihood estimate, and it and its limits stop where R's search"
                                        + " stops, so that its digits come out.",
                                "Pearson 1900; Yates 1934; Campbell 2007 (N-1); Fisher 1935; Lancaster 1961 (mid-p); Blaker"
                                        + " 2000; Farrington and Manning 1990; Miettinen and Nurminen 1985.",
                                X1,
                                N1,
                                X2,
                                N2,
                                takes(
                                        "margin",
                                        "the difference under the null hypothesis p1 - p2 <= margin; 0 where not given"),
                                takes("hypothesis", "a remark; not read")),
                        asked -> {
                            var table = table(asked);
                            var answer = new Answer();
                            chiSquare(answer, "chisq", ChiSquare.pearson(table));
                            chiSquare(answer, "yates", ChiSquare.yates(table));
                            chiSquare(answer, "n_minus_1", ChiSquare.nMinusOne(table));
                            chiSquare(answer, "g_lr", ChiSquare.likelihoodRatio(table));
                            fisher(answer, ExactTest.of(table, OddsRatioSearch.AS_R));
                            double margin = asked.inputs().number("margin", 0);
                            score(
                                    answer,
                                    "mn",
                                    new RiskDifference(table).scoreTest(margin, ScoreVariance.MIETTINEN_NURMINEN));
                            score(answer, "fm", new RiskDifference(table).scoreTest(margin, ScoreVariance.PLAIN));
                            return answer;
                        })
                .loose("fisher_(midp_)?or_.*", 1e-4, 1e-8, "R's search for the odds ratio stops at about 1e-4");
    }

    private static void fisher(Answer answer, ExactTest test) {
        answer.put("fisher_p", test.twoSided())
                .put("fisher_or_cmle", test.oddsRatio())
                .put("fisher_or_ci", test.oddsRatioInterval(0.95))
                .put("fisher_greater", test.greater())
                .put("fisher_less", test.less())
                .put("fisher_central_p", test.central())
                .put("fisher_midp_greater", test.midPGreater())
                .put("fisher_midp_central_p", test.midPCentral())
                .put("fisher_midp_or_ci", test.midPOddsRatioInterval(0.95))
                .put("blaker_p", test.blaker());
    }

    private static void score(Answer answer, String variance, ScoreTest test) {
        answer.put("score_margin_z_" + variance, test.z()).put("score_margin_p_greater_" + variance, test.greater());
    }

    private static Method unconditional() {
        return Method.of(
                "unconditional-exact",
                guide(
                        "Exact tests of equal proportions that hold only the group sizes fixed.",
                        "The p-value is the largest over the common rate, sought on a grid and then climbed to the top."
                                + " Two-sided is twice the smaller one-sided p-value; the 'square' and 'minimum"
                                + " likelihood' definitions differ.",
                        "Barnard 1947 with the pooled z of Suissa and Shuster 1985; Boschloo 1970.",
                        X1,
                        N1,
                        X2,
                        N2),
                asked -> {
                    var barnard = UnconditionalTest.barnard(table(asked));
                    var boschloo = UnconditionalTest.boschloo(table(asked));
                    return new Answer()
                            .put("barnard_zpooled_greater", barnard.greater())
                            .put("barnard_zpooled_less", barnard.less())
                            .put("boschloo_greater", boschloo.greater())
                            .put("boschloo_less", boschloo.less())
                            .put("boschloo_two_sided_doubled", boschloo.doubled())
                            .put("barnard_two_sided_doubled", barnard.doubled());
                });
    }

    private static Method paired() {
        return Method.of(
                "paired-proportions",
                guide(
                        "Two proportions of the same subjects: McNemar's tests, the difference and the odds ratio.",
                        "Edwards' correction is 1 and left out when both discordant counts agree, as in R. Newcombe's"
                                + " method 10 corrects a positive correlation for continuity.",
                        "McNemar 1947; Edwards 1948; Fagerland, Lydersen and Laake 2013 (mid-p); Newcombe 1998.",
                        needs("a", "pairs with the event at both"),
                        needs("b", "pairs with the event at the first only"),
                        needs("c", "pairs with the event at the second only"),
                        needs("d", "pairs with the event at neither"),
                        CONF),
                asked -> {
                    var inputs = asked.inputs();
                    var table =
                            new PairedTable(inputs.count("a"), inputs.count("b"), inputs.count("c"), inputs.count("d"));
                    var answer = new Answer();
                    chiSquare(answer, "mcnemar", table.mcNemar());
                    chiSquare(answer, "mcnemar_cc", table.mcNemarCorrected());
                    return answer.put("exact_p", table.exact())
                            .put("midp", table.midP())
                            .put("diff", table.difference())
                            .put("wald_se", Numbers.of(table.wald(), Estimate::standardError))
                            .put("newcombe10_ci", table.newcombe(level(asked)))
                            .put("or_conditional", table.oddsRatio())
                            .put("or_exact_ci", table.oddsRatioInterval(level(asked)));
                });
    }

    /** A statistic under its name and its p-value beside it. */
    static void chiSquare(Answer answer, String name, Optional<ChiSquare> test) {
        answer.put(name, Numbers.of(test, ChiSquare::statistic)).put(name + "_p", Numbers.of(test, ChiSquare::p));
    }
}
