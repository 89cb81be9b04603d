package org.trabecula.qualification;

import static org.trabecula.qualification.Answer.required;
import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.statistics.causal.Balance;
import org.trabecula.statistics.causal.EValue;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Interval;

/** Comparability of arms that were not drawn by lot, and the effect of the treatment. */
final class CausalMethods {
    static final Method.Input ARM =
            needs("arm", "the arm's column: 0 and 1, or two values of which the second is the treated arm");
    static final Method.Input COVARIATES =
            needs("covariates", "the covariates' columns; a column of words becomes one for each level but the first");
    private static final int FIRST = 10;
    private static final Map<String, Weighting> NAMES = names();

    private CausalMethods() {}

    static List<Method> all() {
        return Stream.of(
                        List.of(score(), balance()),
                        EffectMethods.all(),
                        List.of(eValue(), MediationMethod.mediation()))
                .flatMap(List::stream)
                .toList();
    }

    private static Method score() {
        return Method.of(
                "propensity-score",
                guide(
                        "The propensity score by logistic regression: coefficients, scores, the weights that it gives, and"
                                + " the effective sample size by arm under each weighting.",
                        "Weights are not normalised: ate 1/e and 1/(1-e); ate_stabilised times the arm's share; att 1 and"
                                + " e/(1-e); overlap 1-e and e; matching and entropy by their tilting functions."
                                + " Effective size is (sum w)^2 / sum w^2. Quantiles are type 7. Rows with a missing cell"
                                + " are left out.",
                        "Rosenbaum and Rubin, Biometrika 1983;70:41; Li, Morgan and Zaslavsky, JASA 2018;113:390;"
                                + " R glm, WeightIt",
                        ARM,
                        COVARIATES),
                CausalMethods::score);
    }

    private static Answer score(Case asked) {
        var data = Treatment.of(asked, List.of());
        Formula.Design design = data.design();
        PropensityScore score = required(PropensityScore.fit(design.rows(), data.treated()));
        var answer = new Answer()
                .put("coef", design.names(), score.fit().coefficients())
                .put("se", design.names(), score.fit().standardErrors())
                .put("deviance", -2 * score.fit().logLikelihood())
                .put("loglik", score.fit().logLikelihood())
                .put("c_statistic", score.concordance())
                .put("ps_first10", first(score.scores()))
                .put(
                        "ps_quantiles_type7",
                        new Answer()
                                .put("treated", quartiles(score.sorted(true)))
                                .put("control", quartiles(score.sorted(false))));
        var weights = new Answer();
        var sizes = new Answer();
        NAMES.forEach((name, weighting) -> {
            double[] own = score.weights(weighting);
            weights.put(name, first(own));
            sizes.put(
                    name,
                    new Answer()
                            .put("treated", score.effectiveSize(own, true))
                            .put("control", score.effectiveSize(own, false)));
        });
        return answer.put("weights_first10", weights).put("ess", sizes);
    }

    private static Map<String, Weighting> names() {
        var names = new LinkedHashMap<String, Weighting>();
        names.put("ate", Weighting.EVERYBODY);
        names.put("ate_stabilised", Weighting.STABILISED);
        names.put("att", Weighting.TREATED);
        names.put("overlap", Weighting.OVERLAP);
        names.put("matching", Weighting.MATCHING);
        names.put("entropy", Weighting.ENTROPY);
        return Collections.unmodifiableMap(names);
    }

    private static double[] first(double[] values) {
        return Arrays.copyOf(values, Math.min(FIRST, values.length));
    }

