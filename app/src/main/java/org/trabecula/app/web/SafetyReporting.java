package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.Relation;

/** What the pages on which something that went wrong is reported have in common. */
record SafetyReporting(Installation installation) {

    Optional<Casebook> find(String id, Visitor visitor) {
        return installation.desk().view(register -> Casebooks.find(register, id, visitor));
    }

    /** Which report is to be put right; empty when a new one is made. */
    static Optional<Long> position(Typed typed, String field) {
        return Optional.of(typed.text(field))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** The report to be put right, as it stands, if it is of a kind. */
    static <T extends SafetyFact.Report> Optional<Noted<T>> corrected(Casebook casebook, Typed typed, Class<T> kind) {
        return position(typed, "report")
                .flatMap(position -> casebook.safety()
                        .report(position)
                        .filter(kind::isInstance)
                        .map(report -> new Noted<>(kind.cast(report), position)));
    }

    static Optional<Relation> relation(Typed typed, String field) {
        return typed.read(field, Relation::valueOf, List.of(Relation.values()).toString());
    }

    /** A page about the participant. */
    View show(String id, Visitor visitor, Function<Casebook, Page> page) {
        return find(id, visitor).<View>map(page).orElse(View.refused(Problems.notFound()));
    }

    /**
     * Records what was typed or puts an earlier report right, and goes back to the list of all.
     *
     * @param told what was typed, which objects to what it cannot read
     * @param again the page with objections
     */
    View save(
            String id,
            Function<Casebook, Optional<? extends SafetyFact.Report>> told,
            Typed typed,
            Visitor visitor,
            HttpServletRequest request,
            BiFunction<Casebook, List<Objection>, Page> again) {
        return find(id, visitor)
                .map(casebook -> {
                    Optional<? extends SafetyFact.Report> report = told.apply(casebook);
                    return report.isPresent() && typed.sound()
                            ? save(
                                    casebook.id(),
                                    report.get(),
                                    typed,
                                    visitor,
                                    request,
                                    objections -> again.apply(casebook, objections))
                            : View.refused(again.apply(casebook, typed.objections()));
                })
                .orElse(View.refused(Problems.notFound()));
    }

    private View save(
            ParticipantId id,
            SafetyFact.Report report,
            Typed typed,
            Visitor visitor,
            HttpServletRequest request,
            Function<List<Objection>, Page> again) {
        Intent intent = position(typed, "report")
                .<Intent>map(position -> new Intent.CorrectSafety(id, position, report))
                .orElseGet(() -> new Intent.ReportSafety(id, report));
        return submit(id, intent, typed, visitor, request, again);
    }

    View submit(
            ParticipantId id,
            Intent intent,
            Typed typed,
            Visitor visitor,
            HttpServletRequest request,
            Function<List<Objection>, Page> again) {
        String site = find(id.value(), visitor).map(Casebook::site).orElse("");
        return switch (installation
                .desk()
                .submit(Request.of(visitor.actor(intent, site), intent)
                        .because(typed.text("reason"))
                        .once(typed.text("key")))) {
            case Answer.Recorded _ -> {
                Shells.notice(request, "safety.saved");
                yield View.to("/participants/" + id + "/safety");
            }
            case Answer.Refused(var objections) -> View.refused(again.apply(objections));
        };
    }
}
