package org.trabecula.qualification;

import static org.trabecula.qualification.Answer.required;
import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.causal.AugmentedWeighting;
import org.trabecula.statistics.causal.Balance;
import org.trabecula.statistics.causal.DoublyRobust;
import org.trabecula.statistics.causal.EValue;
import org.trabecula.statistics.causal.OutcomeModel;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;

/** Comparability of arms that were not drawn by lot, and the effect of the treatment. */
final class CausalMethods {
    private static final Method.Input ARM =
            needs("arm", "the arm's column: 0 and 1, or two values of which the second is the treated arm");
    private static final Method.Input COVARIATES =
            needs("covariates", "the covariates' columns; a column of words becomes one for each level but the first");
    private static final Method.Input OUTCOME = needs("outcome", "the column of the event, 0 or 1");
    private static final int FIRST = 10;
    private static final Map<String, Weighting> NAMES = names();

    private CausalMethods() {}

    static List<Method> all() {
        return List.of(
                score(),
                balance(),
                weighted(),
                standardised(),
                augmented()
                        .loose(
                                ".*rd_se_psweight",
                                1e-3,
                                0,
                                "the reference derives its sandwich by numeric differences; the case's notes allow 1e-3"),
                eValue(),
                MediationMethod.mediation());
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

    private static Method weighted() {
        return Method.of(
                "weighted-risk-difference",
                guide(
                        "The risk in each arm, weighted by the propensity score to everybody (IPTW_ATE) and to the overlap"
                                + " population (overlap_ATO): risk difference, log risk ratio, log odds ratio.",
                        "Each arm's weighted mean is divided by its own sum of weights (Hajek). rd_se and the others come"
                                + " from a sandwich that stacks the score's equations on the means', without a"
                                + " small-sample factor; rd_se_fixed_weights_hc0 takes the weights as given. vcov_mu is"
                                + " column by column.",
                        "Lunceford and Davidian, Stat Med 2004;23:2937; Li, Thomas and Li, Am J Epidemiol 2019;188:250;"
                                + " R PSweight, WeightIt::lm_weightit",
                        ARM,
                        COVARIATES,
                        needs("outcome", "the outcome's column: 0/1 for events, or a number")),
                asked -> {
                    String outcome = asked.inputs().text("outcome");
                    var data = Treatment.of(asked, List.of(outcome));
                    PropensityScore score =
                            required(PropensityScore.fit(data.design().rows(), data.treated()));
                    double[] values = data.table().numbers(outcome);
                    return new Answer()
                            .put("IPTW_ATE", weighted(score, values, Weighting.EVERYBODY))
                            .put("overlap_ATO", weighted(score, values, Weighting.OVERLAP));
                });
    }

    private static Answer weighted(PropensityScore score, double[] outcome, Weighting weighting) {
        WeightedComparison comparison = required(WeightedComparison.of(score, outcome, weighting));
        PotentialMeans means = comparison.means();
        double[][] v = means.covariance();
        var answer = new Answer()
                .put("mu1", means.treated())
                .put("mu0", means.control())
                .put("rd", means.difference().value())
                .put("rd_se", means.difference().standardError())
                .put("rd_se_fixed_weights_hc0", comparison.fixedWeightsError());
        double one = means.treated();
        double other = means.control();
        logarithm(answer, "log_rr", Math.log(one / other), means.ratio());
        logarithm(answer, "log_or", Math.log(one / (1 - one)) - Math.log(other / (1 - other)), means.oddsRatio());
        return answer.put("vcov_mu", new double[] {v[0][0], v[1][0], v[0][1], v[1][1]});
    }

    /** The logarithm, infinite where one risk is 0 or 1; its error only where there is an estimate. */
    private static void logarithm(Answer answer, String name, double value, Optional<Estimate> ratio) {
        if (Double.isNaN(value)) {
            answer.none(name);
        } else {
            answer.put(name, value);
        }
        if (ratio.isPresent()) {
            answer.put(name + "_se", ratio.orElseThrow().standardError());
        } else {
            answer.none(name + "_se");
        }
    }

    private static Method standardised() {
        return Method.of(
                "g-computation",
                guide(
                        "The risk difference by standardising a logistic outcome model (gcomp), and doubly robust by"
                                + " combining it with the propensity score (aipw).",
                        "rd_se_sandwich and rd_se_stacked stack the models' equations on the risks'; the other two errors are"
                                + " printed for comparison: the delta method with covariates taken as given, and the"
                                + " influence function, which divides by n. The models are main effects of arm and"
                                + " covariates unless formulas are given.",
                        "Robins, Math Model 1986;7:1393; Robins, Rotnitzky and Zhao, JASA 1994;89:846;"
                                + " R riskRegression::ate",
                        ARM,
                        COVARIATES,
                        OUTCOME,
                        takes("outcome_model", "the outcome's model, such as y ~ arm * age + sex"),
                        takes("propensity_model", "the arm's model, such as arm ~ age + sex")),
                CausalMethods::standardised);
    }

    private static Answer standardised(Case asked) {
        Inputs inputs = asked.inputs();
        String event = inputs.text("outcome");
        List<String> covariates = inputs.texts("covariates");
        String sum = covariates.isEmpty() ? "1" : String.join(" + ", covariates);
        Formula outcomes =
                Formula.of(inputs.given("outcome_model").orElse(event + " ~ " + inputs.text("arm") + " + " + sum));
        Formula arms = Formula.of(inputs.given("propensity_model").orElse(inputs.text("arm") + " ~ " + sum));
        var needed = new ArrayList<>(outcomes.columns());
        needed.addAll(arms.columns());
        needed.add(event);
        var data = Treatment.of(asked, needed);
        Table table = data.table();
        OutcomeModel model = required(OutcomeModel.fit(
                outcomes.design(table).rows(),
                data.rows(outcomes, true),
                data.rows(outcomes, false),
                table.flags(event)));
        PropensityScore score = required(PropensityScore.fit(arms.design(table).rows(), data.treated()));
        PotentialMeans means = required(model.standardised());
        DoublyRobust both = required(DoublyRobust.of(model, score));
        return new Answer()
                .put(
                        "gcomp",
                        risks(means)
                                .put("rd_se_sandwich", means.difference().standardError())
                                .put("rd_se_delta_fixed_covariates", model.fixedCovariatesError())
                                .put("rr", means.treated() / means.control()))
                .put(
                        "aipw",
                        risks(both.means())
                                .put("rd_se_influence_function", both.influenceError())
                                .put("rd_se_stacked", both.means().difference().standardError()));
    }

    private static Answer risks(PotentialMeans means) {
        return new Answer()
                .put("mu1", means.treated())
                .put("mu0", means.control())
                .put("rd", means.difference().value());
    }

    private static Method augmented() {
        return Method.of(
                "augmented-weighting",
                guide(
                        "The risk difference by weighting, augmented with logistic outcome models that are fitted in each"
                                + " arm, for everybody (ATE) and for the overlap population (ATO).",
                        "Both augmentation terms are divided by their own sums of weights (Hajek). The error stacks the"
                                + " equations of the score, of both outcome models and of the four means.",
                        "Mao, Li and Greene, Stat Methods Med 2019;28:2439; R PSweight(augmentation=TRUE)",
                        ARM,
                        COVARIATES,
                        OUTCOME),
                asked -> {
                    String event = asked.inputs().text("outcome");
                    var data = Treatment.of(asked, List.of(event));
                    double[][] rows = data.design().rows();
                    boolean[] events = data.table().flags(event);
                    PropensityScore score = required(PropensityScore.fit(rows, data.treated()));
                    return new Answer()
                            .put("ATE", augmented(score, rows, events, Weighting.EVERYBODY))
                            .put("ATO", augmented(score, rows, events, Weighting.OVERLAP));
                });
    }

    private static Answer augmented(PropensityScore score, double[][] rows, boolean[] events, Weighting weighting) {
        PotentialMeans means = required(AugmentedWeighting.of(score, rows, events, weighting));
        return risks(means).put("rd_se_psweight", means.difference().standardError());
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
