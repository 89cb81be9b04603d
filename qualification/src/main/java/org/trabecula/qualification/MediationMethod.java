package org.trabecula.qualification;

import static org.trabecula.qualification.Answer.required;
import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.causal.Mediation;
import org.trabecula.statistics.estimate.Estimate;

/** Effects through a mediator. */
final class MediationMethod {
    private MediationMethod() {}

    static Method mediation() {
        return Method.of(
                "mediation",
                guide(
                        "Natural direct and indirect effects of the arm on an event, through another event, as risk"
                                + " differences standardised over the covariates: the total effect te, both"
                                + " decompositions (nde_pure + nie_total, nde_total + nie_pure), controlled direct effects,"
                                + " and the four risks E(arm, mediator of arm).",
                        "Logistic models of mediator and outcome; the outcome's has the interaction of arm and mediator"
                                + " unless interaction is false. delta_se takes covariates as given and the two models as"
                                + " independent. The effects have this meaning only without unmeasured common causes of"
                                + " mediator and outcome, and if the outcome does not cause the mediator.",
                        "Pearl 2001; VanderWeele and Vansteelandt, Am J Epidemiol 2010;172:1339;"
                                + " R mediation::mediate by simulation",
                        CausalMethods.ARM,
                        needs("mediator", "the mediator's column, 0 or 1"),
                        needs("outcome", "the column of the event, 0 or 1"),
                        takes("covariates", "the covariates' columns"),
                        takes("interaction", "whether arm and mediator interact; true unless given")),
                MediationMethod::compute);
    }

    private static Answer compute(Case asked) {
        Inputs inputs = asked.inputs();
        String mediator = inputs.text("mediator");
        String outcome = inputs.text("outcome");
        var data = Treatment.of(asked, List.of(mediator, outcome));
        String covariates = data.covariates().isEmpty() ? "" : " + " + String.join(" + ", data.covariates());
        Formula first = Formula.of(mediator + " ~ " + data.arm() + covariates);
        Formula second = Formula.of(outcome + " ~ " + data.arm() + (inputs.flag("interaction", true) ? " * " : " + ")
                + mediator + covariates);
        Table table = data.table();
        Formula.Design mediators = first.design(table);
        Formula.Design outcomes = second.design(table);
        Mediation model = required(Mediation.fit(
                new Mediation.Designs(
                        mediators.rows(),
                        new double[][][] {data.rows(first, false), data.rows(first, true)},
                        outcomes.rows(),
                        new double[][][][] {under(data, second, mediator, false), under(data, second, mediator, true)}),
                table.flags(mediator),
                table.flags(outcome)));
        var values = new Answer();
        var errors = new Answer();
        effects(model).forEach((name, effect) -> {
            if (effect.isPresent()) {
                values.put(name, effect.orElseThrow().value());
                errors.put(name, effect.orElseThrow().standardError());
            } else {
                values.none(name);
                errors.none(name);
            }
        });
        return new Answer()
                .put("estimates", values)
                .put("delta_se", errors)
                .put("coef_mediator", mediators.names(), model.mediator().coefficients())
                .put("coef_outcome", outcomes.names(), model.outcome().coefficients());
    }

    private static double[][][] under(Treatment data, Formula formula, String mediator, boolean treated) {
        var without = new Treatment(Treatment.with(data.table(), mediator, false), data.arm(), data.covariates());
        var with = new Treatment(Treatment.with(data.table(), mediator, true), data.arm(), data.covariates());
        return new double[][][] {without.rows(formula, treated), with.rows(formula, treated)};
    }

    private static Map<String, Optional<Estimate>> effects(Mediation model) {
        var effects = new LinkedHashMap<String, Optional<Estimate>>();
        effects.put("te", Optional.of(model.total()));
        effects.put("nde_pure", Optional.of(model.direct(false)));
        effects.put("nie_total", Optional.of(model.indirect(true)));
        effects.put("nde_total", Optional.of(model.direct(true)));
        effects.put("nie_pure", Optional.of(model.indirect(false)));
        effects.put("prop_mediated", model.proportion());
        effects.put("cde_m0", Optional.of(model.controlled(false)));
        effects.put("cde_m1", Optional.of(model.controlled(true)));
        effects.put("E11", Optional.of(model.risk(true, true)));
        effects.put("E10", Optional.of(model.risk(true, false)));
        effects.put("E01", Optional.of(model.risk(false, true)));
        effects.put("E00", Optional.of(model.risk(false, false)));
        return effects;
    }
}
