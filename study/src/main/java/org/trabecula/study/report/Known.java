package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.comparability.Candidate;
import org.trabecula.study.comparability.Candidates;
import org.trabecula.study.comparability.Column;
import org.trabecula.study.comparability.Comparability;
import org.trabecula.study.comparability.Design;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.milestone.DesignState;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;

/** Takes what is known of the participants before their outcomes from the design of the comparison. */
final class Known {
    private static final Text MISSING = new Text("(missing)", "（缺失）");

    private Known() {}

    static Covariates of(Register register, Protocol protocol, AnalysisPlan plan) {
        Milestones milestones = register.milestones();
        Comparability comparability = Comparability.of(register, protocol, plan, milestones.terms(plan));
        List<Covariates.Baseline> baseline = baseline(protocol, comparability.candidates());
        Optional<Covariates.Signed> signed = signed(milestones.design(plan));
        return switch (comparability) {
            case Comparability.Fitted(var design) ->
                new Covariates(
                        baseline,
                        terms(protocol, design),
                        rows(design),
                        columns(protocol, design),
                        signed,
                        Optional.empty());
            case Comparability.Incomparable(var _, var reason, var sentence) ->
                new Covariates(
                        baseline, List.of(), Map.of(), signed, Optional.of(new Shortfall(cause(reason), sentence)));
        };
    }

    private static Shortfall.Cause cause(Comparability.Reason reason) {
        return switch (reason) {
            case TOO_FEW -> Shortfall.Cause.TOO_FEW;
            case NO_OVERLAP -> Shortfall.Cause.SEPARATION;
            case COLLINEAR, NO_TERMS -> Shortfall.Cause.SINGULAR;
        };
    }

    private static Optional<Covariates.Signed> signed(DesignState state) {
        return switch (state) {
            case DesignState.Unsigned _ -> Optional.empty();
            case DesignState.Signed(var event, var signed) -> Optional.of(signed(event, signed, true));
            case DesignState.Voided(var event, var signed, var _) -> Optional.of(signed(event, signed, false));
        };
    }

    private static Covariates.Signed signed(Milestones.Event event, MilestoneFact.DesignSigned signed, boolean valid) {
        return new Covariates.Signed(
                signed.design(), signed.signature().name(), event.at().toString(), valid);
    }

    private static List<Text> terms(Protocol protocol, Design design) {
        return design.model().stream().map(one -> label(protocol, one)).toList();
    }

    private static Text label(Protocol protocol, Column column) {
        Text covariate = column.covariate().label();
        return column.absence()
                ? Text.joined(" ", List.of(covariate, MISSING))
                : column.level()
                        .map(level -> label(protocol, column.covariate(), level))
                        .orElse(covariate);
    }

    private static Text label(Protocol protocol, Covariate covariate, String level) {
        return Text.joined(" = ", List.of(covariate.label(), protocol.meaning(covariate, level)));
    }

    private static Map<ParticipantId, double[]> rows(Design design) {
        Map<ParticipantId, double[]> rows = new HashMap<>();
        List<Candidate> all = design.candidates().all();
        for (int unit = 0; unit < all.size(); unit++) {
            double[] row = new double[design.model().size()];
            for (int term = 0; term < row.length; term++) {
                row[term] = design.model().get(term).values()[unit];
            }
            rows.put(all.get(unit).id(), row);
        }
        return rows;
    }

    private static List<Covariates.Column> columns(Protocol protocol, Design design) {
        List<Candidate> all = design.candidates().all();
        return design.columns().stream()
                .map(column -> {
                    Map<ParticipantId, Double> values = new HashMap<>();
                    for (int unit = 0; unit < all.size(); unit++) {
                        values.put(all.get(unit).id(), column.values()[unit]);
                    }
                    return new Covariates.Column(
                            label(protocol, column),
                            column.covariate().kind() == Covariate.Kind.CONTINUOUS && !column.absence(),
                            design.model().contains(column),
                            values);
                })
                .toList();
    }

    /** As recorded, without what stands in for missing values; one line for each value of a category. */
    private static List<Covariates.Baseline> baseline(Protocol protocol, Candidates candidates) {
        List<Covariates.Baseline> baseline = new ArrayList<>();
        for (int i = 0; i < candidates.covariates().size(); i++) {
            Covariate covariate = candidates.covariates().get(i);
            Map<ParticipantId, String> values = new HashMap<>();
            for (Candidate one : candidates.all()) {
                if (!one.values().get(i).isEmpty()) {
                    values.put(one.id(), one.values().get(i));
                }
            }
            switch (covariate.kind()) {
                case CONTINUOUS, BINARY ->
                    baseline.add(new Covariates.Baseline(
                            covariate.label(), covariate.kind() == Covariate.Kind.BINARY, numbers(values)));
                case CATEGORICAL -> baseline.addAll(levels(protocol, covariate, values));
            }
        }
        return baseline;
    }

    private static Map<ParticipantId, Double> numbers(Map<ParticipantId, String> values) {
        Map<ParticipantId, Double> numbers = new HashMap<>();
        values.forEach((id, text) -> numbers.put(id, Double.valueOf(text)));
        return numbers;
    }

    private static List<Covariates.Baseline> levels(
            Protocol protocol, Covariate covariate, Map<ParticipantId, String> values) {
        return new TreeSet<>(values.values())
                .stream()
                        .map(level -> {
                            Map<ParticipantId, Double> is = new HashMap<>();
                            values.forEach((id, own) -> is.put(id, own.equals(level) ? 1.0 : 0.0));
                            return new Covariates.Baseline(label(protocol, covariate, level), true, is);
                        })
                        .toList();
    }
}
