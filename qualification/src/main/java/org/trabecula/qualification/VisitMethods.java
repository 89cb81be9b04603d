package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.repeated.CovarianceAnalysis;
import org.trabecula.statistics.repeated.RankSum;
import org.trabecula.statistics.repeated.TwoSamples;

/** A measurement at one visit, compared between two arms. */
final class VisitMethods {
    private static final double LEVEL = 0.95;

    private VisitMethods() {}

    static List<Method> all() {
        return List.of(Method.of(
                "ancova",
                guide(
                        "Analysis of covariance at one visit, response ~ arm + baseline + covariates, with ordinary and"
                                + " heteroscedasticity-consistent standard errors; beside it the two arms without"
                                + " covariates: Welch, Student, Wilcoxon, Hodges-Lehmann, Kolmogorov-Smirnov, variance"
                                + " ratio, Cohen's d.",
                        "Differences are arm 1 minus arm 0 (or second minus first level). Rows with a missing cell are"
                                + " left out. Wilcoxon: W counts pairs in which arm 1 is larger; normal approximation,"
                                + " with (cc) and without continuity correction. Hodges-Lehmann is the plain median of"
                                + " all pairwise differences, not R's root search. Intervals are for 95 %.",
                        "MacKinnon JG, White H, J Econometrics 1985;29:305-325. Welch BL, Biometrika 1947;34:28-35."
                                + " Hodges JL, Lehmann EL, Ann Math Stat 1963;34:598-611. R lm, t.test, wilcox.test,"
                                + " ks.test, var.test",
                        needs("response", "the column of the measurement"),
                        needs("arm", "the column of the arm, with two values"),
                        needs("baseline", "the column of the measurement before treatment"),
                        takes("covariates", "further columns to adjust for")),
                VisitMethods::ancova));
    }

    private static Answer ancova(Case asked) {
        Inputs inputs = asked.inputs();
        var covariates = new ArrayList<>(List.of(inputs.text("arm"), inputs.text("baseline")));
        covariates.addAll(inputs.texts("covariates"));
        var needed = new ArrayList<>(covariates);
        needed.add(inputs.text("response"));
        Table table = asked.table().complete(needed);
        double[] response = table.numbers(inputs.text("response"));
        Formula.Design design = Formula.of(covariates).design(table);
        var answer = new Answer();
        model(answer, design.names(), Answer.required(CovarianceAnalysis.of(design.rows(), response)));
        return samples(answer, arms(table, inputs.text("arm"), response));
    }

    private static void model(Answer answer, List<String> names, CovarianceAnalysis analysis) {
        double[] coefficients = analysis.fit().coefficients();
        var errors = new Answer();
        var ts = new Answer();
        var ps = new Answer();
        for (int column = 0; column < coefficients.length; column++) {
            Outcome<Contrast> one = analysis.coefficient(column);
            errors.put(names.get(column), number(one.map(Contrast::standardError)));
            ts.put(names.get(column), number(one.map(Contrast::t)));
            ps.put(names.get(column), number(one.map(Contrast::p)));
        }
        answer.put("coef", names, coefficients)
                .put("se", errors)
                .put("t", ts)
                .put("p", ps)
                .put("df", analysis.fit().degreesOfFreedom())
                .put("sigma", Math.sqrt(analysis.fit().residualVariance()))
                .put("r2", analysis.rSquared())
                .put("adj_r2", analysis.adjustedRSquared())
                .put("f", number(analysis.f()));
        for (CovarianceAnalysis.Robust kind : CovarianceAnalysis.Robust.values()) {
            answer.put(
                    "se_" + kind.name().toLowerCase(Locale.ROOT),
                    analysis.standardErrors(kind),
                    found -> byName(names, found));
        }
    }

    private static Answer samples(Answer answer, TwoSamples samples) {
        Outcome<RankSum> ranks = samples.rankSum();
        return answer.put(
                        "welch",
                        samples.welch(),
                        test -> new Answer()
                                .put("t", test.t())
                                .put("df", test.degreesOfFreedom())
                                .put("p", test.p())
                                .put("ci", test.interval(LEVEL)))
                .put(
                        "student",
                        samples.student(),
                        test -> new Answer()
                                .put("t", test.t())
                                .put("p", test.p())
                                .put("ci", test.interval(LEVEL)))
                .put("wilcoxon_w", number(ranks.map(RankSum::w)))
                .put("wilcoxon_p_cc", number(ranks.map(test -> test.p(true))))
                .put("wilcoxon_p_nocc", number(ranks.map(test -> test.p(false))))
                .put("hodges_lehmann_median_of_differences", number(samples.hodgesLehmann()))
                .put("ks_d", number(samples.kolmogorovSmirnov()))
                .put("f_var_ratio", number(samples.varianceRatio().map(TwoSamples.Ratio::value)))
                .put("f_var_p", number(samples.varianceRatio().map(TwoSamples.Ratio::p)))
                .put("cohen_d_pooled", number(samples.standardisedDifference()));
    }

    private static TwoSamples arms(Table table, String arm, double[] response) {
        List<String> levels = table.twoLevels(arm);
        List<String> texts = table.texts(arm);
        return new TwoSamples(
                IntStream.range(0, response.length)
                        .filter(row -> texts.get(row).equals(levels.get(1)))
                        .mapToDouble(row -> response[row])
                        .toArray(),
                IntStream.range(0, response.length)
                        .filter(row -> texts.get(row).equals(levels.get(0)))
                        .mapToDouble(row -> response[row])
                        .toArray());
    }

    private static Answer byName(List<String> names, double[] values) {
        var answer = new Answer();
        for (int i = 0; i < values.length; i++) {
            answer.put(names.get(i), values[i]);
        }
        return answer;
    }

    private static OptionalDouble number(Outcome<Double> outcome) {
        return outcome.value().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
