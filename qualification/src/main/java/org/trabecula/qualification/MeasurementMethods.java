package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trabecula.statistics.agreement.BlandAltman;
import org.trabecula.statistics.agreement.BlindingTable;
import org.trabecula.statistics.agreement.Concordance;
import org.trabecula.statistics.agreement.DiagnosticTable;
import org.trabecula.statistics.agreement.Misclassified;
import org.trabecula.statistics.agreement.PartialVerification;
import org.trabecula.statistics.agreement.Roc;
import org.trabecula.statistics.distribution.NormalTail;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.proportion.Proportion;

/** Methods of measuring against each other, and tests against the truth. */
final class MeasurementMethods {
    private MeasurementMethods() {}

    static List<Method> all() {
        return List.of(blandAltman(), accuracy(), roc(), verification(), misclassification(), blinding());
    }

    private static Method blandAltman() {
        return Method.of(
                "bland-altman",
                guide(
                        "Limits of agreement of two methods of measuring, with the slope of the difference and Lin's"
                                + " concordance. Differences are x minus y; rows with a missing value are left out.",
                        "Limits are bias plus and minus 1.96 SD; their errors as in the papers of 1986 and 1999; exact"
                                + " limits by the noncentral t with 1.959964. Lin's variances have the divisor n, its"
                                + " interval is on Fisher's z.",
                        "Bland and Altman 1986 and 1999; Carkeet 2015; Lin 1989; Pitman 1939.",
                        needs("x", "the column of the first method"),
                        needs("y", "the column of the second method"),
                        ProportionMethods.CONF),
                asked -> {
                    String x = asked.inputs().text("x");
                    String y = asked.inputs().text("y");
                    Table table = asked.table().complete(x, y);
                    return blandAltman(table.numbers(x), table.numbers(y), ProportionMethods.level(asked));
                });
    }

    private static Answer blandAltman(double[] x, double[] y, double level) {
        var pairs = Answer.required(BlandAltman.of(x, y));
        var lin = Concordance.of(x, y).value();
        return new Answer()
                .put("bias", pairs.bias())
                .put("sd", pairs.sd())
                .put("bias_ci", pairs.biasInterval(level))
                .put("loa_1.96", pairs.limits())
                .put("loa_se_1986", pairs.limitError1986())
                .put("lower_loa_ci_1986", pairs.lowerLimit1986(level))
                .put("upper_loa_ci_1986", pairs.upperLimit1986(level))
                .put("loa_se_1999", pairs.limitError1999())
                .put("upper_loa_exact_ci", pairs.upperLimitExact(level))
                .put("lower_loa_exact_ci", pairs.lowerLimitExact(level))
                .put("slope", pairs.slope())
                .put("slope_p", pairs.slopeP())
                .put("lin_ccc_n", Numbers.of(lin, Concordance::value))
                .put("lin_ccc_epiR", Numbers.of(lin, Concordance::value))
                .put("lin_ccc_ci_epiR", lin.flatMap(one -> one.interval(level)))
                .put("pitman_r", pairs.correlation());
    }

    private static Method accuracy() {
        return Method.of(
                "diagnostic-accuracy",
                guide(
                        "The accuracy of a test against the truth: shares with exact and with Wilson limits, likelihood"
                                + " ratios, diagnostic odds ratio, Youden's index.",
                        "The names inside epiR_exact and epiR_wilson are that package's: ap and tp are apparent and true"
                                + " prevalence, p.rout and p.rin the shares ruled out and in, p.tpdn positives among the"
                                + " healthy, p.tndp negatives among the diseased, p.dntp healthy among positives, p.dptn"
                                + " diseased among negatives. Youden's limits add those of sensitivity and specificity;"
                                + " nndx is their reciprocal.",
                        "Altman and Bland 1994; Simel, Samsa and Matchar 1991 (likelihood ratios).",
                        needs("tp", "true positives"),
                        needs("fp", "false positives"),
                        needs("fn", "false negatives"),
                        needs("tn", "true negatives"),
                        ProportionMethods.CONF),
                asked -> {
                    var inputs = asked.inputs();
                    double level = ProportionMethods.level(asked);
                    var table = new DiagnosticTable(
                            inputs.count("tp"), inputs.count("fp"), inputs.count("fn"), inputs.count("tn"));
                    return accuracy(table, level)
                            .put("epiR_exact", detail(table, level, one -> one.clopperPearson(level)))
                            .put("epiR_wilson", detail(table, level, one -> one.wilson(level)));
                });
    }

