package org.trabecula.qualification;

import static org.trabecula.qualification.IntervalData.LEFT;
import static org.trabecula.qualification.IntervalData.RIGHT;
import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.trabecula.statistics.censored.AcceleratedFailure;
import org.trabecula.statistics.censored.AftFit;
import org.trabecula.statistics.censored.GeneralisedLogRank;
import org.trabecula.statistics.censored.GroupTest;
import org.trabecula.statistics.censored.Proportional;
import org.trabecula.statistics.censored.Scores;
import org.trabecula.statistics.censored.SemiparametricFit;
import org.trabecula.statistics.censored.TimeLaw;
import org.trabecula.statistics.censored.Turnbull;
import org.trabecula.statistics.censored.VisitPlan;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import tools.jackson.databind.JsonNode;

/** Times known only to lie between two visits. */
final class CensoredMethods {
    private static final double SHOWN_MASS = 1e-10;
    private static final double USUAL_VISITS_END = 36;
    private static final double[] USUAL_VISITS = {3, 6, 12, 24};
    private static final int FEWEST_TRIALS = 20_000;
    private static final String MONTE_CARLO = "Agreement within four combined Monte Carlo errors";
    private static final double[] LONGER = {10, 20, 40};

    private CensoredMethods() {}

    static List<Method> all() {
        return List.of(turnbull(), logRank(), parametric(), semiparametric(), clustered(), power());
    }

    private static Method turnbull() {
        return Method.of(
                "turnbull",
                guide(
                        "The nonparametric maximum-likelihood curve of times known only to lie between visits, for each"
                                + " group: the intervals that hold probability, their masses, and survival at chosen"
                                + " times.",
                        "Times lie in (left, right]; equal ends are exact. The curve is undefined inside an interval"
                                + " with mass: upper and lower give the band. Computed to the Karush-Kuhn-Tucker"
                                + " conditions, within 1e-8 of the largest log-likelihood. Masses of 1e-10 or less are"
                                + " not shown. In rare data masses are not unique; the log-likelihood always is.",
                        "Turnbull 1976; Gentleman and Geyer 1994. R: interval::icfit, icenReg::ic_np.",
                        LEFT,
                        RIGHT,
                        takes("group", "column of the groups; one curve for all where not given"),
                        takes(
                                "at",
                                "times at which survival is wanted; where not given 3, 6, 12 and 24 if no visit is later"
                                        + " than 36, else 10, 20 and 40")),
                CensoredMethods::curves);
    }

    private static Answer curves(Case asked) {
        List<String> group = asked.inputs().texts("group");
        var data = IntervalData.of(asked, group);
        double[] at = asked.inputs().has("at")
                ? asked.inputs().numbers("at")
                : usualTimes(data.times().right());
        if (group.isEmpty()) {
            return new Answer().put("all", curve(data, at));
        }
        List<String> labels = data.table().texts(group.getFirst());
        var answer = new Answer();
        for (String level : data.table().levels(group.getFirst())) {
            int[] members = IntStream.range(0, labels.size())
                    .filter(row -> labels.get(row).equals(level))
                    .toArray();
            answer.put(level, curve(data.at(members), at));
        }
        return answer;
    }

    private static Answer curve(IntervalData data, double[] at) {
        Turnbull curve = Answer.required(Turnbull.of(data.times())).above(SHOWN_MASS);
        var survival = new Answer();
        for (double time : at) {
            Interval band = curve.survival(time);
            survival.put(
                    "t" + (time == Math.rint(time) ? String.format(Locale.ROOT, "%.0f", time) : String.valueOf(time)),
                    new Answer().put("upper", band.upper()).put("lower", band.lower()));
        }
        return new Answer()
                .put("n", data.times().size())
                .put("left", curve.left())
                .put("right", curve.right())
                .put("mass", curve.mass())
                .put("loglik", curve.logLikelihood())
                .put("surv_at", survival);
    }

    private static double[] usualTimes(double[] right) {
        boolean usual = DoubleStream.of(right).noneMatch(end -> end > USUAL_VISITS_END && Double.isFinite(end));
        return usual ? USUAL_VISITS : LONGER;
    }

