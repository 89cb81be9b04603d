package org.trabecula.study.dataset;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.safety.SafetyFact.DeathReported;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.ReoperationReported;

/**
 * Something that happened after surgery and changes what an endpoint means (ICH E9(R1)). Deaths and re-operations are read from
 * their own records alone; the grade of an adverse event says neither.
 *
 * @param position the journal entry that says so
 */
public record Intercurrent(Kind kind, LocalDate on, long position) {

    /** What happened. */
    public enum Kind {
        /** A re-operation at screws of the construct or because they were loose: counted as loosened, and as not fused. */
        REVISION_OF_SCREWS,
        /** A re-operation at the cage of the lowest fused segment, or because it moved or did not unite: not fused. */
        REVISION_OF_CAGE,
        /** A re-operation of another kind: values count as observed. */
        OTHER_REOPERATION,
        /** Afterwards an endpoint is not defined. */
        DEATH,
        /** Nothing is collected afterwards. */
        WITHDRAWAL
    }

    /** In the order of their days. */
    static List<Intercurrent> of(Casebook casebook) {
        Stream<Intercurrent> again = casebook.surgery().stream()
                .flatMap(surgery -> casebook.safety().reoperations().stream().map(one -> reoperation(one, surgery)));
        Stream<Intercurrent> left = Stream.concat(
                casebook.safety().death().stream().map(Intercurrent::death),
                casebook.membership().withdrawn().stream()
                        .map(one -> new Intercurrent(Kind.WITHDRAWAL, one.what().on(), one.position())));
        return Stream.concat(again, left)
                .sorted(Comparator.comparing(Intercurrent::on))
                .toList();
    }

    private static Intercurrent reoperation(Noted<ReoperationReported> noted, Surgery surgery) {
        return new Intercurrent(kind(noted.what(), surgery), noted.what().on(), noted.position());
    }

    private static Intercurrent death(Noted<DeathReported> noted) {
        return new Intercurrent(Kind.DEATH, noted.what().on(), noted.position());
    }

    private static Kind kind(ReoperationReported told, Surgery surgery) {
        if (!told.screws().isEmpty() || told.grounds() == Grounds.SCREW_LOOSENING) {
            return Kind.REVISION_OF_SCREWS;
        }
        boolean cage = told.cages().stream().anyMatch(one -> one.segment().equals(surgery.lowest()));
        boolean ununited = (told.grounds() == Grounds.NON_UNION || told.grounds() == Grounds.CAGE_MIGRATION)
                && told.segments().contains(surgery.lowest());
        return cage || ununited ? Kind.REVISION_OF_CAGE : Kind.OTHER_REOPERATION;
    }

    boolean leaving() {
        return kind == Kind.DEATH || kind == Kind.WITHDRAWAL;
    }

    boolean revision() {
        return kind == Kind.REVISION_OF_SCREWS || kind == Kind.REVISION_OF_CAGE;
    }
}
