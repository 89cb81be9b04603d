package org.trabecula.qualification;

import static org.trabecula.qualification.Answer.required;
import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.causal.AugmentedWeighting;
import org.trabecula.statistics.causal.DoublyRobust;
import org.trabecula.statistics.causal.OutcomeModel;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Estimate;

/** The effect of a treatment that was not drawn by lot, by weights, by an outcome model, and by both. */
final class EffectMethods {
    private static final Method.Input OUTCOME = needs("outcome", "the column of the event, 0 or 1");

    private EffectMethods() {}

    static List<Method> all() {
        return List.of(
                weighted(),
                standardised(),
                augmented()
                        .loose(
                                ".*rd_se_psweight",
                                1e-3,
                                0,
                                "the reference derives its sandwich by numeric differences; the case's notes allow 1e-3"));
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
                        CausalMethods.ARM,
                        CausalMethods.COVARIATES,
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
                        CausalMethods.ARM,
                        CausalMethods.COVARIATES,
                        OUTCOME,
                        takes("outcome_model", "the outcome's model, such as y ~ arm * age + sex"),
                        takes("propensity_model", "the arm's model, such as arm ~ age + sex")),
                EffectMethods::standardised);
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
                        CausalMethods.ARM,
                        CausalMethods.COVARIATES,
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
}
