package org.trabecula.study.conduct;

import java.time.LocalDate;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.safety.SafetyFact;

/** Adverse events and device deficiencies. */
final class Vigilance {
    private Vigilance() {}

    static Ruling report(Decision d, Intent.ReportSafety intent) {
        return d.afterConsent(intent.id(), casebook -> {
            String description = switch (intent.event()) {
                case SafetyFact.AdverseEventReported event -> event.description();
                case SafetyFact.DeviceDeficiencyReported deficiency -> deficiency.description();
            };
            LocalDate on = switch (intent.event()) {
                case SafetyFact.AdverseEventReported event -> event.onset();
                case SafetyFact.DeviceDeficiencyReported deficiency -> deficiency.noticed();
            };
            if (description.isBlank()) {
                return Ruling.refuse("description", Rule.VALUE_REQUIRED);
            }
            return on.isAfter(d.today(casebook.site()))
                    ? Ruling.refuse("on", Rule.DATE_IN_FUTURE, on)
                    : Ruling.record(intent.id().stream(), intent.event());
        });
    }
}
