package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.trabecula.statistics.agreement.ClusteredKappa;
import org.trabecula.statistics.agreement.Coefficient;
import org.trabecula.statistics.agreement.Fleiss;
import org.trabecula.statistics.agreement.IntraclassCorrelation;
import org.trabecula.statistics.agreement.IntraclassCorrelation.Form;
import org.trabecula.statistics.agreement.Kappa;
import org.trabecula.statistics.agreement.Ratings;
import org.trabecula.statistics.agreement.ReaderTable;
import org.trabecula.statistics.agreement.Weighting;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;

/** Readers: how far they agree. */
final class AgreementMethods {
    private static final Method.Input RATERS = needs("raters", "the columns of the readers");

    private AgreementMethods() {}

    static List<Method> all() {
        return List.of(kappa(), readers(), clustered(), intraclass());
    }

    private static Method kappa() {
        return Method.of(
                        "kappa",
                        guide(
                                "Cohen's kappa of two readers, without and with weights, and the other coefficients that"
                                        + " correct agreement for chance, from a square table.",
                                "Linear weights are vcd's 'Equal-Spacing', quadratic ones 'Fleiss-Cohen'. Kappa has"
                                        + " normal limits; Gwet, Krippendorff, Brennan-Prediger, Scott and Cohen as in"
                                        + " irrCAC have t limits with n - 1 degrees of freedom, printed to three"
                                        + " decimals. PABAK is given for two categories. Bowker's statistic is not"
                                        + " defined when a pair of categories was never confused, as in R.",
                                "Fleiss, Cohen and Everitt 1969; Gwet 2008; Krippendorff 1970; Brennan and Prediger 1981;"
                                        + " Scott 1955; Bowker 1948.",
                                needs(
                                        "table_rows_reader1",
                                        "the counts: a row for each category of the first reader, a column for each of"
                                                + " the second"),
                                ProportionMethods.CONF),
                        AgreementMethods::kappa)
                .loose(
                        "(gwet_ac1|krippendorff_alpha|brennan_prediger|scott_pi|cohen_irrcac)\\.(est|se)",
                        0,
                        1e-5,
                        "irrCAC may round to five decimals");
    }

    private static Answer kappa(Case asked) {
        double level = ProportionMethods.level(asked);
        var table = new ReaderTable(Arrays.stream(asked.inputs().matrix("table_rows_reader1"))
                .map(AgreementMethods::whole)
                .toArray(int[][]::new));
        var answer = new Answer();
        for (Weighting weighting : Weighting.values()) {
            String name = weighting == Weighting.NOMINAL
                    ? "unweighted"
                    : weighting.name().toLowerCase(Locale.ROOT);
            answer.put(name, table.kappa(weighting), one -> kappa(one, level));
        }
        if (table.counts().length == 2) {
            answer.put(
                    "pabak", Numbers.of(table.brennanPrediger(Weighting.NOMINAL).value(), Coefficient::value));
        } else {
            answer.none("pabak");
        }
        return answer.put("gwet_ac1", table.gwet(Weighting.NOMINAL), one -> short3(one, level))
                .put("krippendorff_alpha", table.krippendorff(Weighting.NOMINAL), one -> short3(one, level))
                .put("brennan_prediger", table.brennanPrediger(Weighting.NOMINAL), one -> short3(one, level))
                .put("scott_pi", table.scott(Weighting.NOMINAL), one -> short3(one, level))
                .put("cohen_irrcac", table.cohen(Weighting.NOMINAL), one -> short3(one, level))
                .put("bowker", bowker(table));
    }

    private static Answer kappa(Kappa one, double level) {
        Interval limits = one.interval(level);
        return new Answer()
                .put("kappa", one.value())
                .put("se", one.standardError())
                .put("lower", limits.lower())
                .put("upper", limits.upper())
                .put("se_null", one.nullError())
                .put("z", one.z())
                .put("po", one.observed())
                .put("pe", one.chance());
    }

    private static Answer short3(Coefficient one, double level) {
        return new Answer()
                .put("est", one.value())
                .put("se", one.standardError())
                .put("ci", limits(one, level));
    }

