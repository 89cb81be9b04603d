package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.Arrays;
import java.util.List;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.repeated.CovarianceStructure;
import org.trabecula.statistics.repeated.FixedEffects;
import org.trabecula.statistics.repeated.RepeatedMeasuresFit;
import org.trabecula.statistics.repeated.RepeatedMeasuresModel;
import org.trabecula.statistics.repeated.SmallSample;

/** Responses that are seen again and again, and the analysis of one visit. */
final class RepeatedMethods {
    private static final Method.Input[] COLUMNS = {
        needs("response", "the column of the response; rows without one are left out"),
        needs("arm", "the column of the arm"),
        needs("visit", "the column of the planned visit, in whose order the covariance matrix stands"),
        needs("subject", "the column that says whose row it is"),
        needs("baseline", "the column of the response before treatment"),
        takes("covariates", "further columns, adjusted for in the same way at each visit"),
        takes("arm_levels", "the arms, the reference first; without it, in the order of numbers or the alphabet")
    };

    private RepeatedMethods() {}

    static List<Method> all() {
        return List.of(mmrm(), structured());
    }

    private static Method mmrm() {
        return Method.of(
                        "mmrm",
                        guide(
                                "Mixed model for repeated measures: response ~ baseline * visit + arm * visit +"
                                        + " covariates, with an unstructured covariance matrix; least-squares means of"
                                        + " both arms and their difference (second minus first) at each visit.",
                                "Restricted maximum likelihood. Means are at the mean baseline and mean covariates of"
                                        + " the analysed rows. diff_kenward_roger works, as R's mmrm does, in the"
                                        + " parameters of a Cholesky factor; diff_kenward_roger_linear leaves the second"
                                        + " derivatives out, which is what SAS gives for an unstructured matrix;"
                                        + " diff_between_within takes the smallest degrees of freedom of the effects"
                                        + " involved, where SAS takes those between subjects. sigma is column by column.",
                                "Mallinckrodt CH et al, J Biopharm Stat 2001;11:9-21. Fai AH, Cornelius PL, J Stat"
                                        + " Comput Simul 1996;54:363-378. Kenward MG, Roger JH, Biometrics"
                                        + " 1997;53:983-997 (equation 5) and Comput Stat Data Anal 2009;53:2583-2595.",
                                COLUMNS),
                        RepeatedMethods::unstructured)
                .loose(
                        "contrasts\\..*",
                        1e-4,
                        2e-6,
                        "the reference stops a little before the optimum, which shows in df, t and p");
    }

    private static Answer unstructured(Case asked) {
        var design = VisitDesign.byVisit(asked);
        RepeatedMeasuresFit fit =
                Answer.required(RepeatedMeasuresModel.fit(design.data(), CovarianceStructure.UNSTRUCTURED));
        var contrasts = new Answer();
        for (int visit = 0; visit < design.visits().size(); visit++) {
            contrasts.put("visit" + design.visits().get(visit), atVisit(design, fit, visit));
        }
        return new Answer()
                .put("coef", design.names(), fit.coefficients())
                .put("se_model", design.names(), fit.standardErrors())
                .put(
                        "sigma",
                        Arrays.stream(fit.sigma())
                                .flatMapToDouble(Arrays::stream)
                                .toArray())
                .put("reml_loglik", fit.logLikelihood())
                .put("contrasts", contrasts);
    }

    private static Answer atVisit(VisitDesign design, RepeatedMeasuresFit fit, int visit) {
        double[] first = design.mean(0, visit);
        double[] second = design.mean(1, visit);
        double[] difference = second.clone();
        Arrays.setAll(difference, i -> second[i] - first[i]);
        var answer = new Answer();
        put(answer, "lsmean_arm1", fit, SmallSample.SATTERTHWAITE, first);
        put(answer, "lsmean_arm2", fit, SmallSample.SATTERTHWAITE, second);
        put(answer, "diff_satterthwaite", fit, SmallSample.SATTERTHWAITE, difference);
        put(answer, "diff_kenward_roger", fit, SmallSample.KENWARD_ROGER, difference);
        put(answer, "diff_kenward_roger_linear", fit, SmallSample.KENWARD_ROGER_LINEAR, difference);
        put(answer, "diff_between_within", fit, SmallSample.BETWEEN_WITHIN, difference);
        return answer;
    }

    private static void put(
            Answer answer, String name, RepeatedMeasuresFit fit, SmallSample correction, double[] weights) {
        answer.put(
                name,
                fit.effects(correction).then((FixedEffects effects) -> effects.contrast(weights)),
                RepeatedMethods::contrast);
    }

    private static Answer contrast(Contrast contrast) {
        return new Answer()
                .put("est", contrast.estimate())
                .put("se", contrast.standardError())
                .put("df", contrast.degreesOfFreedom())
                .put("t", contrast.t())
                .put("p", contrast.p());
    }

    private static Method structured() {
        return Method.of(
                "mmrm-structured",
                guide(
                        "Mixed model for repeated measures: response ~ baseline + arm * visit, with three covariance"
                                + " matrices of fewer parameters: AR(1), compound symmetry, Toeplitz.",
                        "Restricted maximum likelihood; one variance for all visits; distances are counted in planned"
                                + " visits, not in time. aic_reml counts covariance parameters only.",
                        "Laird NM, Ware JH, Biometrics 1982;38:963-974; Jennrich RI, Schluchter MD, Biometrics"
                                + " 1986;42:805-820.",
                        COLUMNS),
                asked -> {
                    var design = VisitDesign.armByVisit(asked);
                    return new Answer()
                            .put("ar1", fitted(design, CovarianceStructure.AUTOREGRESSIVE))
                            .put("cs", fitted(design, CovarianceStructure.COMPOUND_SYMMETRY))
                            .put("toep", fitted(design, CovarianceStructure.TOEPLITZ));
                });
    }

    private static Answer fitted(VisitDesign design, CovarianceStructure structure) {
        RepeatedMeasuresFit fit = Answer.required(RepeatedMeasuresModel.fit(design.data(), structure));
        return new Answer()
                .put("coef", design.names(), fit.coefficients())
                .put("se", design.names(), fit.standardErrors())
                .put("sigma_row1", fit.sigma()[0])
                .put("reml_loglik", fit.logLikelihood())
                .put("aic_reml", fit.akaike());
    }
}
