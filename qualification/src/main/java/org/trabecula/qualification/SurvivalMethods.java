package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.survival.AalenJohansen;
import org.trabecula.statistics.survival.Cox;
import org.trabecula.statistics.survival.CoxFit;
import org.trabecula.statistics.survival.FollowUp;
import org.trabecula.statistics.survival.KaplanMeier;
import org.trabecula.statistics.survival.LogRank;
import org.trabecula.statistics.survival.Proportionality;
import org.trabecula.statistics.survival.Ties;

/** Times that are known, or known to be later than the end of observation. */
final class SurvivalMethods {
    private static final double LEVEL = 0.95;
    private static final double MEDIAN = 0.5;
    /** What R's formula calls the group in the reference cases. */
    private static final String GROUP = ".g";

    private SurvivalMethods() {}

    static List<Method> all() {
        return List.of(rightCensored(), timeDependent(), incidence());
    }

    private static Method rightCensored() {
        return Method.of(
                "right-censored-survival",
                guide(
                        "Survival by group: Kaplan-Meier curves and medians, log-rank and Peto tests, Cox regression on"
                                + " group and covariates, restricted means, and Schoenfeld's test of proportional"
                                + " hazards.",
                        "Limits are for 95 %, on the scale log(-log S); se is that of S. A median where the curve runs"
                                + " level is the middle of the level. The Cox score test and both log-likelihoods (null,"
                                + " fitted) are given for Efron's and Breslow's ties; the Schoenfeld tests use Efron's"
                                + " and one minus the Kaplan-Meier curve as time. Restricted means go to the last of"
                                + " times. Rows with a missing cell are left out of the part that needs it.",
                        "Kaplan and Meier 1958; Mantel 1966; Cox 1972; Efron 1977; Grambsch and Therneau 1994."
                                + " R: survival::survfit, survdiff, coxph, cox.zph.",
                        needs("time", "column of the time of the event or of the end of observation"),
                        needs("status", "column that is 1 for the event and 0 without (or 2 and 1)"),
                        needs("group", "column of the groups"),
                        needs("covariates", "further columns of the Cox regression"),
                        needs("times", "at which survival is wanted")),
                SurvivalMethods::curvesAndHazards);
    }

    private static Answer curvesAndHazards(Case asked) {
        Inputs inputs = asked.inputs();
        String group = inputs.text("group");
        double[] times = DoubleStream.of(inputs.numbers("times")).sorted().toArray();
        if (times.length == 0) {
            throw new Unusable("inputs.times must name at least one time");
        }
        List<String> levels = asked.table().levels(group);
        Table table = asked.table().complete(inputs.text("time"), inputs.text("status"), group);
        FollowUp data = FollowUp.from(table.numbers(inputs.text("time")), events(table, inputs.text("status")));
        int[] groups = table.texts(group).stream().mapToInt(levels::indexOf).toArray();
        List<KaplanMeier> curves = IntStream.range(0, levels.size())
                .mapToObj(g -> members(groups, g))
                .filter(rows -> rows.length > 0)
                .map(rows -> Answer.required(KaplanMeier.of(data.at(rows))))
                .toList();
        List<String> strata = IntStream.range(0, levels.size())
                .filter(g -> members(groups, g).length > 0)
                .mapToObj(g -> GROUP + "=" + levels.get(g))
                .toList();
        var answer = new Answer();
        points(answer, strata, curves, times);
        medians(answer, curves);
        LogRank logRank = Answer.required(LogRank.of(data, groups, levels.size(), 0));
        LogRank peto = Answer.required(LogRank.of(data, groups, levels.size(), 1));
        answer.put("logrank", logRank.chiSquare()).put("peto", peto.chiSquare()).put("logrank_p", logRank.p());
        hazards(answer, asked, levels);
        List<Estimate> means = curves.stream()
                .map(curve -> curve.restrictedMean(times[times.length - 1]))
                .toList();
        return answer.put(
                        "rmst",
                        strata,
                        means.stream().mapToDouble(Estimate::value).toArray())
                .put(
                        "rmst_se",
                        strata,
                        means.stream().mapToDouble(Estimate::standardError).toArray());
    }

    private static void points(Answer answer, List<String> strata, List<KaplanMeier> curves, double[] times) {
        var survival = new ArrayList<OptionalDouble>();
        var errors = new ArrayList<OptionalDouble>();
        var limits = new ArrayList<Optional<Interval>>();
        var names = new ArrayList<String>();
        var at = new ArrayList<OptionalDouble>();
        for (int g = 0; g < curves.size(); g++) {
            for (double time : times) {
                survival.add(OptionalDouble.of(curves.get(g).at(time)));
                errors.add(curves.get(g).standardError(time));
                limits.add(curves.get(g).limits(time, LEVEL));
                names.add(strata.get(g));
                at.add(OptionalDouble.of(time));
            }
        }
        answer.each("surv", survival)
                .each("se", errors)
                .each(
                        "lower",
                        limits.stream()
                                .map(one -> Numbers.of(one, Interval::lower))
                                .toList())
                .each(
                        "upper",
                        limits.stream()
                                .map(one -> Numbers.of(one, Interval::upper))
                                .toList())
                .put("strata", names)
                .each("times", at);
    }