    private static Answer accuracy(DiagnosticTable table, double level) {
        return new Answer()
                .put("sensitivity", table.sensitivity().rate())
                .put("specificity", table.specificity().rate())
                .put("ppv", table.positivePredictive().rate())
                .put("npv", table.negativePredictive().rate())
                .put("lr_pos", table.positiveRatio())
                .put("lr_pos_ci", table.positiveRatioInterval(level))
                .put("lr_neg", table.negativeRatio())
                .put("lr_neg_ci", table.negativeRatioInterval(level))
                .put("dor", table.oddsRatio())
                .put("dor_ci", table.oddsRatioInterval(level))
                .put("youden", table.youden())
                .put("accuracy", table.accuracy().rate());
    }

    private static Answer detail(DiagnosticTable table, double level, Function<Proportion, Interval> limits) {
        var answer = new Answer();
        share(answer, "ap", table.apparentPrevalence(), limits);
        share(answer, "tp", table.truePrevalence(), limits);
        share(answer, "se", table.sensitivity(), limits);
        share(answer, "sp", table.specificity(), limits);
        share(answer, "diag.ac", table.accuracy(), limits);
        three(answer, "diag.or", table.oddsRatio(), table.oddsRatioInterval(level));
        Interval se = limits.apply(table.sensitivity());
        Interval sp = limits.apply(table.specificity());
        double low = se.lower() + sp.lower() - 1;
        double high = se.upper() + sp.upper() - 1;
        OptionalDouble youden = table.youden();
        // The reciprocal of an interval is one only where zero is outside.
        boolean away = youden.isPresent() && low * high > 0;
        three(
                answer,
                "nndx",
                away ? OptionalDouble.of(1 / youden.orElseThrow()) : OptionalDouble.empty(),
                away ? Optional.of(new Interval(1 / high, 1 / low)) : Optional.empty());
        three(answer, "youden", youden, Optional.of(new Interval(low, high)));
        share(answer, "pv.pos", table.positivePredictive(), limits);
        share(answer, "pv.neg", table.negativePredictive(), limits);
        three(answer, "lr.pos", table.positiveRatio(), table.positiveRatioInterval(level));
        three(answer, "lr.neg", table.negativeRatio(), table.negativeRatioInterval(level));
        share(answer, "p.rout", new Proportion(table.negative(), table.total()), limits);
        share(answer, "p.rin", new Proportion(table.positive(), table.total()), limits);
        share(answer, "p.tpdn", new Proportion(table.falsePositive(), table.healthy()), limits);
        share(answer, "p.tndp", new Proportion(table.falseNegative(), table.diseased()), limits);
        share(answer, "p.dntp", new Proportion(table.falsePositive(), table.positive()), limits);
        share(answer, "p.dptn", new Proportion(table.falseNegative(), table.negative()), limits);
        return answer;
    }

    private static void share(Answer answer, String name, Proportion share, Function<Proportion, Interval> limits) {
        three(answer, name, share.rate(), Optional.of(limits.apply(share)));
    }

    private static void three(Answer answer, String name, OptionalDouble value, Optional<Interval> limits) {
        if (value.isEmpty() || limits.isEmpty()) {
            answer.none(name);
        } else {
            Interval both = limits.orElseThrow();
            answer.put(name, new double[] {value.orElseThrow(), both.lower(), both.upper()});
        }
    }

