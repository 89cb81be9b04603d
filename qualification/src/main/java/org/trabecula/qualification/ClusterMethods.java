package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.cluster.ClusterCorrection;
import org.trabecula.statistics.cluster.ClusterRobust;
import org.trabecula.statistics.cluster.ClusterRobustLogistic;
import org.trabecula.statistics.cluster.ClusteredUnits;
import org.trabecula.statistics.cluster.MarginalFit;
import org.trabecula.statistics.cluster.MarginalLogistic;
import org.trabecula.statistics.cluster.MomentConvention;
import org.trabecula.statistics.cluster.RandomInterceptLogistic;
import org.trabecula.statistics.cluster.WorkingCorrelation;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;

/** Logistic models for units in clusters. */
final class ClusterMethods {
    private static final int POINTS = 25;

    private ClusterMethods() {}

    static List<Method> all() {
        return List.of(marginal(), robust(), randomIntercept());
    }

    private static Method marginal() {
        return Method.of(
                "gee-logistic",
                guide(
                        "Marginal logistic model for clustered units by generalised estimating equations: coefficients,"
                                + " working correlation, and standard errors by the sandwich and three corrections for"
                                + " few clusters.",
                        "Both conventions side by side. geepack_convention divides the scale by n and correlations by"
                                + " pairs, and fits an AR(1) correlation to all pairs; sas_gee_convention (PROC GENMOD,"
                                + " R gee) divides by n - p and pairs - p, and uses neighbours. Units of a cluster are"
                                + " in time order of the rows. Kauermann-Carroll is the one-sided form made symmetric."
                                + " vcov_robust is column by column. Rows with a missing cell are left out.",
                        "Liang KY, Zeger SL, Biometrika 1986;73:13-22. Mancl LA, DeRouen TA, Biometrics 2001;57:126-134."
                                + " Kauermann G, Carroll RJ, J Am Stat Assoc 2001;96:1387-1396. Fay MP, Graubard BI,"
                                + " Biometrics 2001;57:1198-1206.",
                        needs("formula", "the model in R's notation, such as loose ~ arm + sacral; 0/1 response"),
                        needs("id", "the column that says which cluster a row belongs to"),
                        takes("corstr", "independence, exchangeable (if not given) or ar1")),
                asked -> {
                    var model = Model.of(asked, "id");
                    WorkingCorrelation correlation = correlation(asked.inputs());
                    return new Answer()
                            .put("geepack_convention", fitted(model, correlation, MomentConvention.GEEPACK))
                            .put("sas_gee_convention", fitted(model, correlation, MomentConvention.SAS));
                });
    }

    private static WorkingCorrelation correlation(Inputs inputs) {
        return switch (inputs.given("corstr").orElse("exchangeable")) {
            case "independence" -> WorkingCorrelation.INDEPENDENCE;
            case "exchangeable" -> WorkingCorrelation.EXCHANGEABLE;
            case "ar1" -> WorkingCorrelation.AUTOREGRESSIVE;
            case String other ->
                throw new Unusable(
                        "inputs.corstr must be independence, exchangeable or ar1, but it is '" + other + "'");
        };
    }

