package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.Optional;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitFact;

/** Visits held and missed. */
final class Attendance {
    private Attendance() {}

    static Ruling hold(Decision d, Intent.HoldVisit intent) {
        return d.afterConsent(
                intent.id(),
                casebook -> unplanned(d, casebook, intent.visit()).orElseGet(() -> {
                    LocalDate surgery = casebook.surgery().map(Surgery::on).orElseThrow();
                    Optional<LocalDate> held = casebook.visit(intent.visit()).held();
                    if (held.filter(intent.on()::equals).isPresent()) {
                        return Ruling.refuse("", Rule.NOTHING_CHANGED);
                    }
                    boolean recorded = held.isPresent()
                            || casebook.visit(intent.visit()).missed().isPresent();
                    if (recorded && d.request().reason().isEmpty()) {
                        return Ruling.refuse("reason", Rule.REASON_REQUIRED);
                    }
                    return Admission.dated(d, casebook, "on", intent.on(), surgery, new Text("surgery", "手术"))
                            .or(() -> d.left(casebook, "on", intent.on()))
                            .orElseGet(() -> Ruling.record(
                                    intent.id().stream(), new VisitFact.VisitHeld(intent.visit(), intent.on())));
                }));
    }

    static Ruling miss(Decision d, Intent.MissVisit intent) {
        return d.afterConsent(
                intent.id(),
                casebook -> unplanned(d, casebook, intent.visit()).orElseGet(() -> {
                    Optional<LocalDate> held = casebook.visit(intent.visit()).held();
                    if (held.isPresent()) {
                        return Ruling.refuse("", Rule.VISIT_HELD_ALREADY, intent.visit(), held.get());
                    }
                    if (intent.why().isBlank()) {
                        return Ruling.refuse("why", Rule.VALUE_REQUIRED);
                    }
                    Optional<String> missed = casebook.visit(intent.visit()).missed();
                    if (missed.filter(intent.why().strip()::equals).isPresent()) {
                        return Ruling.refuse("", Rule.NOTHING_CHANGED);
                    }
                    if (missed.isPresent() && d.request().reason().isEmpty()) {
                        return Ruling.refuse("reason", Rule.REASON_REQUIRED);
                    }
                    Optional<LocalDate> closes = missed.isPresent() ? Optional.empty() : closes(d, casebook, intent);
                    return closes.flatMap(on -> d.left(casebook, "", on))
                            .orElseGet(() -> Ruling.record(
                                    intent.id().stream(),
                                    new VisitFact.VisitMissed(
                                            intent.visit(), intent.why().strip())));
                }));
    }

    private static Optional<LocalDate> closes(Decision d, Casebook casebook, Intent.MissVisit intent) {
        return d.protocol()
                .visit(intent.visit())
                .flatMap(plan -> casebook.surgery()
                        .map(surgery -> plan.window(surgery.on()).closes()));
    }

    /** Why the visit is none of which anything can be recorded. */
    static Optional<Ruling> unplanned(Decision d, Casebook casebook, Timepoint visit) {
        Optional<PlannedVisit> plan = d.protocol().visit(visit).filter(v -> !v.at().equals(Timepoint.BASELINE));
        if (plan.isEmpty()) {
            return Optional.of(Ruling.refuse("", Rule.UNKNOWN_VISIT, visit));
        }
        return casebook.surgery().isPresent()
                ? Optional.empty()
                : Optional.of(Ruling.refuse("", Rule.SURGERY_BEFORE_VISITS));
    }
}
