package org.trabecula.qualification;

import java.util.List;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Outcome.Found;
import org.trabecula.statistics.regression.FirthRegression;
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

/** Regression for independent units. */
final class RegressionMethods {
    private static final double LEVEL = 0.95;
    private static final double FINITE = 12;

    private RegressionMethods() {}

    static List<Method> all() {
        return List.of(Method.of(
                "firth-logistic",
                Method.guide(
                        "Logistic regression with Firth's penalty, for few or separated events: coefficients, profile"
                                + " penalised likelihood intervals, and the likelihood ratio test of the first covariate.",
                        "The profile keeps the penalty of the whole model. se is from the unpenalised information at the"
                                + " Firth estimate; intervals and p are not built on it. ml_coef shows the ordinary"
                                + " estimate beside it, or 'separated' when that is infinite or beyond 12 in size."
                                + " Intervals are for 95 %. Rows with a missing cell are left out.",
                        "Firth, Biometrika 1993;80:27; Heinze and Schemper, Stat Med 2002;21:2409;"
                                + " R brglm2::brglmFit(type='AS_mean'), logistf",
                        Method.needs("formula", "the model in R's notation, such as HG ~ NV + PI + EH; 0/1 response")),
                RegressionMethods::firth));
    }

    private static Answer firth(Case asked) {
        var formula = Formula.of(asked.inputs().text("formula"));
        Table table = asked.table().complete(formula.columns());
        Formula.Design design = formula.design(table);
        boolean[] response = table.flags(formula.response());
        FirthRegression model = Answer.required(FirthRegression.fit(design.rows(), response));
        LogisticFit fit = model.estimate();
        var answer = new Answer()
                .put("coef", design.names(), fit.coefficients())
                .put("se", design.names(), fit.standardErrors())
                .put("penalised_loglik", fit.logLikelihood());
        var limits = new Answer();
        for (int column = 1; column < design.names().size(); column++) {
            Outcome<Interval> interval = model.interval(column, LEVEL);
            limits.put(design.names().get(column), interval.value());
        }
        answer.put("profile_ci", limits);
        if (design.names().size() > 1) {
            FirthRegression.RatioTest test = Answer.required(model.test(1));
            answer.put("plr_first_covariate", test.statistic()).put("plr_p", test.p());
        } else {
            answer.none("plr_first_covariate").none("plr_p");
        }
        return LogisticRegression.fit(design.rows(), response) instanceof Found<LogisticFit>(var ordinary)
                        && isModest(ordinary.coefficients())
                ? answer.put("ml_coef", design.names(), ordinary.coefficients())
                : answer.put("ml_coef", "separated");
    }

    private static boolean isModest(double[] coefficients) {
        for (double one : coefficients) {
            if (Math.abs(one) >= FINITE) {
                return false;
            }
        }
        return true;
    }
}
