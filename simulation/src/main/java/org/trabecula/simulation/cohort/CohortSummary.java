package org.trabecula.simulation.cohort;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.visit.VisitState;

/**
 * What a cohort came to.
 *
 * @param declined invited, but not consenting
 * @param withdrawn consented and left or died, before or after surgery
 * @param corrections of forms, surgeries and visit dates, each with its reason
 * @param entries written into the journal, accounts included
 */
public record CohortSummary(
        int screened,
        int declined,
        int consented,
        int operated,
        int withdrawn,
        int visitsHeld,
        int visitsMissed,
        int radiographs,
        int cts,
        int reads,
        int adjudications,
        int corrections,
        long entries) {

    static CohortSummary of(Register register, Counter counter) {
        Collection<Casebook> people = register.casebooks();
        List<VisitState> visits =
                people.stream().flatMap(one -> one.visits().stream()).toList();
        List<ReadingCase> cases = register.readingRoom().all().toList();
        return new CohortSummary(
                people.size(),
                count(people, one -> one.membership().declined().isPresent()),
                count(people, one -> one.membership().consent().isPresent()),
                count(people, one -> one.surgery().isPresent()),
                count(people, one -> one.left().isPresent()),
                count(visits, visit -> visit.held().isPresent()),
                count(visits, visit -> visit.missed().isPresent()),
                count(cases, one -> one.modality() == Modality.RADIOGRAPH),
                count(cases, one -> one.modality() == Modality.CT),
                cases.stream().mapToInt(one -> one.reads().size()).sum(),
                count(cases, one -> one.adjudication().isPresent()),
                counter.corrections(),
                counter.entries());
    }

    private static <T> int count(Collection<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