    private static Method roc() {
        return Method.of(
                "roc",
                guide(
                        "The areas under the ROC curves of two scores of the same subjects, DeLong's variances, the test"
                                + " that they are equal, and the first score's cut-off by Youden's index.",
                        "A higher score speaks for a case unless direction begins with 'lower'; ties count half. Cut-offs"
                                + " lie halfway between scores that occur; the lowest of equally good ones is taken."
                                + " Limits of an area are cut off at 0 and 1. Rows with a missing value are left out.",
                        "DeLong, DeLong and Clarke-Pearson 1988; Youden 1950.",
                        needs("truth", "the column of the truth: two values, the second is the case"),
                        needs("score1", "the column of the first score"),
                        needs("score2", "the column of the second score"),
                        takes("direction", "'higher score = positive' (where not given) or 'lower score = positive'"),
                        ProportionMethods.CONF),
                MeasurementMethods::roc);
    }

    private static Answer roc(Case asked) {
        String truth = asked.inputs().text("truth");
        String score1 = asked.inputs().text("score1");
        String score2 = asked.inputs().text("score2");
        Table table = asked.table().complete(truth, score1, score2);
        List<String> levels = table.twoLevels(truth);
        boolean lower = asked.inputs().given("direction").orElse("").startsWith("lower");
        boolean[] cases = new boolean[table.size()];
        List<String> texts = table.texts(truth);
        for (int row = 0; row < cases.length; row++) {
            cases[row] = texts.get(row).equals(levels.getLast());
        }
        Roc one = Answer.required(Roc.of(cases, scores(table, score1, lower)));
        Roc other = Answer.required(Roc.of(cases, scores(table, score2, lower)));
        Interval limits = one.interval(ProportionMethods.level(asked));
        double variance = one.variance() + other.variance() - 2 * one.covariance(other);
        Roc.Cut cut = one.youden();
        var answer = new Answer()
                .put("auc1", one.area())
                .put("auc1_var", one.variance())
                .put("auc1_ci", new double[] {limits.lower(), one.area(), limits.upper()})
                .put("auc2", other.area())
                .put("auc2_var", other.variance())
                .put("cov", one.covariance(other));
        if (variance > 1e-15) {
            double z = (one.area() - other.area()) / Math.sqrt(variance);
            answer.put("z", z).put("p", 2 * Math.exp(NormalTail.logAbove(Math.abs(z))));
        } else {
            answer.none("z").none("p");
        }
        return answer.put(
                "youden",
                new Answer()
                        .put("threshold", lower ? -cut.threshold() : cut.threshold())
                        .put("sensitivity", cut.sensitivity())
                        .put("specificity", cut.specificity()));
    }

    private static double[] scores(Table table, String column, boolean lower) {
        double[] scores = table.numbers(column);
        for (int row = 0; row < scores.length && lower; row++) {
            scores[row] = -scores[row];
        }
        return scores;
    }

    private static Method verification() {
        return Method.of(
                "verification-bias",
                guide(
                        "Sensitivity and specificity of a test when the truth was looked up for some only, beside the"
                                + " naive ones of those verified.",
                        "Right if verification depends on the test's result alone. Limits are symmetric on the logit"
                                + " scale.",
                        "Begg and Greenes 1983.",
                        needs("t_pos_d_pos", "test positive, diseased"),
                        needs("t_pos_d_neg", "test positive, healthy"),
                        needs("t_pos_unverified", "test positive, truth unknown"),
                        needs("t_neg_d_pos", "test negative, diseased"),
                        needs("t_neg_d_neg", "test negative, healthy"),
                        needs("t_neg_unverified", "test negative, truth unknown"),
                        ProportionMethods.CONF),
                asked -> {
                    var in = asked.inputs();
                    double level = ProportionMethods.level(asked);
                    var data = new PartialVerification(
                            in.count("t_pos_d_pos"),
                            in.count("t_pos_d_neg"),
                            in.count("t_pos_unverified"),
                            in.count("t_neg_d_pos"),
                            in.count("t_neg_d_neg"),
                            in.count("t_neg_unverified"));
                    var corrected = Answer.required(data.corrected());
                    var naive = data.verifiedOnly();
                    return new Answer()
                            .put("sensitivity", corrected.sensitivity())
                            .put("specificity", corrected.specificity())
                            .put("sens_ci_logit", corrected.sensitivityInterval(level))
                            .put("spec_ci_logit", corrected.specificityInterval(level))
                            .put("logit_se_sens", corrected.sensitivityError())
                            .put("logit_se_spec", corrected.specificityError())
                            .put("naive_sensitivity", naive.sensitivity().rate())
                            .put("naive_specificity", naive.specificity().rate())
                            .put("prevalence", corrected.prevalence())
                            .put("ppv", corrected.positivePredictive())
                            .put("npv", corrected.negativePredictive());
                });
    }

