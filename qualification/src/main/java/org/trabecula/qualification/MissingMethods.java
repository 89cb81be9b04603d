package org.trabecula.qualification;

import static org.trabecula.qualification.Answer.required;
import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.statistics.missing.DeltaAdjustment;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.missing.TippingPoint;
import org.trabecula.statistics.proportion.Proportion;

/** Missing data. */
final class MissingMethods {
    /** The name of multiple imputation, which a case may leave out. */
    static final String IMPUTATION = "multiple-imputation";

    private static final double LEVEL = 0.95;
    private static final double ALPHA = 0.05;
    private static final int SHOWN = 5;

    private MissingMethods() {}

    static List<Method> all() {
        return List.of(ImputationMethods.imputation(), pooling(), delta(), tipping());
    }

    private static Method pooling() {
        return Method.of(
                "rubin-pooling",
                guide(
                        "Pools an estimate over imputed data sets: mean, variance within and between, total, degrees of"
                                + " freedom, fraction of missing information, interval and p-value.",
                        "Barnard-Rubin degrees of freedom, of which the share of variance due to missing values counts as at"
                                + " least 1e-4, as in mice. r is (1+1/m)b/ubar, lambda (1+1/m)b/total, fmi"
                                + " (r+2/(df+3))/(r+1), re 1/(1+fmi/m). The interval is for 95 %.",
                        "Rubin 1987, section 3.3; Barnard and Rubin, Biometrika 1999;86:948; R mice::pool.scalar",
                        needs("estimates", "the estimate in each imputed data set"),
                        needs("variances", "its squared standard error in each"),
                        takes("df_complete", "degrees of freedom if nothing were missing; infinite unless given")),
                asked -> {
                    Inputs inputs = asked.inputs();
                    double complete = inputs.number("df_complete", Double.POSITIVE_INFINITY);
                    Pooled pooled;
                    try {
                        pooled =
                                required(Pooled.of(inputs.numbers("estimates"), inputs.numbers("variances"), complete));
                    } catch (IllegalArgumentException problem) {
                        throw new Unusable("inputs cannot be pooled: " + problem.getMessage());
                    }
                    return new Answer()
                            .put("qbar", pooled.estimate())
                            .put("ubar", pooled.within())
                            .put("b", pooled.between())
                            .put("total", pooled.total())
                            .put("se", pooled.standardError())
                            .put("r", pooled.increase())
                            .put("df", pooled.degreesOfFreedom())
                            .put("fmi", pooled.missingInformation())
                            .put("lambda", pooled.share())
                            .put("ci", pooled.interval(LEVEL))
                            .put("p", pooled.p())
                            .put("re", pooled.relativeEfficiency());
                });
    }

    private static Method tipping() {
        return Method.of(
                "tipping-point",
                guide(
                        "All ways in which the missing of a binary endpoint could have turned out, with the p-value of each:"
                                + " rows are events among the missing of arm 1 from 0 upwards, columns those of arm 0.",
                        "Two-sided Miettinen-Nurminen score test of equal risks; n_significant counts p below 0.05."
                                + " rd_complete is the difference among those seen.",
                        "Yan, Lee and Li, J Biopharm Stat 2009;19:1085; Miettinen and Nurminen, Stat Med 1985;4:213",
                        needs("n1", "how many were seen in arm 1"),
                        needs("x1", "how many of those had the event"),
                        needs("missing1", "how many of arm 1 were not seen"),
                        needs("n0", "how many were seen in arm 0"),
                        needs("x0", "how many of those had the event"),
                        needs("missing0", "how many of arm 0 were not seen")),
                MissingMethods::tipping);
    }

    private static Answer tipping(Case asked) {
        Inputs inputs = asked.inputs();
        try {
            var one = new Proportion(inputs.count("x1"), inputs.count("n1"));
            var other = new Proportion(inputs.count("x0"), inputs.count("n0"));
            TippingPoint grid =
                    required(TippingPoint.of(one, inputs.count("missing1"), other, inputs.count("missing0")));
            var answer = new Answer()
                    .put("p_matrix_rows_j", grid.p())
                    .put("n_significant", grid.below(ALPHA))
                    .put("best", grid.smallest())
                    .put("worst", grid.largest());
            return one.rate().isPresent() && other.rate().isPresent()
                    ? answer.put(
                            "rd_complete",
                            one.rate().getAsDouble() - other.rate().getAsDouble())
                    : answer.none("rd_complete");
        } catch (IllegalArgumentException problem) {
            throw new Unusable("inputs are no counts of two arms: " + problem.getMessage());
        }
    }

