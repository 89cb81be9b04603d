package org.trabecula.study.conduct;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImageCheck;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.protocol.Rule;

/** What a person who looks at images decides about them before any reader does: at the site to which they belong. */
final class Inspection {
    private Inspection() {}

    static Ruling release(Decision d, Intent.ReleaseImages intent) {
        return waiting(d, intent.images(), intent.uids(), new ImagingFact.ImagesReleased(intent.uids()));
    }

    static Ruling leaveOut(Decision d, Intent.SetImagesAside intent) {
        return d.request().reason().isEmpty()
                ? Ruling.refuse("reason", Rule.REASON_REQUIRED)
                : waiting(d, intent.images(), intent.uids(), new ImagingFact.ImagesSetAside(intent.uids()));
    }

    private static Ruling waiting(Decision d, ImagingStudyId images, List<String> uids, ImagingFact fact) {
        return about(d, images, reading -> {
            for (String uid : uids) {
                Optional<ReceivedInstance> one = reading.images().find(uid);
                if (one.isEmpty()) {
                    return Ruling.refuse("", Rule.UNKNOWN_IMAGE, uid);
                }
                if (!reading.images().waits(one.get())) {
                    return Ruling.refuse("", Rule.IMAGE_DECIDED);
                }
            }
            return uids.isEmpty() ? Ruling.refuse("", Rule.NOTHING_CHANGED) : Ruling.record(images.stream(), fact);
        });
    }

    /** Blanks what waits, and with a reason also what was already released: a name that is noticed late is still a name. */
    static Ruling blank(Decision d, Intent.BlankImage intent) {
        return about(d, intent.images(), reading -> {
            Optional<ReceivedInstance> one = reading.images().find(intent.uid());
            if (one.isEmpty()) {
                return Ruling.refuse("", Rule.UNKNOWN_IMAGE, intent.uid());
            }
            if (reading.images().present(intent.uid()).isEmpty()) {
                return Ruling.refuse("", Rule.IMAGE_DECIDED);
            }
            if (intent.boxes().isEmpty()) {
                return Ruling.refuse("box", Rule.BOX_REQUIRED);
            }
            if (!reading.images().waits(one.get()) && d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            return Ruling.record(
                    intent.images().stream(),
                    new ImagingFact.ImageBlanked(intent.uid(), intent.sha256(), intent.boxes()));
        });
    }

    /** The first image stays; the newcomer waits, and the site is asked. The same newcomer again changes nothing. */
    static Ruling dispute(Decision d, Intent.ReceiveOtherPixels intent) {
        return about(d, intent.images(), reading -> {
            ReceivedInstance newcomer = intent.newcomer();
            if (reading.images().find(newcomer.uid()).isEmpty()) {
                return Ruling.refuse("", Rule.UNKNOWN_IMAGE, newcomer.uid());
            }
            boolean known = reading.images().disputed().stream()
                    .anyMatch(one -> one.sha256().equals(newcomer.sha256()));
            return known
                    ? Ruling.refuse("", Rule.NOTHING_CHANGED)
                    : Ruling.record(intent.images().stream(), new ImagingFact.OtherPixelsArrived(newcomer));
        });
    }

    static Ruling settle(Decision d, Intent.SettleOtherPixels intent) {
        return about(d, intent.images(), reading -> {
            boolean open = reading.images().disputed().stream()
                    .anyMatch(one ->
                            one.uid().equals(intent.uid()) && one.sha256().equals(intent.sha256()));
            if (!open) {
                return Ruling.refuse("", Rule.IMAGE_DECIDED);
            }
            if (d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            if (intent.newcomer() && reading.judged()) {
                return Ruling.refuse("", Rule.CASE_ALREADY_READ);
            }
            return Ruling.record(
                    intent.images().stream(),
                    new ImagingFact.OtherPixelsSettled(intent.uid(), intent.sha256(), intent.newcomer()));
        });
    }

    static Ruling coverage(Decision d, ImagingStudyId images) {
        return about(
                d,
                images,
                reading -> reading.images().covered()
                        ? Ruling.refuse("", Rule.NOTHING_CHANGED)
                        : Ruling.record(images.stream(), new ImagingFact.CoverageConfirmed()));
    }

    static Ruling accept(Decision d, ImagingStudyId images) {
        return about(d, images, reading -> {
            Charter charter = new Charter(d.protocol().charter());
            ImageCheck check = charter.check(reading);
            if (check.passed()) {
                return Ruling.refuse("", Rule.NO_SHORTFALL);
            }
            if (!charter.terms().images().override()) {
                return Ruling.refuse("", Rule.NO_OVERRIDE);
            }
            return d.request().reason().isEmpty()
                    ? Ruling.refuse("reason", Rule.REASON_REQUIRED)
                    : Ruling.record(images.stream(), new ImagingFact.ImagesAcceptedAnyway());
        });
    }

    /** Images that are filed belong to their participant's site; those in the inbox to nobody yet. */
    private static Ruling about(Decision d, ImagingStudyId images, Function<ReadingCase, Ruling> decision) {
        Optional<String> site = d.register()
                .place(images)
                .flatMap(place -> d.register().casebook(place.participant()))
                .map(Casebook::site);
        if (site.filter(one -> !d.mayActAt(one)).isPresent()) {
            return Ruling.refuse("", Rule.NOT_YOUR_SITE, d.actor().site());
        }
        return d.register()
                .readingRoom()
                .find(images)
                .map(decision)
                .orElseGet(() -> Ruling.refuse("", Rule.UNKNOWN_IMAGES, images));
    }
}
