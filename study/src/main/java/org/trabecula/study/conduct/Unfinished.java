package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyQuestion;
import org.trabecula.study.visit.VisitStatus;

/**
 * Something that is still open when the data are to be locked.
 *
 * @param participant whose; empty for images that belong to nobody yet
 * @param visit at which; empty for what belongs to no visit
 */
public record Unfinished(Kind kind, Optional<ParticipantId> participant, Optional<PlannedVisit> visit) {

    /** What is open. */
    public enum Kind {
        /** The window has closed, and nobody says whether the visit was held. */
        VISIT_OVERDUE,
        /** A visit was held, and a required item of its form is empty. */
        FORM_INCOMPLETE,
        /** The charter calls for a CT that has not come, and whose participant is still there. */
        CT_AWAITED,
        /** Images lie in the inbox and belong to no visit. */
        IMAGES_UNFILED,
        /** Images belong to a visit, and do not meet the charter yet. */
        IMAGES_WAITING,
        /** Not all first reads are in. */
        READS_AWAITED,
        /** The readers differ, and nobody has adjudicated. */
        ADJUDICATION_AWAITED,
        /** The grade of an adverse event speaks of a death, and none is recorded. */
        DEATH_UNRECORDED,
        /** The grade of an adverse event speaks of an intervention, and nobody says whether it was a re-operation. */
        REOPERATION_UNSAID
    }

    /** Everything that is open. */
    public static List<Unfinished> of(Register register, Protocol protocol, Function<Casebook, LocalDate> today) {
        List<Unfinished> open = new ArrayList<>();
        register.casebooks().stream()
                .filter(one -> one.membership().transcribed().isEmpty())
                .forEach(casebook -> {
                    visits(casebook, protocol, today.apply(casebook), open);
                    casebook.safety()
                            .questions()
                            .forEach(asked -> open.add(
                                    new Unfinished(lacking(asked), Optional.of(casebook.id()), Optional.empty())));
                    CtRequest.of(register, casebook, protocol).stream()
                            .filter(request ->
                                    !request.answered() && casebook.left().isEmpty())
                            .forEach(request -> open.add(new Unfinished(
                                    Kind.CT_AWAITED, Optional.of(casebook.id()), protocol.visit(request.visit()))));
                });
        Charter charter = new Charter(protocol.charter());
        register.readingRoom()
                .all()
                .forEach(reading -> state(reading, charter).ifPresent(kind -> {
                    Optional<Place> place = register.place(reading.id());
                    open.add(new Unfinished(
                            place.isPresent() ? kind : Kind.IMAGES_UNFILED,
                            place.map(Place::participant),
                            place.flatMap(one -> protocol.visit(one.visit()))));
                }));
        open.sort(Comparator.comparing(Unfinished::kind)
                .thenComparing(
                        one -> one.participant().map(ParticipantId::value).orElse(""))
                .thenComparing(one -> one.visit().map(PlannedVisit::at).orElse(Timepoint.BASELINE)));
        return open;
    }

    private static Kind lacking(SafetyQuestion asked) {
        return switch (asked.kind()) {
            case DEATH_UNRECORDED -> Kind.DEATH_UNRECORDED;
            case REOPERATION_UNSAID -> Kind.REOPERATION_UNSAID;
        };
    }

    private static void visits(Casebook casebook, Protocol protocol, LocalDate today, List<Unfinished> open) {
        for (Timeline.Row row : Timeline.of(casebook, protocol, today).rows()) {
            if (row.status() == VisitStatus.OVERDUE) {
                open.add(new Unfinished(Kind.VISIT_OVERDUE, Optional.of(casebook.id()), Optional.of(row.plan())));
            } else if (row.status() == VisitStatus.HELD || row.status() == VisitStatus.OUT_OF_WINDOW) {
                row.plan().forms().stream()
                        .flatMap(form -> protocol.form(form).stream())
                        .filter(form -> !new FormAnswers(
                                        form,
                                        casebook.form(form.id(), row.plan().at()))
                                .complete())
                        .forEach(_ -> open.add(new Unfinished(
                                Kind.FORM_INCOMPLETE, Optional.of(casebook.id()), Optional.of(row.plan()))));
            }
        }
    }

    private static Optional<Kind> state(ReadingCase reading, Charter charter) {
        if (!reading.opened()) {
            return Optional.of(Kind.IMAGES_WAITING);
        }
        Settlement settlement = Settlement.of(reading, charter);
        if (!settlement.complete()) {
            return Optional.of(Kind.READS_AWAITED);
        }
        return settlement.needsAdjudication() ? Optional.of(Kind.ADJUDICATION_AWAITED) : Optional.empty();
    }
}
