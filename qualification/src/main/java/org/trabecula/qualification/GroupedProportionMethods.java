package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.proportion.ChiSquare;
import org.trabecula.statistics.proportion.ClusterVariance;
import org.trabecula.statistics.proportion.ClusteredTwoByTwo;
import org.trabecula.statistics.proportion.Clusters;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.Strata;
import org.trabecula.statistics.proportion.TwoByTwo;

/** Two proportions in strata, and of units that come in clusters; one row of the table for each. */
final class GroupedProportionMethods {
    private GroupedProportionMethods() {}

    static List<Method> all() {
        return List.of(stratified(), clustered());
    }

    private static Method stratified() {
        return Method.of(
                "stratified-proportions",
                guide(
                        "Two proportions compared within strata. The table has one row for each stratum with the columns"
                                + " x1, n1, x2, n2 (events and members of both groups).",
                        "Cochran-Mantel-Haenszel with the hypergeometric variance; its continuity correction is left out"
                                + " where it would overshoot, as in R. Sato's error for the risk difference,"
                                + " Robins-Breslow-Greenland's for the odds ratio; stratified Miettinen-Nurminen with"
                                + " Mantel-Haenszel weights; Breslow-Day without Tarone's term.",
                        "Mantel and Haenszel 1959; Sato 1989; Robins, Breslow and Greenland 1986; Greenland and Robins"
                                + " 1985; Miettinen and Nurminen 1985; Breslow and Day 1980.",
                        ProportionMethods.CONF),
                asked -> {
                    double level = ProportionMethods.level(asked);
                    var strata = strata(asked.table());
                    var cc = strata.mantelHaenszelCorrected();
                    var difference = strata.riskDifference();
                    var answer = new Answer();
                    ProportionMethods.chiSquare(answer, "cmh", strata.mantelHaenszel());
                    answer.put("cmh_cc", Numbers.of(cc, ChiSquare::statistic)).put("cmh_exact_p", strata.exact());
                    estimate(answer, "or_mh", "or_mh_rbg_ci", strata.oddsRatio(), level);
                    answer.put("rd_mh_sato_se", Numbers.of(difference, Estimate::standardError));
                    estimate(answer, "rd_mh", "rd_mh_ci", difference, level);
                    estimate(answer, "rr_mh", "rr_mh_ci", strata.riskRatio(), level);
                    answer.put("rd_stratified_mn_mh_weights", strata.miettinenNurminen(level));
                    ProportionMethods.chiSquare(answer, "breslow_day", strata.breslowDay());
                    return answer;
                });
    }

    private static void estimate(
            Answer answer, String name, String interval, Optional<Estimate> estimate, double level) {
        Optional<Interval> limits = estimate.map(one -> one.interval(level));
        answer.put(name, Numbers.of(estimate, Estimate::value)).put(interval, limits);
    }

    private static Strata strata(Table data) {
        Table table = data.complete("x1", "n1", "x2", "n2");
        List<Proportion> first = proportions(table, "x1", "n1");
        List<Proportion> second = proportions(table, "x2", "n2");
        var tables = new ArrayList<TwoByTwo>();
        for (int row = 0; row < table.size(); row++) {
            tables.add(new TwoByTwo(first.get(row), second.get(row)));
        }
        if (tables.isEmpty()) {
            throw new Unusable(data.name() + " has no stratum with x1, n1, x2 and n2");
        }
        return new Strata(tables);
    }

    private static Method clustered() {
        return Method.of(
                "clustered-proportions",
                guide(
                        "Two proportions of units that come in clusters (screws in participants). The table has one row"
                                + " for each cluster with its arm, its events and its units; differences are second arm"
                                + " minus first, arms in the order of their names.",
                        "Ratio estimator with the divisor m - 1; Rao-Scott with a design effect for each arm; the ANOVA"
                                + " intracluster correlation within arms, which may be negative, and Donner's chi-square"
                                + " with it.",
                        "Rao and Scott 1992; Donner and Klar 1994.",
                        takes("arm", "the column of the arm; arm where not given"),
                        takes("x", "the column of the events; x where not given"),
                        takes("n", "the column of the units; n where not given")),
                asked -> answer(arms(asked)));
    }

    private static Answer answer(List<Clusters> arms) {
        Clusters zero = arms.getFirst();
        Clusters one = arms.getLast();
        var both = new ClusteredTwoByTwo(one, zero);
        var variance = both.variance();
        var answer = new Answer()
                .put("p_arm0", zero.rate())
                .put("se_arm0", zero.standardError())
                .put("p_arm1", one.rate())
                .put("se_arm1", one.standardError())
                .put("rd", one.rate() - zero.rate())
                .put("rd_se", Numbers.of(both.difference(), Estimate::standardError))
                .put("deff_arm0", zero.designEffect())
                .put("deff_arm1", one.designEffect())
                .put("rao_scott_chisq", Numbers.of(both.raoScott(), ChiSquare::statistic))
                .put("rao_scott_p", Numbers.of(both.raoScott(), ChiSquare::p))
                .put("ms_between", Numbers.of(variance, ClusterVariance::between))
                .put("ms_within", Numbers.of(variance, ClusterVariance::within))
                .put("m0", Numbers.of(variance, ClusterVariance::typicalSize))
                .put("icc_anova", Numbers.of(variance, ClusterVariance::correlation))
                .put("donner_c0", Numbers.of(variance, known -> zero.inflation(known.correlation())))
                .put("donner_c1", Numbers.of(variance, known -> one.inflation(known.correlation())));
        return answer.put("donner_chisq", Numbers.of(both.donner(), ChiSquare::statistic))
                .put("donner_p", Numbers.of(both.donner(), ChiSquare::p));
    }

    private static List<Clusters> arms(Case asked) {
        String arm = asked.inputs().given("arm").orElse("arm");
        String x = asked.inputs().given("x").orElse("x");
        String n = asked.inputs().given("n").orElse("n");
        Table table = asked.table().complete(arm, x, n);
        List<String> levels = table.twoLevels(arm);
        List<String> texts = table.texts(arm);
        return levels.stream()
                .map(level -> new Clusters(
                        proportions(table.where(row -> texts.get(row).equals(level)), x, n)))
                .toList();
    }

    private static List<Proportion> proportions(Table table, String events, String members) {
        int[] x = table.counts(events);
        int[] n = table.counts(members);
        var all = new ArrayList<Proportion>();
        for (int row = 0; row < x.length; row++) {
            all.add(new Proportion(x[row], n[row]));
        }
        return all;
    }
}