    private static void medians(Answer answer, List<KaplanMeier> curves) {
        answer.each("median", curves.stream().map(one -> one.quantile(MEDIAN)).toList())
                .each(
                        "median_lower",
                        curves.stream()
                                .map(one -> one.quantileLower(MEDIAN, LEVEL))
                                .toList())
                .each(
                        "median_upper",
                        curves.stream()
                                .map(one -> one.quantileUpper(MEDIAN, LEVEL))
                                .toList());
    }

    private static void hazards(Answer answer, Case asked, List<String> levels) {
        Inputs inputs = asked.inputs();
        String group = inputs.text("group");
        List<String> covariates = inputs.texts("covariates");
        var needed = new ArrayList<>(List.of(inputs.text("time"), inputs.text("status"), group));
        needed.addAll(covariates);
        Table table = asked.table().complete(needed);
        FollowUp data = FollowUp.from(table.numbers(inputs.text("time")), events(table, inputs.text("status")));
        var names = new ArrayList<String>();
        var columns = new ArrayList<double[]>();
        List<String> labels = table.texts(group);
        for (String level : levels.subList(1, levels.size())) {
            names.add(GROUP + level);
            columns.add(labels.stream()
                    .mapToDouble(one -> one.equals(level) ? 1 : 0)
                    .toArray());
        }
        var terms =
                new ArrayList<int[]>(List.of(IntStream.range(0, columns.size()).toArray()));
        for (String covariate : covariates) {
            Formula.Design design = Formula.of(List.of(covariate)).design(table);
            int first = columns.size();
            for (int j = 1; j < design.names().size(); j++) {
                int column = j;
                names.add(design.names().get(j));
                columns.add(Arrays.stream(design.rows())
                        .mapToDouble(row -> row[column])
                        .toArray());
            }
            terms.add(IntStream.range(first, columns.size()).toArray());
        }
        double[][] x = new double[table.size()][columns.size()];
        for (int i = 0; i < x.length; i++) {
            int row = i;
            Arrays.setAll(x[i], j -> columns.get(j)[row]);
        }
        CoxFit efron = Answer.required(Cox.fit(data, x, Ties.EFRON));
        CoxFit breslow = Answer.required(Cox.fit(data, x, Ties.BRESLOW));
        answer.put("cox", new Answer().put("efron", cox(names, efron)).put("breslow", cox(names, breslow)));
        proportionality(answer, efron.proportionality(), covariates, terms);
    }

    private static Answer cox(List<String> names, CoxFit fit) {
        return new Answer()
                .put("coef", names, fit.coefficients())
                .put("se", names, roots(fit.covariance()))
                .put("loglik", new double[] {fit.nullLogLikelihood(), fit.logLikelihood()})
                .put("score_test", fit.scoreTest());
    }

    private static void proportionality(
            Answer answer, Proportionality checks, List<String> covariates, List<int[]> terms) {
        var statistics = new Answer();
        var chances = new Answer();
        for (int term = 0; term <= terms.size(); term++) {
            boolean all = term == terms.size();
            String name = all ? "GLOBAL" : term == 0 ? GROUP : covariates.get(term - 1);
            Proportionality.Test test = Answer.required(all ? checks.ofAll() : checks.of(terms.get(term)));
            statistics.put(name, test.chiSquare());
            chances.put(name, test.p());
        }
        answer.put("zph_chisq", statistics).put("zph_p", chances);
    }

    private static Method timeDependent() {
        return Method.of(
                "time-dependent-cox",
                guide(
                        "Cox regression with covariates that change with time: one row for each stretch (start, stop].",
                        "Efron's ties. se_robust sums score residuals by cluster, without small-sample factor. loglik is"
                                + " null, then fitted. Concordance counts, at each event, those at risk who go on;"
                                + " equal predictors count a half. Rows with a missing cell are left out.",
                        "Andersen and Gill 1982; Lin and Wei 1989. R: survival::coxph(Surv(start, stop, event), cluster =).",
                        needs("start", "column of the beginning of a stretch"),
                        needs("stop", "column of its end"),
                        needs("event", "column that is 1 when it ends with the event and 0 otherwise"),
                        needs("covariates", "columns of the regression"),
                        takes(
                                "cluster",
                                "column of the clusters, usually the subject; each row its own where not given")),
                SurvivalMethods::stretches);
    }

