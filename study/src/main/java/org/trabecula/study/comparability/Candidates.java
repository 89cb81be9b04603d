package org.trabecula.study.comparability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Covariate.Kind;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.Level;

/**
 * Everybody who could have received either cage: operated, with a cage of one of the contrast's arms. Somebody who was
 * transcribed from another record has neither baseline nor surgery here and is left out.
 *
 * @param covariates of the plan, in its order
 */
public record Candidates(List<Covariate> covariates, List<Candidate> all) {
    private static final double DAYS_OF_A_YEAR = 365.25;

    public Candidates {
        covariates = List.copyOf(covariates);
        all = List.copyOf(all);
    }

    public static Candidates of(Register register, Protocol protocol, AnalysisPlan plan) {
        List<Casebook> operated = register.casebooks().stream()
                .filter(one -> one.surgery().isPresent())
                .toList();
        LocalDate begun = operated.stream()
                .flatMap(one -> one.surgery().stream())
                .map(Surgery::on)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        List<Candidate> all = operated.stream()
                .flatMap(one -> Allocation.of(one, protocol)
                        .assigned()
                        .map(Arm::id)
                        .filter(plan.contrast()::contains)
                        .map(arm -> new Candidate(
                                one.id(),
                                arm.equals(plan.contrast().getFirst()),
                                plan.covariates().stream()
                                        .map(covariate -> value(one, covariate, protocol, begun))
                                        .toList()))
                        .stream())
                .toList();
        return new Candidates(plan.covariates(), all);
    }

    /** How many there are in an arm. */
    public long count(boolean first) {
        return all.stream().filter(one -> one.first() == first).count();
    }

    boolean[] firsts() {
        boolean[] firsts = new boolean[all.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = all.get(i).first();
        }
        return firsts;
    }

    private static String value(Casebook casebook, Covariate covariate, Protocol protocol, LocalDate begun) {
        return switch (covariate.source()) {
            case Covariate.FromForm source -> answered(casebook, covariate, source, protocol);
            case Covariate.FromSurgery(var characteristic) ->
                casebook.surgery()
                        .map(surgery -> performed(surgery, characteristic, begun))
                        .orElse("");
        };
    }

    private static String answered(
            Casebook casebook, Covariate covariate, Covariate.FromForm source, Protocol protocol) {
        Optional<FormAnswers> answers = protocol.form(source.form())
                .map(form -> new FormAnswers(form, casebook.form(source.form(), Timepoint.BASELINE)));
        List<String> values = source.items().stream()
                .map(item -> answers.map(one -> one.value(item)).orElse(""))
                .toList();
        if (covariate.kind() != Kind.BINARY) {
            return values.getFirst();
        }
        if (values.stream().anyMatch(source.yes()::contains)) {
            return "1";
        }
        return values.contains("") ? "" : "0";
    }

    private static String performed(Surgery surgery, Covariate.Characteristic characteristic, LocalDate begun) {
        return switch (characteristic) {
            case SURGEON -> surgery.surgeon();
            case DATE -> String.valueOf(ChronoUnit.DAYS.between(begun, surgery.on()) / DAYS_OF_A_YEAR);
            case LEVELS -> String.valueOf(surgery.fused().size());
            case SACRUM ->
                yes(surgery.screws().stream().anyMatch(screw -> screw.site().level() == Level.S1));
            case CEMENT -> yes(surgery.screws().stream().anyMatch(Screw::cemented));
        };
    }

    private static String yes(boolean so) {
        return so ? "1" : "0";
    }
}
