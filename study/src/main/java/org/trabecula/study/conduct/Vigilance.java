package org.trabecula.study.conduct;

import java.util.Optional;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyQuestion;

/** What went wrong, also when it is heard of after the participant has left. */
final class Vigilance {
    private static final Text CONSENT = new Text("the consent", "知情同意");

    private Vigilance() {}

    static Ruling report(Decision d, Intent.ReportSafety intent) {
        return d.afterConsent(
                intent.id(),
                casebook -> again(casebook, intent.event())
                        .or(() -> unsound(d, casebook, intent.event()))
                        .orElseGet(() -> Ruling.record(
                                intent.id().stream(), intent.event().made())));
    }

    static Ruling correct(Decision d, Intent.CorrectSafety intent) {
        return d.afterConsent(intent.id(), casebook -> {
            Optional<SafetyFact.Report> known = casebook.safety()
                    .report(intent.report())
                    .filter(what -> what.getClass().equals(intent.event().getClass()));
            if (known.isEmpty()) {
                return Ruling.refuse("", Rule.UNKNOWN_REPORT, intent.report());
            }
            if (known.get().equals(intent.event())) {
                return Ruling.refuse("", Rule.NOTHING_CHANGED);
            }
            if (d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            return unsound(d, casebook, intent.event())
                    .orElseGet(() ->
                            Ruling.record(intent.id().stream(), intent.event().correcting(intent.report())));
        });
    }

    static Ruling retract(Decision d, Intent.RetractSafety intent) {
        return d.afterConsent(intent.id(), casebook -> {
            if (casebook.safety().report(intent.report()).isEmpty()) {
                return Ruling.refuse("", Rule.UNKNOWN_REPORT, intent.report());
            }
            if (d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            return casebook.safety().reoperations().stream()
                    .map(one -> one.what())
                    .filter(one ->
                            one.event().filter(of -> of == intent.report()).isPresent())
                    .findFirst()
                    .map(one -> Ruling.refuse("", Rule.REPORT_NAMED, one.on()))
                    .orElseGet(() ->
                            Ruling.record(intent.id().stream(), new SafetyFact.ReportEnteredInError(intent.report())));
        });
    }

    static Ruling ruleOut(Decision d, Intent.RuleOutReoperation intent) {
        return d.afterConsent(intent.id(), casebook -> {
            boolean asked = casebook.safety().questions().stream()
                    .anyMatch(one -> one.kind() == SafetyQuestion.Kind.REOPERATION_UNSAID
                            && one.event().position() == intent.event());
            return asked
                    ? Ruling.record(intent.id().stream(), new SafetyFact.ReoperationRuledOut(intent.event()))
                    : Ruling.refuse("", Rule.NOT_ASKED, intent.event());
        });
    }

    /** Nobody dies twice. */
    private static Optional<Ruling> again(Casebook casebook, SafetyFact.Report report) {
        return casebook.safety()
                .death()
                .filter(_ -> report instanceof SafetyFact.DeathReported)
                .map(one -> Ruling.refuse("", Rule.DEATH_RECORDED, one.what().on()));
    }

    private static Optional<Ruling> unsound(Decision d, Casebook casebook, SafetyFact.Report report) {
        if (report.on().isAfter(d.today(casebook.site()))) {
            return Optional.of(Ruling.refuse("on", Rule.DATE_IN_FUTURE, report.on()));
        }
        return switch (report) {
            case SafetyFact.AdverseEventReported event ->
                unworded(event).or(() -> early(casebook, event)).or(() -> d.died(casebook, "on", event.onset()));
            case SafetyFact.DeviceDeficiencyReported deficiency ->
                unworded(deficiency).or(() -> early(casebook, deficiency));
            case SafetyFact.ReoperationReported again -> Aftermath.reoperation(d, casebook, again);
            case SafetyFact.DeathReported death ->
                unworded(death).or(() -> early(casebook, death)).or(() -> Aftermath.death(d, casebook, death));
        };
    }

    /** Nothing that happened before somebody took part happened in the study. */
    private static Optional<Ruling> early(Casebook casebook, SafetyFact.Report report) {
        return casebook.membership()
                .firstConsent()
                .map(one -> one.what().on())
                .filter(report.on()::isBefore)
                .map(on -> Ruling.refuse("on", Rule.DATE_BEFORE, report.on(), CONSENT, on));
    }

    private static Optional<Ruling> unworded(SafetyFact.Report report) {
        return report.description().isBlank()
                ? Optional.of(Ruling.refuse("description", Rule.VALUE_REQUIRED))
                : Optional.empty();
    }
}
