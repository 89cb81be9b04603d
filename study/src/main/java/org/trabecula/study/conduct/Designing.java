package org.trabecula.study.conduct;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.milestone.DesignState;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Rule;

/** Choosing the terms of the propensity model, and signing it. */
final class Designing {
    private Designing() {}

    static Ruling change(Decision d, Intent.ChangeDesign intent) {
        if (d.protocol().analysis().isEmpty()) {
            return Ruling.refuse("", Rule.NO_ANALYSIS_PLAN);
        }
        AnalysisPlan plan = d.protocol().analysis().get();
        List<String> known = plan.covariates().stream().map(Covariate::id).toList();
        Optional<String> foreign =
                intent.terms().stream().filter(term -> !known.contains(term)).findFirst();
        if (foreign.isPresent()) {
            return Ruling.refuse("terms", Rule.DESIGN_TERM, foreign.get());
        }
        List<String> terms = known.stream().filter(intent.terms()::contains).toList();
        if (terms.isEmpty()) {
            return Ruling.refuse("terms", Rule.VALUE_REQUIRED);
        }
        if (!intent.plan().equals(plan.fingerprint())) {
            return Ruling.refuse("", Rule.DESIGN_OUTDATED);
        }
        if (terms.equals(d.register().milestones().terms(plan))) {
            return Ruling.refuse("terms", Rule.NOTHING_CHANGED);
        }
        return d.request().reason().isEmpty()
                ? Ruling.refuse("reason", Rule.REASON_REQUIRED)
                : fact(new MilestoneFact.DesignChanged(plan.fingerprint(), terms));
    }

    static Ruling sign(Decision d, Intent.SignDesign intent) {
        if (d.protocol().analysis().isEmpty()) {
            return Ruling.refuse("", Rule.NO_ANALYSIS_PLAN);
        }
        AnalysisPlan plan = d.protocol().analysis().get();
        Milestones milestones = d.register().milestones();
        if (milestones.design(plan) instanceof DesignState.Signed) {
            return Ruling.refuse("", Rule.DESIGN_SIGNED);
        }
        boolean same = intent.plan().equals(plan.fingerprint())
                && intent.terms().equals(milestones.terms(plan))
                && intent.position() <= d.register().position();
        return same
                ? fact(new MilestoneFact.DesignSigned(
                        plan.version(),
                        plan.fingerprint(),
                        intent.terms(),
                        intent.design(),
                        intent.position(),
                        intent.signature()))
                : Ruling.refuse("", Rule.DESIGN_OUTDATED);
    }

    static Ruling fact(MilestoneFact fact) {
        return Ruling.record(Register.MILESTONES, fact);
    }
}
