package org.trabecula.study.conduct;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.KnownDiameter;
import org.trabecula.study.imaging.KnownDiameters;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitFact;

/**
 * Images that arrive, are filed under a visit, and are filed anew when the visit was the wrong one. Every decision says
 * something about the images too, so that of two who file them at once one is told.
 */
final class Filing {
    private Filing() {}

    /** A case that somebody has read stays as it was read. */
    static Ruling receive(Decision d, Intent.ReceiveImages intent) {
        boolean read = d.register()
                .readingRoom()
                .find(intent.images())
                .filter(one -> one.judged())
                .isPresent();
        return read
                ? Ruling.refuse("images", Rule.CASE_ALREADY_READ)
                : Ruling.record(
                        intent.images().stream(),
                        new ImagingFact.ImagingStudyReceived(intent.modality(), intent.series()));
    }

    /**
     * Files images under a visit and, after surgery, opens them to the readers with what there is to be judged. That the images
     * are not known is said last, so that the visit can be asked before they come.
     */
    static Ruling file(Decision d, Intent.FileImages intent) {
        return d.afterConsent(intent.id(), casebook -> {
            if (d.register().place(intent.images()).isPresent()) {
                return Ruling.refuse("images", Rule.IMAGES_FILED_ALREADY);
            }
            Optional<ReadingCase> images = d.register().readingRoom().find(intent.images());
            return closed(d, casebook, intent.visit())
                    .orElseGet(() -> images.<Ruling>map(found -> say(
                                    d,
                                    found,
                                    filed(found, intent.id(), intent.visit()),
                                    judged(found, casebook, intent.visit())))
                            .orElseGet(() -> Ruling.refuse("images", Rule.UNKNOWN_IMAGES, intent.images())));
        });
    }

    /** Takes images out of a visit to which they do not belong, and files them under another one if that is known. */
    static Ruling refile(Decision d, Intent.RefileImages intent) {
        return d.about(intent.id(), _ -> {
            Optional<Place> from = d.register()
                    .place(intent.images())
                    .filter(at -> at.participant().equals(intent.id()));
            if (from.isEmpty()) {
                return Ruling.refuse("images", Rule.UNKNOWN_IMAGES, intent.images());
            }
            if (from.equals(intent.to())) {
                return Ruling.refuse("", Rule.NOTHING_CHANGED);
            }
            if (d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            ReadingCase images =
                    d.register().readingRoom().find(intent.images()).orElseThrow();
            Ruling.Saying back = new Ruling.Saying(
                    intent.id().stream(),
                    new VisitFact.ImagesTakenBack(from.get().visit(), intent.images().stream()));
            return intent.to()
                    .map(to -> d.afterConsent(
                            to.participant(),
                            casebook -> closed(d, casebook, to.visit())
                                    .orElseGet(() -> say(
                                            d,
                                            images,
                                            back,
                                            filed(images, to.participant(), to.visit()),
                                            judged(images, casebook, to.visit())))))
                    .orElseGet(() -> new Ruling.Say(List.of(back, unread(images, new ImagingFact.ImagesRefiled()))));
        });
    }

    /** Says so; images that are opened to the readers by it are dealt in the same breath. */
    private static Ruling say(Decision d, ReadingCase images, Ruling.Saying... sayings) {
        boolean opens = Stream.of(sayings)
                .anyMatch(one ->
                        one.fact() instanceof ImagingFact.CaseOpened || one.fact() instanceof ImagingFact.CaseReopened);
        return new Ruling.Say(
                Stream.concat(Stream.of(sayings), opens ? Dealing.opened(d, images).stream() : Stream.empty())
                        .toList());
    }

    /** Why nothing can be filed under the visit. */
    private static Optional<Ruling> closed(Decision d, Casebook casebook, Timepoint visit) {
        if (visit.equals(Timepoint.BASELINE)) {
            return Optional.empty();
        }
        return Attendance.unplanned(d, casebook, visit)
                .or(() -> casebook.visit(visit)
                        .held()
                        .map(on -> d.left(casebook, "visit", on))
                        .orElseGet(() -> d.protocol()
                                .visit(visit)
                                .map(plan -> Ruling.refuse("visit", Rule.VISIT_BEFORE_DATA, plan.name()))));
    }

    private static Ruling.Saying filed(ReadingCase images, ParticipantId id, Timepoint visit) {
        return new Ruling.Saying(
                id.stream(),
                new VisitFact.ImagesFiled(
                        visit, images.id().stream(), images.modality().name()));
    }

    /** What the visit makes of the images: a case with its screws and segments, or images that are kept and not read. */
    private static Ruling.Saying judged(ReadingCase images, Casebook casebook, Timepoint visit) {
        if (visit.equals(Timepoint.BASELINE)) {
            return unread(images, new ImagingFact.ImagesKept());
        }
        Surgery surgery = casebook.surgery().orElseThrow();
        boolean same =
                images.screws().equals(surgery.sites()) && images.segments().equals(surgery.fused());
        ImagingFact fact;
        if (images.cased() && same) {
            fact = new ImagingFact.ImagesRefiled();
        } else if (images.cased() || (images.judged() && !same)) {
            fact = new ImagingFact.CaseReopened(surgery.sites(), surgery.fused(), diameters(surgery));
        } else {
            fact = new ImagingFact.CaseOpened(surgery.sites(), surgery.fused(), diameters(surgery));
        }
        return new Ruling.Saying(images.id().stream(), fact);
    }

    /** The one thing of the implants that readers get besides their places, to measure by it. */
    static Optional<KnownDiameters> diameters(Surgery surgery) {
        return Optional.of(new KnownDiameters(surgery.screws().stream()
                .map(screw -> new KnownDiameter(screw.site(), screw.diameterMm()))
                .sorted(Comparator.comparing(KnownDiameter::site))
                .toList()));
    }

    private static Ruling.Saying unread(ReadingCase images, ImagingFact otherwise) {
        return new Ruling.Saying(images.id().stream(), images.cased() ? new ImagingFact.CaseClosed() : otherwise);
    }
}