    private static Method logRank() {
        return Method.of(
                "interval-censored-logrank",
                guide(
                        "Compares groups whose event times are known only to lie between visits: Sun's and Finkelstein's"
                                + " log-rank scores and Wilcoxon-type scores with the permutation variance, and the"
                                + " efficient score test of proportional hazards.",
                        "U is the sum of scores of a group, positive when its events come earlier than expected. Z has"
                                + " the sign of U of the group that comes first in the data; own_Z that of the second"
                                + " level. With more than two groups Z is the chi-square statistic. p is two-sided, by"
                                + " the normal limit. If visits were scheduled differently by group, use the score test."
                                + " SAS PROC ICLIFETEST imputes and gives another variance.",
                        "Sun 1996; Finkelstein 1986; Fay and Shaw, J Stat Softw 2010;36(2). R: interval::ictest.",
                        LEFT,
                        RIGHT,
                        needs("group", "column of the groups"),
                        takes("levels", "the groups in order; all in the data where not given")),
                CensoredMethods::compare);
    }

    private static Answer compare(Case asked) {
        String group = asked.inputs().text("group");
        var all = IntervalData.of(asked, List.of(group));
        List<String> given = asked.inputs().texts("levels");
        List<String> levels = given.isEmpty() ? all.table().levels(group) : given;
        int[] groups =
                all.table().texts(group).stream().mapToInt(levels::indexOf).toArray();
        int[] rows = IntStream.range(0, groups.length)
                .filter(row -> groups[row] >= 0)
                .toArray();
        if (levels.size() < 2) {
            throw new Unusable(
                    "inputs.group must name a column with at least two groups, but " + group + " has " + levels.size());
        }
        int[] members = IntStream.of(rows).map(row -> groups[row]).toArray();
        var test = Answer.required(GeneralisedLogRank.of(all.at(rows).times(), members, levels.size()));
        GroupTest finkelstein = Answer.required(test.permutation(Scores.FINKELSTEIN));
        GroupTest efficient = Answer.required(test.efficient());
        double variance = test.permutationVariance(Scores.FINKELSTEIN, 1);
        return new Answer()
                .put("sun_logrank1", scored(test, Scores.SUN, levels, members[0]))
                .put("finkelstein_logrank2", scored(test, Scores.FINKELSTEIN, levels, members[0]))
                .put("wmw", scored(test, Scores.WILCOXON, levels, members[0]))
                .put(
                        "score_test_logrank2",
                        new Answer().put("statistic", efficient.chiSquare()).put("p", efficient.p()))
                .put("perm_variance_finkelstein", variance)
                .put("own_U_group2", finkelstein.sums()[1])
                .put("own_Z", finkelstein.sums()[1] / Math.sqrt(variance))
                .put("loglik_pooled", test.logLikelihood());
    }

    private static Answer scored(GeneralisedLogRank test, Scores scores, List<String> levels, int first) {
        GroupTest result = Answer.required(test.permutation(scores));
        return new Answer()
                .put("U", levels, result.sums())
                .put("Z", result.degrees() == 1 ? result.z(first) : result.chiSquare())
                .put("p", result.p());
    }

    private static Method parametric() {
        return Method.of(
                "interval-censored-parametric",
                guide(
                        "Accelerated-failure-time regression of times known only to lie between visits, under four laws;"
                                + " the Weibull model also as proportional hazards.",
                        "exp(coef) is a time ratio. The log-likelihood is on the scale of time. vcov is the inverse of"
                                + " the observed information, column by column, the last row log scale (none for the"
                                + " exponential law, whose scale is 1). log_hr = -coef / scale, standard error by the"
                                + " delta method. Rows with a missing cell are left out.",
                        "Kalbfleisch and Prentice 2002, chapter 3. R: survival::survreg(Surv(type = 'interval2')).",
                        LEFT,
                        RIGHT,
                        needs("covariates", "the right side of the model in R's notation, such as arm+age")),
                CensoredMethods::laws);
    }