    private static Answer fitted(Model model, WorkingCorrelation correlation, MomentConvention convention) {
        MarginalFit fit = Answer.required(MarginalLogistic.fit(model.units(), correlation, convention));
        var answer = new Answer()
                .put("coef", model.names(), fit.coefficients())
                .put("alpha", fit.alpha())
                .put("phi", fit.scale());
        Outcome<double[][]> robust = fit.covariance(ClusterCorrection.NONE);
        answer.put("se_robust", model.errors(robust));
        answer.put("se_naive", model.errors(Outcome.of(fit.naive())));
        answer.put("se_kauermann_carroll", model.errors(fit.covariance(ClusterCorrection.KAUERMANN_CARROLL)));
        answer.put("se_mancl_derouen", model.errors(fit.covariance(ClusterCorrection.MANCL_DEROUEN)));
        answer.put("se_fay_graubard", model.errors(fit.covariance(ClusterCorrection.FAY_GRAUBARD)));
        return answer.put(
                "vcov_robust",
                Arrays.stream(Answer.required(robust))
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
    }

    private static Method robust() {
        return Method.of(
                "cluster-robust-logistic",
                guide(
                        "Ordinary logistic regression with cluster-robust standard errors CR0 to CR3, and the CR2 test"
                                + " with Satterthwaite's degrees of freedom.",
                        "CR1 multiplies the variance with m / (m - 1), CR1S with m (n - 1) / ((m - 1) (n - p)); CR2"
                                + " takes independent binomial units as its working model and a symmetric root; CR3 is"
                                + " (I - H)^-1. Rows with a missing cell are left out.",
                        "Bell RM, McCaffrey DF, Survey Methodology 2002;28:169-181. Pustejovsky JE, Tipton E, J Bus Econ"
                                + " Stat 2018;36:672-683. R clubSandwich::vcovCR, coef_test(test='Satterthwaite')",
                        needs("formula", "the model in R's notation; 0/1 response"),
                        needs("cluster", "the column that says which cluster a row belongs to")),
                asked -> {
                    var model = Model.of(asked, "cluster");
                    ClusterRobustLogistic fit = Answer.required(ClusterRobustLogistic.fit(model.units()));
                    var errors = new Answer();
                    for (ClusterRobust kind : ClusterRobust.values()) {
                        errors.put(kind.name(), model.errors(fit.covariance(kind)));
                    }
                    var degrees = new Answer();
                    var ps = new Answer();
                    for (int column = 0; column < model.names().size(); column++) {
                        Optional<Contrast> test = fit.coefficient(column).value();
                        String name = model.names().get(column);
                        degrees.put(name, number(test.map(Contrast::degreesOfFreedom)));
                        ps.put(name, number(test.map(Contrast::p)));
                    }
                    return new Answer()
                            .put("coef", model.names(), fit.fit().coefficients())
                            .put("se", errors)
                            .put("cr2_df", degrees)
                            .put("cr2_p", ps);
                });
    }

    private static Method randomIntercept() {
        return Method.of(
                "random-intercept-logistic",
                guide(
                        "Logistic regression with a normal intercept for each cluster, by maximum likelihood with adaptive"
                                + " Gauss-Hermite quadrature.",
                        "Odds ratios are conditional on the cluster, not comparable with those of gee-logistic. Standard"
                                + " errors are from the observed information of the standard deviation and the"
                                + " coefficients together. Rows with a missing cell are left out.",
                        "Pinheiro JC, Bates DM, J Comput Graph Stat 1995;4:12-35. R lme4::glmer(nAGQ=)",
                        needs("formula", "the model in R's notation with its cluster, such as y ~ x + (1 | id)"),
                        takes("nAGQ", "quadrature points, 1 to 100; 25 if not given")),
                asked -> {
                    var formula = Formula.of(asked.inputs().text("formula"));
                    if (formula.cluster().isEmpty()) {
                        throw new Unusable("inputs.formula must name the clusters, such as (1 | id)");
                    }
                    int points = asked.inputs().count("nAGQ", POINTS);
                    if (points < 1 || points > 100) {
                        throw new Unusable("inputs.nAGQ must be 1 to 100, but it is " + points);
                    }
                    var model = Model.of(asked.table(), formula, formula.cluster());
                    RandomInterceptLogistic fit = Answer.required(RandomInterceptLogistic.fit(model.units(), points));
                    return new Answer()
                            .put("sd_random", fit.deviation())
                            .put("coef", model.names(), fit.coefficients())
                            .put("se_observed_info", model.names(), fit.standardErrors())
                            .put("minus2loglik", -2 * fit.logLikelihood());
                });
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** The units of a case and the names of their columns. */
    private record Model(ClusteredUnits units, List<String> names) {
        static Model of(Case asked, String input) {
            return of(
                    asked.table(),
                    Formula.of(asked.inputs().text("formula")),
                    asked.inputs().text(input));
        }

        static Model of(Table all, Formula formula, String cluster) {
            var needed = new ArrayList<>(formula.columns());
            needed.add(cluster);
            Table table = all.complete(needed);
            Formula.Design design = formula.design(table);
            return new Model(
                    new ClusteredUnits(design.rows(), table.flags(formula.response()), table.groups(cluster)),
                    design.names());
        }

        /** Standard errors by name, or none at all; one whose variance came out negative is not defined. */
        Answer errors(Outcome<double[][]> covariance) {
            var answer = new Answer();
            for (int column = 0; column < names.size(); column++) {
                int at = column;
                Optional<Double> error = covariance
                        .value()
                        .map(found -> found[at][at])
                        .filter(variance -> variance >= 0)
                        .map(Math::sqrt);
                answer.put(names.get(column), number(error));
            }
            return answer;
        }
    }
}