    private static Method delta() {
        return Method.of(
                "delta-adjustment",
                guide(
                        "The arm's effect at the last visit, adjusted for baseline, after the missing were imputed as if"
                                + " missing at random and each delta was added to what was imputed for the treated.",
                        "Deterministic: a missing response becomes its conditional mean under response ~ baseline*visit +"
                                + " arm*visit, unstructured, by restricted likelihood; a subject without any response"
                                + " becomes the model's mean. imputed_first_missing shows the first five, by"
                                + " subject unless subjects are numbers. Where the named"
                                + " arm column is absent but a column 'treatment' has two values, that one is used, with"
                                + " the first row's value as reference. Point estimates only: the error needs the"
                                + " jackknife or bootstrap of all steps.",
                        "Wolbers et al, Pharm Stat 2022;21:1246; R rbmi method_condmean",
                        needs("response", "the column of the response"),
                        needs("arm", "the column of the arm: 0 and 1, or two values of which the second is treated"),
                        needs("visit", "the column of the visit, in the order of time"),
                        needs("subject", "the column that tells subjects apart"),
                        needs("baseline", "the column of the response before treatment"),
                        needs("deltas", "what to add, one or more"),
                        takes("last_visit", "the visit to compare at; the last unless given")),
                MissingMethods::delta);
    }

    private static Answer delta(Case asked) {
        var data = SubjectsByVisit.of(asked);
        DeltaAdjustment adjustment = required(DeltaAdjustment.of(data.subjects()));
        var effects = new Answer();
        for (String delta : asked.inputs().texts("deltas")) {
            double value = Numbers.read(delta)
                    .orElseThrow(() -> new Unusable("inputs.deltas must be numbers, but one is " + delta));
            effects.put("delta_" + delta, required(adjustment.effect(data.last(), value)));
        }
        var names = new ArrayList<String>();
        var imputed = new ArrayList<Double>();
        for (int subject = 0; subject < data.names().size() && names.size() < SHOWN; subject++) {
            if (Double.isNaN(data.subjects().responses()[subject][data.last()])) {
                names.add(data.names().get(subject));
                imputed.add(adjustment.completed()[subject][data.last()]);
            }
        }
        double[] values = imputed.stream().mapToDouble(Double::doubleValue).toArray();
        var answer = new Answer().put("effect", effects);
        if (asked.table().isNumeric(asked.inputs().text("subject"))) {
            answer.put("imputed_first_missing", values);
        } else {
            answer.put("imputed_first_missing", names, values);
        }
        return answer.put("reml_loglik", adjustment.logLikelihood());
    }

    /**
     * Rows of single responses, gathered by subject.
     *
     * @param names the subjects in order of their first row
     * @param subjects their arms, baselines and responses
     * @param last the visit to compare at
     */
    private record SubjectsByVisit(List<String> names, DeltaAdjustment.Subjects subjects, int last) {

        static SubjectsByVisit of(Case asked) {
            Inputs inputs = asked.inputs();
            Table table = asked.table();
            String arm = inputs.text("arm");
            boolean renamed = !table.has(arm) && table.has("treatment");
            String column = renamed ? "treatment" : arm;
            table = table.complete(inputs.text("visit"), inputs.text("subject"), inputs.text("baseline"), column);
            List<String> arms =
                    renamed ? table.texts(column).stream().distinct().toList() : table.levels(column);
            if (arms.size() != 2) {
                throw new Unusable("the column " + column + " must hold two arms, but it holds " + Table.some(arms));
            }
            List<String> visits = table.levels(inputs.text("visit"));
            int last = inputs.given("last_visit").map(visits::indexOf).orElse(visits.size() - 1);
            if (last < 0) {
                throw new Unusable("inputs.last_visit must be one of the visits " + Table.some(visits) + ", but it is "
                        + inputs.text("last_visit"));
            }
            table.requireOnce(inputs.text("subject"), inputs.text("visit"));
            List<String> names =
                    table.texts(inputs.text("subject")).stream().distinct().toList();
            int[] subject = table.groups(inputs.text("subject"));
            List<String> armOf = table.texts(column);
            List<String> visitOf = table.texts(inputs.text("visit"));
            double[] response = table.numbers(inputs.text("response"));
            double[] before = table.numbers(inputs.text("baseline"));
            boolean[] treated = new boolean[names.size()];
            double[] baseline = new double[names.size()];
            double[][] responses = new double[names.size()][visits.size()];
            for (double[] row : responses) {
                Arrays.fill(row, Double.NaN);
            }
            // From the last row to the first, so that a subject's first row says what its arm and baseline are.
            for (int row = table.size() - 1; row >= 0; row--) {
                treated[subject[row]] = armOf.get(row).equals(arms.getLast());
                baseline[subject[row]] = before[row];
                responses[subject[row]][visits.indexOf(visitOf.get(row))] = response[row];
            }
            return new SubjectsByVisit(names, new DeltaAdjustment.Subjects(treated, baseline, responses), last);
        }
    }
}
