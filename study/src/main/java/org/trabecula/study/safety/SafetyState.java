package org.trabecula.study.safety;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.safety.SafetyFact.AdverseEventReported;
import org.trabecula.study.safety.SafetyFact.DeathReported;
import org.trabecula.study.safety.SafetyFact.ReoperationReported;
import org.trabecula.study.safety.SafetyFact.Report;

/**
 * What went wrong with one participant, as it is now known.
 *
 * @param reports in the order of their first records, each with the position of that record, by which it is put right
 * @param ruledOut the reports of which somebody said that no re-operation followed
 */
public record SafetyState(List<Noted<Report>> reports, Set<Long> ruledOut) {
    private static final SafetyState NOTHING = new SafetyState(List.of(), Set.of());

    public SafetyState {
        reports = List.copyOf(reports);
        ruledOut = Set.copyOf(ruledOut);
    }

    public static SafetyState nothing() {
        return NOTHING;
    }

    public SafetyState after(SafetyFact fact, long at) {
        return switch (fact) {
            case AdverseEventReported report -> longer(report, at);
            case SafetyFact.DeviceDeficiencyReported report -> longer(report, at);
            case ReoperationReported report -> longer(report, at);
            case DeathReported report -> longer(report, at);
            case SafetyFact.AdverseEventCorrected(var report, var now) -> corrected(report, now);
            case SafetyFact.DeviceDeficiencyCorrected(var report, var now) -> corrected(report, now);
            case SafetyFact.ReoperationCorrected(var report, var now) -> corrected(report, now);
            case SafetyFact.DeathCorrected(var report, var now) -> corrected(report, now);
            case SafetyFact.ReoperationRuledOut(var event) -> ruledOut(event);
            case SafetyFact.ReportEnteredInError(var report) ->
                new SafetyState(
                        reports.stream().filter(one -> one.position() != report).toList(), ruledOut);
        };
    }

    private SafetyState longer(Report report, long at) {
        return new SafetyState(
                Stream.concat(reports.stream(), Stream.of(new Noted<>(report, at)))
                        .toList(),
                ruledOut);
    }

    private SafetyState corrected(long report, Report now) {
        return new SafetyState(
                reports.stream()
                        .map(one -> one.position() == report ? new Noted<>(now, report) : one)
                        .toList(),
                ruledOut);
    }

    private SafetyState ruledOut(long event) {
        Set<Long> next = new HashSet<>(ruledOut);
        next.add(event);
        return new SafetyState(reports, next);
    }

    /** The report whose first record stands at a position of the journal. */
    public Optional<Report> report(long position) {
        return reports.stream()
                .filter(one -> one.position() == position)
                .map(Noted::what)
                .findFirst();
    }

    public Optional<Noted<DeathReported>> death() {
        return of(DeathReported.class).findFirst();
    }

    public List<Noted<ReoperationReported>> reoperations() {
        return of(ReoperationReported.class).toList();
    }

    /** What graded events ask and nobody has answered, in the order of their reports. */
    public List<SafetyQuestion> questions() {
        return of(AdverseEventReported.class)
                .flatMap(one -> question(one).stream())
                .toList();
    }

    /** Grade V is death; grade III is an intervention, which may or may not have been a re-operation (Dindo and others 2004). */
    private Optional<SafetyQuestion> question(Noted<AdverseEventReported> noted) {
        String grade = noted.what().clavienDindo().orElse("");
        if (grade.equals("V")) {
            return death().isPresent() ? Optional.empty() : asked(SafetyQuestion.Kind.DEATH_UNRECORDED, noted);
        }
        return grade.startsWith("III") && !said(noted.position())
                ? asked(SafetyQuestion.Kind.REOPERATION_UNSAID, noted)
                : Optional.empty();
    }

    private static Optional<SafetyQuestion> asked(SafetyQuestion.Kind kind, Noted<AdverseEventReported> noted) {
        return Optional.of(new SafetyQuestion(kind, noted));
    }

    /** Whether a re-operation names the event, or somebody said that none followed from it. */
    private boolean said(long event) {
        return ruledOut.contains(event)
                || reoperations().stream()
                        .anyMatch(one ->
                                one.what().event().filter(of -> of == event).isPresent());
    }

    private <T extends Report> Stream<Noted<T>> of(Class<T> kind) {
        return reports.stream()
                .filter(one -> kind.isInstance(one.what()))
                .map(one -> new Noted<>(kind.cast(one.what()), one.position()));
    }
}