    private static Answer laws(Case asked) {
        var formula = Formula.of(asked.inputs().text("covariates"));
        var data = IntervalData.of(asked, formula.columns());
        Formula.Design design = formula.design(data.table());
        var answer = new Answer();
        for (TimeLaw law : TimeLaw.values()) {
            AftFit fit = Answer.required(AcceleratedFailure.fit(law, data.times(), design.rows()));
            AftFit without = Answer.required(AcceleratedFailure.withoutCovariates(law, data.times()));
            double[][] covariance = fit.covariance();
            var names = new ArrayList<>(design.names());
            if (law.freeScale()) {
                names.add("log_scale");
            }
            var part = new Answer()
                    .put("coef", design.names(), fit.coefficients())
                    .put("log_scale", fit.logScale())
                    .put("loglik", fit.logLikelihood())
                    .put("loglik_null", without.logLikelihood())
                    .put("se", names, roots(covariance))
                    .put(
                            "vcov",
                            Arrays.stream(covariance)
                                    .flatMapToDouble(DoubleStream::of)
                                    .toArray());
            if (law == TimeLaw.WEIBULL) {
                List<String> shown = design.names().subList(1, design.names().size());
                part.put("shape", fit.shape())
                        .put("log_hr", shown, rest(fit.logHazardRatios()))
                        .put("log_hr_se", shown, rest(fit.logHazardRatioErrors(covariance)));
            }
            answer.put(law.name().toLowerCase(Locale.ROOT), part);
        }
        return answer;
    }

    private static Method semiparametric() {
        return Method.of(
                "interval-censored-semiparametric",
                guide(
                        "Regression of times known only to lie between visits with a free curve: proportional hazards and"
                                + " proportional odds, without standard errors.",
                        "ph: a positive coefficient means a higher hazard. po: a positive coefficient means higher odds"
                                + " of being free of the event, hence the opposite sign. Maximised to the last digits;"
                                + " a reference that stops earlier has a smaller log-likelihood.",
                        "Finkelstein 1986; Huang and Rossini 1997. R: icenReg::ic_sp.",
                        LEFT,
                        RIGHT,
                        needs("covariates", "the right side of the model in R's notation, such as arm+age")),
                CensoredMethods::freeCurve);
    }

    private static Answer freeCurve(Case asked) {
        var formula = Formula.of(asked.inputs().text("covariates"));
        var data = IntervalData.of(asked, formula.columns());
        Formula.Design design = formula.design(data.table());
        double[][] covariates =
                Arrays.stream(design.rows()).map(CensoredMethods::rest).toArray(double[][]::new);
        var answer = new Answer();
        for (Proportional model : Proportional.values()) {
            var fit = Answer.required(SemiparametricFit.of(model, data.times(), covariates));
            answer.put(
                    model == Proportional.HAZARDS ? "ph" : "po",
                    new Answer()
                            .put(
                                    "coef",
                                    design.names().subList(1, design.names().size()),
                                    fit.coefficients())
                            .put("loglik", fit.logLikelihood()));
        }
        return answer;
    }

    private static Method power() {
        return Method.of(
                        "interval-censored-power",
                        guide(
                                "Power of Sun's log-rank test (two-sided 5 %, permutation variance) in two equal arms"
                                        + " whose events are seen only at visits, by simulation.",
                                "T = scale (E / hr)^(1/shape) with exponential E. Simulated in 20,000 trials, or in"
                                        + " sims if that is more; mcse is the standard error that sims trials have, and"
                                        + " failures (trials in which everybody was alike) are given per sims.",
                                "Sun 1996. R: simulation with interval::ictest(scores = 'logrank1', method = 'pclt').",
                                needs("n", "subjects in both arms together"),
                                needs("median_control", "median time in the control arm"),
                                needs("hr", "hazard ratio of the other arm to the control arm"),
                                needs("weibull_shape", "shape of the Weibull law"),
                                needs("visits", "times of the visits"),
                                needs("p_missing_visit", "probability that a visit is missed"),
                                needs("sims", "trials for which mcse and failures are stated"),
                                takes("seed", "of the random streams; 1 where not given")),
                        CensoredMethods::simulated)
                .loose("power", (_, _, expected, _) -> combined(expected, powerSpread(expected)), MONTE_CARLO)
                .loose("mean_abs_z", (_, _, expected, _) -> combined(expected, spreadOfZ(expected)), MONTE_CARLO)
                .loose("sd_z", (_, wanted, expected, _) -> combined(expected, wanted / Math.sqrt(2)), MONTE_CARLO);
    }

    /** Four combined Monte Carlo errors of a mean of numbers that spread so much. */
    private static double combined(JsonNode expected, double spread) {
        double error = expected.path("mcse").asDouble(0);
        double sims = error > 0 ? Math.pow(powerSpread(expected) / error, 2) : Double.POSITIVE_INFINITY;
        return 4 * spread * Math.sqrt(1 / sims + 1.0 / Math.max(sims, FEWEST_TRIALS));
    }