    private static Method misclassification() {
        return Method.of(
                "misclassification-correction",
                guide(
                        "A risk difference (group 1 minus group 0) corrected for readings that err differently by arm.",
                        "Corrected shares are not cut off at 0 and 1. The error is given with sensitivity and specificity"
                                + " known, and with both estimated from validation samples.",
                        "Rogan and Gladen 1978.",
                        needs("x1", "events as read in group 1"),
                        needs("n1", "members of group 1"),
                        needs("x0", "events as read in group 0"),
                        needs("n0", "members of group 0"),
                        needs("sens1", "sensitivity of the reading in group 1"),
                        needs("spec1", "specificity of the reading in group 1"),
                        needs("sens0", "sensitivity of the reading in group 0"),
                        needs("spec0", "specificity of the reading in group 0"),
                        takes(
                                "validation_n_per_arm_and_truth",
                                "true positives, and true negatives, of each arm that sensitivity and specificity were"
                                        + " estimated from; known where not given")),
                asked -> {
                    var in = asked.inputs();
                    double validated = in.number("validation_n_per_arm_and_truth", Double.POSITIVE_INFINITY);
                    var first = new Proportion(in.count("x1"), in.count("n1"));
                    var second = new Proportion(in.count("x0"), in.count("n0"));
                    var one = Answer.required(
                            new Misclassified(first, in.number("sens1"), in.number("spec1")).corrected(validated));
                    var zero = Answer.required(
                            new Misclassified(second, in.number("sens0"), in.number("spec0")).corrected(validated));
                    double known = one.knownVariance() + zero.knownVariance();
                    return new Answer()
                            .put("p1", one.value())
                            .put("p0", zero.value())
                            .put(
                                    "rd_observed",
                                    first.rate().orElseThrow() - second.rate().orElseThrow())
                            .put("rd_corrected", one.value() - zero.value())
                            .put("se_known", Math.sqrt(known))
                            .put(
                                    "se_estimated",
                                    Math.sqrt(known + one.estimationVariance() + zero.estimationVariance()));
                });
    }

    private static Method blinding() {
        return Method.of(
                "blinding",
                guide(
                        "Whether a blind held, from what those in two arms guessed: Bang's index of each arm and James's"
                                + " of both.",
                        "Bang: 1 is no blinding, 0 random guessing, -1 all wrong. James: 0 is no blinding, 1/2 random"
                                + " guessing, 1 when nobody claims to know; a wrong guess weighs 1/2.",
                        "Bang, Ni and Davis 2004; James et al. 1996.",
                        needs("active_right", "in the active arm, guessed active"),
                        needs("active_wrong", "in the active arm, guessed control"),
                        needs("active_unknown", "in the active arm, did not know"),
                        needs("control_right", "in the control arm, guessed control"),
                        needs("control_wrong", "in the control arm, guessed active"),
                        needs("control_unknown", "in the control arm, did not know"),
                        ProportionMethods.CONF),
                asked -> {
                    double level = ProportionMethods.level(asked);
                    var table = new BlindingTable(guesses(asked, "active"), guesses(asked, "control"));
                    return new Answer()
                            .put("bang_active", table.active().bang(), one -> estimate(one, level))
                            .put("bang_control", table.control().bang(), one -> estimate(one, level))
                            .put("james", table.james(), one -> estimate(one, level));
                });
    }

    private static BlindingTable.Guesses guesses(Case asked, String arm) {
        return new BlindingTable.Guesses(
                asked.inputs().count(arm + "_right"),
                asked.inputs().count(arm + "_wrong"),
                asked.inputs().count(arm + "_unknown"));
    }

    private static Answer estimate(Estimate one, double level) {
        return new Answer()
                .put("index", one.value())
                .put("se", one.standardError())
                .put("ci", one.interval(level));
    }
}