    private static Answer stretches(Case asked) {
        Inputs inputs = asked.inputs();
        List<String> covariates = inputs.texts("covariates");
        if (covariates.isEmpty()) {
            throw new Unusable("inputs.covariates must name at least one column");
        }
        List<String> cluster = inputs.texts("cluster");
        var needed = new ArrayList<>(List.of(inputs.text("start"), inputs.text("stop"), inputs.text("event")));
        needed.addAll(covariates);
        needed.addAll(cluster);
        Table table = asked.table().complete(needed);
        Formula.Design design = Formula.of(covariates).design(table);
        List<String> names = design.names().subList(1, design.names().size());
        double[][] x = Arrays.stream(design.rows())
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new);
        var data = new FollowUp(
                table.numbers(inputs.text("start")),
                table.numbers(inputs.text("stop")),
                events(table, inputs.text("event")));
        CoxFit fit = Answer.required(Cox.fit(data, x, Ties.EFRON));
        int[] clusters =
                cluster.isEmpty() ? IntStream.range(0, table.size()).toArray() : table.groups(cluster.getFirst());
        return new Answer()
                .put("coef", names, fit.coefficients())
                .put("se", names, roots(fit.covariance()))
                .put("se_robust", names, roots(Answer.required(fit.robustCovariance(clusters))))
                .put("loglik", new double[] {fit.nullLogLikelihood(), fit.logLikelihood()})
                .put("concordance", Answer.required(fit.concordance()));
    }

    private static Method incidence() {
        return Method.of(
                "cumulative-incidence",
                guide(
                        "Cumulative incidence of an event and of a competing event, by group.",
                        "Aalen-Johansen curves; standard errors by the infinitesimal jackknife, as R's survival from"
                                + " version 3 has them (Gray's and the binomial variance differ slightly).",
                        "Aalen and Johansen 1978. R: survival::survfit(Surv(time, factor(event))).",
                        needs("time", "column of the time of the event or of the end of observation"),
                        needs("event", "column that is 1 for the event, 2 for the competing event and 0 without"),
                        takes("group", "column of the groups; one curve for all where not given"),
                        needs("at", "times at which the incidence is wanted")),
                SurvivalMethods::incidences);
    }

    private static Answer incidences(Case asked) {
        Inputs inputs = asked.inputs();
        double[] at = DoubleStream.of(inputs.numbers("at")).sorted().toArray();
        List<String> group = inputs.texts("group");
        var needed = new ArrayList<>(List.of(inputs.text("time"), inputs.text("event")));
        needed.addAll(group);
        Table table = asked.table().complete(needed);
        List<String> labels = group.isEmpty() ? List.of() : table.texts(group.getFirst());
        List<String> levels = group.isEmpty() ? List.of("all") : table.levels(group.getFirst());
        double[] time = table.numbers(inputs.text("time"));
        int[] event = table.counts(inputs.text("event"));
        var strata = new ArrayList<String>();
        double[][] columns = new double[5][levels.size() * at.length];
        int row = 0;
        for (String level : levels) {
            int[] rows = IntStream.range(0, time.length)
                    .filter(i -> labels.isEmpty() || labels.get(i).equals(level))
                    .toArray();
            AalenJohansen curves = Answer.required(AalenJohansen.of(
                    IntStream.of(rows).mapToDouble(i -> time[i]).toArray(),
                    IntStream.of(rows).map(i -> event[i]).toArray(),
                    2));
            for (double when : at) {
                strata.add(labels.isEmpty() ? level : GROUP + "=" + level);
                columns[0][row] = when;
                columns[1][row] = curves.at(1, when);
                columns[2][row] = curves.standardErrorAt(1, when);
                columns[3][row] = curves.at(2, when);
                columns[4][row++] = curves.standardErrorAt(2, when);
            }
        }
        return new Answer()
                .put("strata", strata)
                .put("time", columns[0])
                .put("cif_event", columns[1])
                .put("se_event", columns[2])
                .put("cif_competing", columns[3])
                .put("se_competing", columns[4]);
    }

    /** Events as 1 and 0, or as 2 and 1. */
    private static boolean[] events(Table table, String column) {
        double[] codes = table.numbers(column);
        double event = DoubleStream.of(codes).anyMatch(code -> code == 2) ? 2 : 1;
        boolean[] events = new boolean[codes.length];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != event && codes[row] != event - 1) {
                throw new Unusable(table.name() + ", column " + column
                        + " must be 1 for the event and 0 without, or 2 and 1, but one is " + codes[row]);
            }
            events[row] = codes[row] == event;
        }
        return events;
    }

    private static int[] members(int[] groups, int group) {
        return IntStream.range(0, groups.length).filter(i -> groups[i] == group).toArray();
    }

    private static double[] roots(double[][] covariance) {
        return IntStream.range(0, covariance.length)
                .mapToDouble(j -> Math.sqrt(covariance[j][j]))
                .toArray();
    }
}
