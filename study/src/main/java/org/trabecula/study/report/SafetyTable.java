package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Intercurrent;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.safety.SafetyFact.AdverseEventReported;
import org.trabecula.study.safety.SafetyFact.DeviceDeficiencyReported;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.Relation;
import org.trabecula.study.safety.SafetyFact.ReoperationReported;

/**
 * T13: in how many participants of each arm something went wrong: events, re-operations by their grounds, deaths, and what of it
 * changes the meaning of an endpoint.
 */
record SafetyTable(Evidence evidence) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t13", Phrase.of("report.column.participants-with"), evidence.headed(0), evidence.headed(1));
        events(draft);
        reoperations(draft);
        draft.heading(Phrase.of("report.t13.intercurrent"));
        for (Intercurrent.Kind kind : Intercurrent.Kind.values()) {
            row(
                    draft,
                    "report.intercurrent." + lower(kind),
                    one -> one.intercurrent().stream().anyMatch(event -> event.kind() == kind));
        }
        draft.remark("report.t13.persons");
        int asking = Math.toIntExact(evidence.compared().stream()
                .filter(one -> !one.safety().questions().isEmpty())
                .count());
        if (asking > 0) {
            draft.remark("report.t13.asking", asking);
        }
        int told = evidence.compared().size() - operated(evidence.compared()).size();
        if (told > 0) {
            draft.remark("report.t13.transcribed", told);
        }
        int outside = evidence.data().flow().noArm().size();
        if (outside > 0) {
            draft.remark("report.t13.no-arm", outside);
        }
        return draft.done();
    }

    private void events(TableDraft draft) {
        draft.heading(Phrase.of("report.t13.events"));
        row(draft, "report.t13.event", one -> event(one, _ -> true));
        row(draft, "report.t13.serious", one -> event(one, AdverseEventReported::serious));
        row(draft, "report.t13.cage", one -> event(one, event -> event.toCage() != Relation.NOT_RELATED));
        row(draft, "report.t13.screws", one -> event(one, event -> event.toScrews() != Relation.NOT_RELATED));
        row(draft, "report.t13.procedure", one -> event(one, event -> event.toProcedure() != Relation.NOT_RELATED));
        row(
                draft,
                "report.t13.deficiency",
                one -> one.safety().reports().stream()
                        .anyMatch(report -> report.what() instanceof DeviceDeficiencyReported));
    }

    private void reoperations(TableDraft draft) {
        draft.heading(Phrase.of("report.t13.reoperations"));
        row(draft, "report.t13.any", one -> again(one, _ -> true));
        for (Grounds grounds : Grounds.values()) {
            if (evidence.compared().stream().anyMatch(one -> again(one, told -> told.grounds() == grounds))) {
                row(draft, "grounds." + lower(grounds), one -> again(one, told -> told.grounds() == grounds));
            }
        }
        row(
                draft,
                "report.t13.untouched",
                one -> again(
                        one, told -> told.screws().isEmpty() && told.cages().isEmpty()));
    }

    /** Of others only outcomes were taken over. */
    private static List<Subject> operated(List<Subject> subjects) {
        return subjects.stream().filter(one -> one.surgery().isPresent()).toList();
    }

    private static boolean event(Subject subject, Predicate<AdverseEventReported> which) {
        return subject.safety().reports().stream()
                .map(report -> report.what())
                .filter(AdverseEventReported.class::isInstance)
                .map(AdverseEventReported.class::cast)
                .anyMatch(which);
    }

    private static boolean again(Subject subject, Predicate<ReoperationReported> which) {
        return subject.safety().reoperations().stream().map(one -> one.what()).anyMatch(which);
    }

    private void row(TableDraft draft, String key, Predicate<Subject> which) {
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            List<Subject> members = operated(evidence.data().arm(arm));
            List<Subject> affected = members.stream().filter(which).toList();
            cells.add(
                    members.isEmpty()
                            ? draft.unavailable(Phrase.of("report.t13.nobody"))
                            : draft.share(
                                    affected.size(),
                                    members.size(),
                                    TableDraft.from(Dataset.ids(affected), "report.how.safety")));
        }
        draft.row(Phrase.of(key), cells);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
