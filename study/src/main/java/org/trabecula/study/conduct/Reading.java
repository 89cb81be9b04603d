package org.trabecula.study.conduct;

import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Reread;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.protocol.Rule;

/** Reads and adjudications. Looks at the case and the charter, never at a casebook. */
final class Reading {
    private Reading() {}

    static Ruling submit(Decision d, Intent.SubmitRead intent) {
        Optional<ReadingCase> reading = open(d, intent.images());
        if (reading.isEmpty()) {
            return Ruling.refuse("", Rule.CASE_NOT_OPEN);
        }
        String reader = d.actor().user();
        Optional<Ruling> early =
                first(d, reading.get()).or(() -> Loosening.missing(d, reading.get(), false, intent.findings()));
        if (early.isPresent()) {
            return early.get();
        }
        return ReadCheck.whole(reading.get(), intent.findings(), intent.attestation(), d.protocol(), findings -> {
            ImagingFact read = intent.attestation()
                    .<ImagingFact>map(signed -> new ImagingFact.ReadSigned(reader, findings, signed))
                    .orElseGet(() -> new ImagingFact.ReadSubmitted(reader, findings));
            return new Ruling.Say(Stream.concat(
                            Stream.of(new Ruling.Saying(intent.images().stream(), read)),
                            Dealing.again(d, reading.get()).stream())
                    .toList());
        });
    }

    static Ruling submitAgain(Decision d, Intent.SubmitReread intent) {
        Optional<ReadingCase> reading = open(d, intent.images());
        Optional<Reread> owed = reading.flatMap(one -> one.rereadBy(d.actor().user()));
        if (reading.isEmpty() || owed.isEmpty()) {
            return Ruling.refuse("", Rule.CASE_NOT_OPEN);
        }
        if (owed.get().read().isPresent()) {
            return Ruling.refuse("", Rule.READ_ALREADY);
        }
        Optional<Ruling> early = Loosening.missing(d, reading.get(), true, intent.findings());
        if (early.isPresent()) {
            return early.get();
        }
        return ReadCheck.whole(
                reading.get(),
                intent.findings(),
                Optional.of(intent.attestation()),
                d.protocol(),
                findings -> Ruling.record(
                        intent.images().stream(),
                        new ImagingFact.RereadSigned(d.actor().user(), findings, intent.attestation())));
    }

    static Ruling adjudicate(Decision d, Intent.Adjudicate intent) {
        Optional<ReadingCase> reading = open(d, intent.images());
        if (reading.isEmpty()) {
            return Ruling.refuse("", Rule.CASE_NOT_OPEN);
        }
        if (reading.get().readBy(d.actor().user())) {
            return Ruling.refuse("", Rule.ADJUDICATOR_READ);
        }
        Charter charter = new Charter(d.protocol().charter());
        if (!Settlement.of(reading.get(), charter).needsAdjudication()) {
            return Ruling.refuse("", Rule.NO_DISPUTE);
        }
        if (charter.terms().routine().adjudicatorExplains()
                && intent.findings().comment().isBlank()) {
            return Ruling.refuse("comment", Rule.ADJUDICATION_UNEXPLAINED);
        }
        String who = d.actor().user();
        Optional<Ruling> early = charter.apart(reading.get())
                ? Loosening.missing(d, reading.get(), false, intent.findings())
                : Optional.empty();
        if (early.isPresent()) {
            return early.get();
        }
        return ReadCheck.third(
                reading.get(),
                charter.third(reading.get(), who),
                intent.findings(),
                intent.attestation(),
                d.protocol(),
                findings -> Ruling.record(
                        intent.images().stream(),
                        intent.attestation()
                                .<ImagingFact>map(signed -> new ImagingFact.AdjudicationSigned(who, findings, signed))
                                .orElseGet(() -> new ImagingFact.AdjudicationSubmitted(who, findings))));
    }

    /** Why this reader cannot be one of the first readers of the case. */
    static Optional<Ruling> first(Decision d, ReadingCase reading) {
        if (reading.readBy(d.actor().user())) {
            return Optional.of(Ruling.refuse("", Rule.READ_ALREADY));
        }
        if (reading.reads().size() >= d.protocol().charter().readers()) {
            return Optional.of(Ruling.refuse("", Rule.READS_COMPLETE));
        }
        return reading.isFor(d.actor().user()) ? Optional.empty() : Optional.of(Ruling.refuse("", Rule.NOT_DEALT));
    }

    static Optional<ReadingCase> open(Decision d, ImagingStudyId images) {
        return d.register()
                .readingRoom()
                .find(images)
                .filter(new Charter(d.protocol().charter())::deals);
    }
}
