package org.trabecula.study.conduct;

import java.util.Optional;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.safety.SafetyFact;

/** Adverse events and device deficiencies, also those that are heard of after the participant has left. */
final class Vigilance {
    private Vigilance() {}

    static Ruling report(Decision d, Intent.ReportSafety intent) {
        return d.afterConsent(
                intent.id(),
                casebook -> unsound(d, casebook, intent.event()).orElseGet(() -> switch (intent.event()) {
                    case SafetyFact.AdverseEventReported event -> Ruling.record(intent.id().stream(), event);
                    case SafetyFact.DeviceDeficiencyReported event -> Ruling.record(intent.id().stream(), event);
                }));
    }

    static Ruling correct(Decision d, Intent.CorrectSafety intent) {
        return d.afterConsent(intent.id(), casebook -> {
            Optional<SafetyFact.Report> known = casebook.safety().stream()
                    .filter(noted -> noted.position() == intent.report())
                    .map(Noted::what)
                    .filter(what -> what.getClass().equals(intent.event().getClass()))
                    .findFirst();
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
                    .orElseGet(() -> Ruling.record(
                            intent.id().stream(),
                            switch (intent.event()) {
                                case SafetyFact.AdverseEventReported now ->
                                    new SafetyFact.AdverseEventCorrected(intent.report(), now);
                                case SafetyFact.DeviceDeficiencyReported now ->
                                    new SafetyFact.DeviceDeficiencyCorrected(intent.report(), now);
                            }));
        });
    }

    private static Optional<Ruling> unsound(Decision d, Casebook casebook, SafetyFact.Report report) {
        if (report.description().isBlank()) {
            return Optional.of(Ruling.refuse("description", Rule.VALUE_REQUIRED));
        }
        return report.on().isAfter(d.today(casebook.site()))
                ? Optional.of(Ruling.refuse("on", Rule.DATE_IN_FUTURE, report.on()))
                : Optional.empty();
    }
}
