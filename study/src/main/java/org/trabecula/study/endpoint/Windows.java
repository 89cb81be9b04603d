package org.trabecula.study.endpoint;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.AnalysisWindow;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitState;

/**
 * From which of a participant's visits the value of a planned one is taken, by the windows of the analysis plan and the day on
 * which each was held. A visit of which the plan says nothing, and one that was taken over from another record, stands for itself.
 */
public record Windows(Protocol protocol) {

    /**
     * The visit that gives the value.
     *
     * @param known whether a visit has a value
     * @param ct whether the value of a visit rests on a CT
     * @return empty when the visit was held outside its window and no other fell into it
     */
    public Optional<Timepoint> from(
            Casebook casebook, Timepoint at, Predicate<Timepoint> known, Predicate<Timepoint> ct) {
        VisitState own = casebook.visit(at);
        Optional<AnalysisWindow> window = protocol.analysis().flatMap(plan -> plan.window(at));
        Optional<LocalDate> surgery = casebook.surgery().map(Surgery::on);
        if (window.isEmpty() || surgery.isEmpty() || own.transcript().isPresent()) {
            return Optional.of(at);
        }
        List<AnalysisWindow.Dated> inside = casebook.visits().stream()
                .filter(visit -> visit.at().months() > 0)
                .flatMap(visit -> day(surgery.get(), visit)
                        .filter(window.get()::contains)
                        .map(day ->
                                new AnalysisWindow.Dated(visit.at(), day, known.test(visit.at()), ct.test(visit.at())))
                        .stream())
                .toList();
        Optional<Timepoint> chosen = window.get().chosen(inside).map(AnalysisWindow.Dated::visit);
        return chosen.isEmpty() && day(surgery.get(), own).isEmpty() ? Optional.of(at) : chosen;
    }

    /** Days since surgery; those of the planned month where images came without a day. */
    private static Optional<Long> day(LocalDate surgery, VisitState visit) {
        return visit.held()
                .map(held -> ChronoUnit.DAYS.between(surgery, held))
                .or(() -> visit.images().isEmpty() ? Optional.empty() : Optional.of(AnalysisWindow.day(visit.at())));
    }
}
