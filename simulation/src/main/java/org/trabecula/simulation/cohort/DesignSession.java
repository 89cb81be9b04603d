package org.trabecula.simulation.cohort;

import java.util.List;
import org.trabecula.study.comparability.Comparability;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Protocol;

/** The statistician at work: signs the plan's propensity model as it is, where the arms can be compared. */
record DesignSession(Counter counter, Team team) {

    void hold(Protocol protocol) {
        protocol.analysis()
                .ifPresent(plan -> counter.desk()
                        .view(register -> signed(
                                plan,
                                register.milestones().terms(plan),
                                register.position(),
                                Comparability.of(
                                        register,
                                        protocol,
                                        plan,
                                        register.milestones().terms(plan))))
                        .forEach(intent -> counter.record(team.statistician(), intent)));
    }

    private static List<Intent> signed(
            AnalysisPlan plan, List<String> terms, long position, Comparability comparability) {
        return comparability instanceof Comparability.Fitted(var design)
                ? List.of(new Intent.SignDesign(
                        plan.fingerprint(),
                        terms,
                        design.fingerprint(plan, terms, position).toString(),
                        position,
                        new Signature("Virtual statistician (not a person)", "Signed by a virtual person")))
                : List.of();
    }
}