    /** The quantiles at 0, 1/4, 1/2, 3/4 and 1 of sorted values, type 7 of Hyndman and Fan 1996. */
    private static double[] quartiles(double[] sorted) {
        double[] quartiles = new double[5];
        for (int i = 0; i < quartiles.length; i++) {
            double place = (sorted.length - 1) * i / 4.0;
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            quartiles[i] = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
        return quartiles;
    }

    private static Method balance() {
        return Method.of(
                "covariate-balance",
                guide(
                        "How alike the arms are in each covariate, before and after weighting by the propensity score:"
                                + " means, standardised difference, variance ratio, Kolmogorov-Smirnov distance.",
                        "The standardised difference divides by the pooled standard deviation of the unweighted arms, before"
                                + " and after weighting; the variance of zeros and ones is p(1-p), without n-1, and has"
                                + " no ratio. Weighted variances are for reliability weights. A column of words is compared"
                                + " level by level.",
                        "Austin, Stat Med 2009;28:3083; Austin and Stuart, Stat Med 2015;34:3661; R cobalt::bal.tab",
                        ARM,
                        COVARIATES,
                        takes("estimand", "ATE (usual), ATT, ATO (overlap), ATM (matching) or entropy")),
                CausalMethods::balance);
    }

    private static Answer balance(Case asked) {
        var data = Treatment.of(asked, List.of());
        Weighting weighting = estimand(asked.inputs().given("estimand").orElse("ATE"));
        Formula.Design design = data.design();
        boolean[] treated = data.treated();
        PropensityScore score = required(PropensityScore.fit(design.rows(), treated));
        double[] weights = score.weights(weighting);
        double[] equal = new double[weights.length];
        Arrays.fill(equal, 1);
        var answer = new Answer();
        for (int column = 1; column < design.names().size(); column++) {
            int own = column;
            double[] values =
                    Arrays.stream(design.rows()).mapToDouble(row -> row[own]).toArray();
            Balance before = required(Balance.of(values, treated, equal));
            Balance after = required(Balance.of(values, treated, weights));
            answer.put(
                    design.names().get(column),
                    new Answer()
                            .put("mean1", before.treatedMean())
                            .put("mean0", before.controlMean())
                            .put("smd", before.difference())
                            .put("wmean1", after.treatedMean())
                            .put("wmean0", after.controlMean())
                            .put("wsmd", after.difference())
                            .put("vr", before.varianceRatio())
                            .put("wvr", after.varianceRatio())
                            .put("ks", before.kolmogorov())
                            .put("wks", after.kolmogorov()));
        }
        return answer;
    }

    private static Weighting estimand(String name) {
        return switch (name) {
            case "ATE" -> Weighting.EVERYBODY;
            case "ATT" -> Weighting.TREATED;
            case "ATO", "overlap" -> Weighting.OVERLAP;
            case "ATM", "matching" -> Weighting.MATCHING;
            case "entropy" -> Weighting.ENTROPY;
            default ->
                throw new Unusable("inputs.estimand must be ATE, ATT, ATO, ATM or entropy, but it is '" + name + "'");
        };
    }

    private static Method eValue() {
        return Method.of(
                "e-value",
                guide(
                        "How strong an unmeasured confounder would have to be to explain a ratio away, for the estimate and"
                                + " for its confidence limit nearer to 1.",
                        "For a common event an odds ratio becomes its square root and a hazard ratio"
                                + " (1-0.5^sqrt(h))/(1-0.5^sqrt(1/h)); for a rare one they stand as they are. The limit's"
                                + " value is 1 when the interval holds 1. bias_factor_2x3 is the bias of a confounder with"
                                + " the ratios 2 and 3, as an example.",
                        "VanderWeele and Ding, Ann Intern Med 2017;167:268; R EValue",
                        takes("rr", "risk ratio, lower and upper limit"),
                        takes("or", "odds ratio, lower and upper limit"),
                        takes("hr", "hazard ratio, lower and upper limit")),
                asked -> {
                    var answer = new Answer();
                    ratio(asked, "rr")
                            .ifPresent(rr ->
                                    answer.put("rr_point", EValue.of(rr[0])).put("rr_limit", limit(rr)));
                    ratio(asked, "or").ifPresent(or -> {
                        double[] common =
                                Arrays.stream(or).map(EValue::commonOdds).toArray();
                        answer.put("or_common_point", EValue.of(common[0]))
                                .put("or_common_limit", limit(common))
                                .put("or_rare_point", EValue.of(or[0]));
                    });
                    ratio(asked, "hr").ifPresent(hr -> {
                        double[] common =
                                Arrays.stream(hr).map(EValue::commonHazard).toArray();
                        answer.put("hr_common_point", EValue.of(common[0]))
                                .put("hr_common_limit", limit(common))
                                .put("hr_rare_point", EValue.of(hr[0]));
                    });
                    return answer.put("bias_factor_2x3", EValue.biasFactor(2, 3));
                });
    }

    private static Optional<double[]> ratio(Case asked, String name) {
        if (!asked.inputs().has(name)) {
            return Optional.empty();
        }
        double[] numbers = asked.inputs().numbers(name);
        boolean sound = numbers.length == 3 && numbers[0] > 0 && numbers[1] > 0 && numbers[1] <= numbers[2];
        if (!sound || Double.isInfinite(numbers[2])) {
            throw new Unusable("inputs." + name + " must be a positive ratio, its lower and its upper limit, but it is "
                    + Arrays.toString(numbers));
        }
        return Optional.of(numbers);
    }

    private static double limit(double[] ratio) {
        return EValue.ofLimit(ratio[0], new Interval(ratio[1], ratio[2]));
    }
}