    private static double powerSpread(JsonNode expected) {
        double power = expected.path("power").asDouble(0);
        return Math.sqrt(power * (1 - power));
    }

    private static double spreadOfZ(JsonNode expected) {
        return expected.path("sd_z").asDouble(0);
    }

    private static Answer simulated(Case asked) {
        Inputs inputs = asked.inputs();
        var plan = new VisitPlan(
                inputs.count("n"),
                inputs.number("median_control"),
                inputs.number("hr"),
                inputs.number("weibull_shape"),
                inputs.numbers("visits"),
                inputs.number("p_missing_visit"));
        int sims = inputs.count("sims");
        if (sims < 1) {
            throw new Unusable("inputs.sims must be at least 1, but it is " + sims);
        }
        int trials = Math.max(sims, FEWEST_TRIALS);
        VisitPlan.Power power = plan.simulate(trials, inputs.count("seed", 1));
        return new Answer()
                .put("power", power.power())
                .put("mcse", power.monteCarloError(sims))
                .put("mean_abs_z", power.meanAbsoluteZ())
                .put("sd_z", power.standardDeviationOfZ())
                .put("failures", (int) Math.round((double) power.failures() * sims / trials));
    }

    private static Method clustered() {
        return Method.of(
                "interval-censored-clustered",
                guide(
                        "Weibull accelerated-failure-time regression of units in clusters, such as screws in"
                                + " participants, whose times are known only to lie between visits.",
                        "Sandwich with scores summed by cluster and no small-sample factor. Standard errors: the"
                                + " coefficients, then log scale. log_hr_first is -coef/scale of the first covariate."
                                + " With sandwich = survreg, the default, the robust errors are those of R's survival"
                                + " 3.5-3, which reverses the sign of the log-scale scores of subjects with two finite"
                                + " ends; with sandwich = scores they are what the cited papers define. Use the"
                                + " latter for anything but comparison with R.",
                        "Lin and Wei 1989; Wei, Lin and Weissfeld 1989. R: survival::survreg(robust = TRUE, cluster =).",
                        LEFT,
                        RIGHT,
                        needs("covariates", "the right side of the model in R's notation, such as arm+sacral"),
                        needs("cluster", "column of the clusters"),
                        takes("sandwich", "survreg, as R has it, or scores; survreg where not given")),
                CensoredMethods::robust);
    }

    private static Answer robust(Case asked) {
        var formula = Formula.of(asked.inputs().text("covariates"));
        String cluster = asked.inputs().text("cluster");
        var needed = new ArrayList<>(formula.columns());
        needed.add(cluster);
        var data = IntervalData.of(asked, needed);
        Formula.Design design = formula.design(data.table());
        AftFit fit = Answer.required(AcceleratedFailure.fit(TimeLaw.WEIBULL, data.times(), design.rows()));
        double[][] covariance =
                Answer.required(sandwich(asked, fit, data.table().groups(cluster)));
        if (design.names().size() < 2) {
            throw new Unusable("inputs.covariates must name at least one covariate");
        }
        return new Answer()
                .put("coef", design.names(), fit.coefficients())
                .put("log_scale", fit.logScale())
                .put("loglik", fit.logLikelihood())
                .put("se_naive", roots(fit.covariance()))
                .put("se_robust", roots(covariance))
                .put("log_hr_first", fit.logHazardRatios()[1])
                .put("log_hr_first_se_robust", fit.logHazardRatioErrors(covariance)[1]);
    }

    private static Outcome<double[][]> sandwich(Case asked, AftFit fit, int[] clusters) {
        String kind = asked.inputs().given("sandwich").orElse("survreg");
        return switch (kind) {
            case "survreg" -> fit.robustCovarianceOfSurvreg(clusters);
            case "scores" -> fit.robustCovariance(clusters);
            default -> throw new Unusable("inputs.sandwich must be survreg or scores, but it is " + kind);
        };
    }

    private static double[] rest(double[] all) {
        return Arrays.copyOfRange(all, 1, all.length);
    }

    private static double[] roots(double[][] covariance) {
        return IntStream.range(0, covariance.length)
                .mapToDouble(j -> Math.sqrt(covariance[j][j]))
                .toArray();
    }
}