    private static Answer bowker(ReaderTable table) {
        int k = table.counts().length;
        int pairs = k * (k - 1) / 2;
        var answer = new Answer();
        table.bowker()
                .filter(test -> test.degrees() == pairs)
                .ifPresentOrElse(test -> answer.put("chisq", test.statistic()), () -> answer.none("chisq"));
        return answer.put("df", pairs);
    }

    private static int[] whole(double[] row) {
        return Arrays.stream(row)
                .mapToInt(one -> {
                    if (one != Math.rint(one)) {
                        throw new Unusable("inputs.table_rows_reader1 must hold whole numbers, but one is " + one);
                    }
                    return (int) one;
                })
                .toArray();
    }

    /** Limits as irrCAC prints them: (0.643,0.894). */
    private static String limits(Coefficient one, double level) {
        Interval limits = one.interval(level);
        return "(" + three(limits.lower()) + "," + three(limits.upper()) + ")";
    }

    private static String three(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static Method readers() {
        return Method.of(
                        "multi-reader-agreement",
                        guide(
                                "Agreement of several readers in categories: Fleiss, Gwet AC1, Krippendorff,"
                                        + " Brennan-Prediger, Conger. Reads may be missing.",
                                "Errors take the readers as fixed and the subjects as a sample; limits by t. 'fleiss' is"
                                        + " the test of no agreement beyond chance and needs complete reads. What is"
                                        + " called irrcac_ is rounded to five decimals, its limits to three, as that"
                                        + " package does; gwet_ac1 has all digits.",
                                "Fleiss 1971; Fleiss, Nee and Landis 1979; Gwet 2008 and 2014; Krippendorff 1970;"
                                        + " Brennan and Prediger 1981; Conger 1980.",
                                RATERS,
                                takes("categories", "all categories in order; those that occur where not given"),
                                takes(
                                        "weights",
                                        "nominal, linear or quadratic (with these, AC1 is AC2); nominal where not given"),
                                ProportionMethods.CONF),
                        AgreementMethods::readers)
                .loose("irrcac_.*\\.(coeff|se)", 0, 1.001e-5, "irrCAC rounds to five decimals")
                .loose("irrcac_.*\\.p", 1e-8, 1e-13, "R takes the p-value as 1 - cdf, which cancels");
    }

    private static Answer readers(Case asked) {
        double level = ProportionMethods.level(asked);
        var weighting =
                asked.inputs().given("weights").map(AgreementMethods::weighting).orElse(Weighting.NOMINAL);
        var reads = Reads.of(
                asked.table(), asked.inputs().texts("raters"), asked.inputs().texts("categories"));
        var ratings = Ratings.of(reads.bySubject(), reads.categories().size());
        Coefficient gwet = Answer.required(ratings.gwet(weighting));
        Interval limits = gwet.interval(level);
        return new Answer()
                .put("fleiss", ratings.fleiss(), one -> fleiss(one, reads.categories()))
                .put(
                        "gwet_ac1",
                        new Answer()
                                .put("coeff", gwet.value())
                                .put("se", gwet.standardError())
                                .put("lower", limits.lower())
                                .put("upper", limits.upper())
                                .put("pa", gwet.observed())
                                .put("pe", gwet.chance()))
                .put("irrcac_fleiss", ratings.fleiss(weighting), one -> rounded(one, level))
                .put("irrcac_krippendorff", ratings.krippendorff(weighting), one -> rounded(one, level))
                .put("irrcac_brennan_prediger", ratings.brennanPrediger(weighting), one -> rounded(one, level))
                .put("irrcac_conger", ratings.conger(weighting), one -> rounded(one, level))
                .put("percent_agreement", gwet.observed());
    }

    private static Answer fleiss(Fleiss one, List<String> categories) {
        var byCategory = new Answer();
        for (int k = 0; k < categories.size(); k++) {
            byCategory.put(categories.get(k), one.byCategory().get(k));
        }
        return new Answer()
                .put("kappa", one.value())
                .put("se_null", one.nullError())
                .put("z", one.z())
                .put("kappa_by_category", byCategory);
    }

    private static Answer rounded(Coefficient one, double level) {
        return new Answer()
                .put("coeff", five(one.value()))
                .put("se", five(one.standardError()))
                .put("ci", limits(one, level))
                .put("p", one.p())
                .put("pa", one.observed())
                .put("pe", one.chance());
    }

    private static double five(double number) {
        return BigDecimal.valueOf(number).setScale(5, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static Weighting weighting(String name) {
        return Stream.of(Weighting.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new Unusable("inputs.weights must be nominal, linear or quadratic, but it is '" + name + "'"));
    }

    private static Method clustered() {
        return Method.of(
                "clustered-kappa",
                guide(
                        "Cohen's kappa of units that come in clusters, such as screws in participants.",
                        "Errors from leaving out one cluster at a time and from influences summed by cluster, both with"
                                + " the factor for K clusters; limits by t with K - 1 degrees of freedom.",
                        "Delete-one-cluster jackknife and linearisation; compare Yang and Zhou 2014.",
                        needs("reader1", "the column of the first reader"),
                        needs("reader2", "the column of the second reader"),
                        needs("cluster", "the column that names the cluster"),
                        ProportionMethods.CONF),
                asked -> {
                    String cluster = asked.inputs().text("cluster");
                    var columns = List.of(
                            asked.inputs().text("reader1"), asked.inputs().text("reader2"));
                    Table table = asked.table()
                            .complete(Stream.concat(columns.stream(), Stream.of(cluster))
                                    .toList());
                    var reads = Reads.of(table, columns, List.of());
                    var kappa = Answer.required(ClusteredKappa.of(
                            reads.byReader(0),
                            reads.byReader(1),
                            table.groups(cluster),
                            Math.max(2, reads.categories().size()),
                            Weighting.NOMINAL));
                    return new Answer()
                            .put("kappa", kappa.value())
                            .put("se_jackknife", kappa.jackknifeError())
                            .put("se_linearised_cluster", kappa.linearisedError())
                            .put("se_ignoring_clusters", kappa.naiveError())
                            .put("ci_t_jackknife", kappa.interval(ProportionMethods.level(asked)))
                            .put("clusters", kappa.clusters())
                            .put("design_effect", kappa.designEffect());
                });
    }

    private static Method intraclass() {
        return Method.of(
                "intraclass-correlation",
                guide(
                        "The six intraclass correlations of readers who all measured all subjects, with intervals, F"
                                + " tests and the standard error of measurement. Rows with a missing measurement are left"
                                + " out.",
                        "McGraw and Wong's names: ICC(A,1) is Shrout and Fleiss' ICC(2,1), ICC(C,1) their ICC(3,1). The"
                                + " interval for agreement has Satterthwaite's degrees of freedom.",
                        "McGraw and Wong 1996; Shrout and Fleiss 1979.",
                        RATERS,
                        ProportionMethods.CONF),
                AgreementMethods::intraclass);
    }

    private static Answer intraclass(Case asked) {
        List<String> raters = asked.inputs().texts("raters");
        Table table = asked.table().complete(raters);
        double[][] measured = new double[table.size()][raters.size()];
        for (int column = 0; column < raters.size(); column++) {
            double[] numbers = table.numbers(raters.get(column));
            for (int row = 0; row < numbers.length; row++) {
                measured[row][column] = numbers[row];
            }
        }
        double level = ProportionMethods.level(asked);
        Outcome<IntraclassCorrelation> outcome = IntraclassCorrelation.of(measured);
        var all = Answer.required(outcome);
        return new Answer()
                .put("ms_rows", all.rows())
                .put("ms_cols", all.columns())
                .put("ms_error", all.error())
                .put("ms_within", all.within())
                .put("icc_1_1", form(all, Form.ONE_WAY, level))
                .put("icc_A_1", form(all, Form.AGREEMENT, level))
                .put("icc_C_1", form(all, Form.CONSISTENCY, level))
                .put("icc_1_k", form(all, Form.ONE_WAY_MEAN, level))
                .put("icc_A_k", form(all, Form.AGREEMENT_MEAN, level))
                .put("icc_C_k", form(all, Form.CONSISTENCY_MEAN, level))
                .put("sem_agreement", all.agreementError())
                .put("sem_consistency", all.consistencyError());
    }

    private static Answer form(IntraclassCorrelation all, Form form, double level) {
        var one = all.form(form, level);
        return new Answer()
                .put("icc", one.value())
                .put("lower", one.interval().lower())
                .put("upper", one.interval().upper())
                .put("F", one.f())
                .put("df1", one.numerator())
                .put("df2", one.denominator())
                .put("p", one.p());
    }
}
