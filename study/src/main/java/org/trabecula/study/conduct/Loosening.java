package org.trabecula.study.conduct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;

/** The first of two sheets: where the screws lie, and how firm they are. It is signed before the segments are judged. */
final class Loosening {
    private Loosening() {}

    static Ruling place(Decision d, Intent.PlaceScrews intent) {
        return begin(d, intent.images(), intent.again(), reading -> {
            List<Objection> objections = new ArrayList<>();
            Set<List<Object>> places = new HashSet<>();
            for (Measurement one : intent.axes()) {
                boolean known = reading.screws().stream()
                        .anyMatch(site -> site.toString().equals(one.of()));
                if (one.quantity() != Quantity.AXIS || !known) {
                    objections.add(Objection.to("", Rule.MEASUREMENT_FOREIGN, one.quantity()));
                } else if (!places.add(List.of(one.of(), space(reading, one)))) {
                    objections.add(Objection.to("screw." + one.of(), Rule.SCREW_PLACED_TWICE, one.of()));
                }
            }
            ReadCheck.drawn(reading, new Measurements(intent.axes()), objections);
            return objections.isEmpty()
                    ? Ruling.record(
                            intent.images().stream(),
                            new ImagingFact.ScrewsPlaced(d.actor().user(), intent.again(), intent.axes()))
                    : new Ruling.Refuse(objections);
        });
    }

    /** Where a screw is placed once: in a series of a CT, in a frame of a radiograph. */
    private static String space(ReadingCase reading, Measurement axis) {
        Optional<String> series = reading.series().stream()
                .filter(_ -> reading.modality() == Modality.CT)
                .filter(one ->
                        one.instances().stream().anyMatch(image -> image.uid().equals(axis.instance())))
                .map(ReceivedSeries::uid)
                .findFirst();
        return series.orElseGet(() -> axis.instance() + "/" + axis.frame());
    }

    static Ruling sign(Decision d, Intent.SignLoosening intent) {
        Then signed = reading -> ReadCheck.screws(
                reading,
                intent.findings(),
                intent.attestation(),
                d.protocol(),
                findings -> Ruling.record(
                        intent.images().stream(),
                        new ImagingFact.LooseningSigned(
                                d.actor().user(), intent.again(), findings, intent.attestation())));
        return d.actor().role().equals(Role.ADJUDICATOR.name())
                ? third(d, intent, signed)
                : begin(d, intent.images(), intent.again(), signed);
    }

    /** A third person signs the screws first where they are in dispute and a segment is as well. */
    private static Ruling third(Decision d, Intent.SignLoosening intent, Then then) {
        Charter charter = new Charter(d.protocol().charter());
        String user = d.actor().user();
        Optional<ReadingCase> reading = Reading.open(d, intent.images()).filter(_ -> !intent.again());
        if (reading.isEmpty()) {
            return Ruling.refuse("", Rule.CASE_NOT_OPEN);
        }
        if (reading.get().readBy(user)) {
            return Ruling.refuse("", Rule.ADJUDICATOR_READ);
        }
        if (!Settlement.of(reading.get(), charter).needsAdjudication() || !charter.apart(reading.get())) {
            return Ruling.refuse("", Rule.NO_DISPUTE);
        }
        return charter.loosening(reading.get(), user, false).isPresent()
                ? Ruling.refuse("", Rule.LOOSENING_SIGNED)
                : then.rule(reading.get());
    }

    /** Why the segments cannot be judged yet: the screws were not, or other findings on them were signed. */
    static Optional<Ruling> missing(Decision d, ReadingCase reading, boolean again, Findings findings) {
        Charter charter = new Charter(d.protocol().charter());
        if (!charter.terms().sheets().looseningFirst()) {
            return Optional.empty();
        }
        Optional<Read> signed = charter.loosening(reading, d.actor().user(), again);
        if (signed.isEmpty()) {
            return Optional.of(Ruling.refuse("", Rule.LOOSENING_FIRST));
        }
        return signed.filter(read -> !read.findings().screws().equals(findings.screws()))
                .map(_ -> Ruling.refuse("", Rule.LOOSENING_SIGNED));
    }

    private interface Then {
        Ruling rule(ReadingCase reading);
    }

    /** Goes on if the reader has the case to read and has not signed anything about its screws. */
    private static Ruling begin(Decision d, ImagingStudyId images, boolean again, Then then) {
        String reader = d.actor().user();
        Optional<ReadingCase> open = Reading.open(d, images)
                .filter(_ -> d.protocol().charter().sheets().looseningFirst())
                .filter(one -> !again || owed(one, reader));
        if (open.isEmpty()) {
            return Ruling.refuse("", Rule.CASE_NOT_OPEN);
        }
        ReadingCase reading = open.get();
        if (new Charter(d.protocol().charter())
                .loosening(reading, reader, again)
                .isPresent()) {
            return Ruling.refuse("", Rule.LOOSENING_SIGNED);
        }
        return again ? then.rule(reading) : Reading.first(d, reading).orElseGet(() -> then.rule(reading));
    }

    private static boolean owed(ReadingCase one, String reader) {
        return one.rereadBy(reader).filter(second -> second.read().isEmpty()).isPresent();
    }
}
