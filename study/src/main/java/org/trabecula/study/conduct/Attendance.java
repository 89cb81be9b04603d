package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitFact;

/** Visits held and missed, and the images that belong to them. */
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
                    return Ruling.record(
                            intent.id().stream(),
                            new VisitFact.VisitMissed(
                                    intent.visit(), intent.why().strip()));
                }));
    }

    private static Optional<Ruling> unplanned(Decision d, Casebook casebook, Timepoint visit) {
        Optional<PlannedVisit> plan = d.protocol().visit(visit).filter(v -> !v.at().equals(Timepoint.BASELINE));
        if (plan.isEmpty()) {
            return Optional.of(Ruling.refuse("", Rule.UNKNOWN_VISIT, visit));
        }
        return casebook.surgery().isPresent()
                ? Optional.empty()
                : Optional.of(Ruling.refuse("", Rule.SURGERY_BEFORE_VISITS));
    }

    static Ruling receive(Decision d, Intent.ReceiveImages intent) {
        return Ruling.record(
                intent.images().stream(), new ImagingFact.ImagingStudyReceived(intent.modality(), intent.series()));
    }

    /** Files images under a visit and, after surgery, opens them to the readers with what there is to be judged. */
    static Ruling file(Decision d, Intent.FileImages intent) {
        return d.afterConsent(intent.id(), casebook -> {
            Optional<ReadingCase> images = d.register().readingRoom().find(intent.images());
            if (images.isEmpty()) {
                return Ruling.refuse("images", Rule.UNKNOWN_IMAGES, intent.images());
            }
            if (d.register().place(intent.images()).isPresent()) {
                return Ruling.refuse("images", Rule.IMAGES_FILED_ALREADY);
            }
            Ruling.Saying filed = new Ruling.Saying(
                    intent.id().stream(),
                    new VisitFact.ImagesFiled(
                            intent.visit(),
                            intent.images().stream(),
                            images.get().modality().name()));
            if (intent.visit().equals(Timepoint.BASELINE)) {
                // Said about the images too, so that of two who file them at once one is told.
                return new Ruling.Say(
                        List.of(filed, new Ruling.Saying(intent.images().stream(), new ImagingFact.ImagesKept())));
            }
            return unplanned(d, casebook, intent.visit()).orElseGet(() -> {
                if (casebook.visit(intent.visit()).held().isEmpty()) {
                    return Ruling.refuse("visit", Rule.VISIT_BEFORE_DATA, intent.visit());
                }
                Surgery surgery = casebook.surgery().orElseThrow();
                return new Ruling.Say(List.of(
                        filed,
                        new Ruling.Saying(
                                intent.images().stream(),
                                new ImagingFact.CaseOpened(surgery.sites(), surgery.fused()))));
            });
        });
    }
}
