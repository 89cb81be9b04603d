package org.trabecula.study.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.AdverseEventReported;
import org.trabecula.study.safety.SafetyFact.Relation;

/**
 * Something that happened after surgery and changes what an endpoint means (ICH E9(R1)). Deaths and revisions are read from
 * adverse events by their Clavien-Dindo grade: V is a death, III related to cage or screws a revision.
 *
 * @param position the journal entry that says so
 */
public record Intercurrent(Kind kind, LocalDate on, long position) {

    /** What happened. */
    public enum Kind {
        /** A re-operation related to the screws: counted as loosened, and as not fused. */
        REVISION_OF_SCREWS,
        /** A re-operation related to the cage: counted as not fused. */
        REVISION_OF_CAGE,
        /** Afterwards an endpoint is not defined. */
        DEATH,
        /** Nothing is collected afterwards. */
        WITHDRAWAL
    }

    static List<Intercurrent> of(Casebook casebook) {
        Stream<Intercurrent> reported = casebook.safety().stream().flatMap(one -> reported(one).stream());
        Stream<Intercurrent> left = casebook.membership().withdrawn().stream()
                .map(one -> new Intercurrent(Kind.WITHDRAWAL, one.what().on(), one.position()));
        return Stream.concat(reported, left).toList();
    }

    private static Optional<Intercurrent> reported(Noted<SafetyFact.Report> noted) {
        return noted.what() instanceof AdverseEventReported event
                ? kind(event).map(kind -> new Intercurrent(kind, event.onset(), noted.position()))
                : Optional.empty();
    }

    private static Optional<Kind> kind(AdverseEventReported event) {
        String grade = event.clavienDindo().orElse("");
        if (grade.equals("V")) {
            return Optional.of(Kind.DEATH);
        }
        if (!grade.startsWith("III")) {
            return Optional.empty();
        }
        if (event.toScrews() != Relation.NOT_RELATED) {
            return Optional.of(Kind.REVISION_OF_SCREWS);
        }
        return event.toCage() == Relation.NOT_RELATED ? Optional.empty() : Optional.of(Kind.REVISION_OF_CAGE);
    }

    boolean leaving() {
        return kind == Kind.DEATH || kind == Kind.WITHDRAWAL;
    }

    boolean revision() {
        return kind == Kind.REVISION_OF_SCREWS || kind == Kind.REVISION_OF_CAGE;
    }
}
