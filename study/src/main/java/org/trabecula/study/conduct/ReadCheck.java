package org.trabecula.study.conduct;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.imaging.Sheet;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** Whether a filled-in sheet says all that is asked, nothing else, and nothing impossible. */
final class ReadCheck {
    private ReadCheck() {}

    /** A read of everything. */
    static Ruling whole(
            ReadingCase reading,
            Findings findings,
            Optional<Attestation> attestation,
            Protocol protocol,
            Function<Findings, Ruling> ruling) {
        return checked(reading, reading.segments(), findings, attestation, protocol, ruling);
    }

    /** A read of the screws alone. */
    static Ruling screws(
            ReadingCase reading,
            Findings findings,
            Attestation attestation,
            Protocol protocol,
            Function<Findings, Ruling> ruling) {
        return checked(reading, List.of(), findings, Optional.of(attestation), protocol, ruling);
    }

    /** An adjudication; of a sheet that asks for screws alone the segments may be left out. */
    static Ruling third(
            ReadingCase reading,
            Sheet sheet,
            Findings findings,
            Optional<Attestation> attestation,
            Protocol protocol,
            Function<Findings, Ruling> ruling) {
        boolean without = !sheet.asksSegments() && findings.segments().isEmpty();
        return checked(reading, without ? List.of() : reading.segments(), findings, attestation, protocol, ruling);
    }

    private static Ruling checked(
            ReadingCase reading,
            List<Segment> asked,
            Findings findings,
            Optional<Attestation> attestation,
            Protocol protocol,
            Function<Findings, Ruling> ruling) {
        String charter = protocol.charter().version();
        if (!findings.charterVersion().equals(charter)) {
            return Ruling.refuse("", Rule.CHARTER_CHANGED, charter, findings.charterVersion());
        }
        List<Objection> objections = new ArrayList<>();
        List<ScrewSite> sites =
                findings.screws().stream().map(ScrewFinding::site).toList();
        List<Segment> segments =
                findings.segments().stream().map(SegmentFinding::segment).toList();
        compare("screw.", reading.screws(), sites, objections);
        compare("segment.", asked, segments, objections);
        Measurements drawn = findings.measurements().orElse(Measurements.NONE);
        findings.screws().forEach(screw -> {
            screw(screw, objections);
            same("screw." + screw.site(), screw.site(), screw.lucencyMm(), drawn.lucencyMm(screw.site()), objections);
        });
        findings.segments().forEach(segment -> {
            segment(segment, objections);
            String place = "segment." + segment.segment();
            same(place, segment.segment(), segment.motionDegrees(), drawn.motionDegrees(segment.segment()), objections);
            same(place, segment.segment(), segment.translationMm(), drawn.translationMm(segment.segment()), objections);
        });
        drawn(reading, drawn, objections);
        boolean arm = protocol.arms().stream().map(Arm::id).anyMatch(findings.armGuess()::equals);
        if (!arm && !findings.armGuess().equals(Findings.NO_IDEA)) {
            objections.add(Objection.to("armGuess", Rule.GUESS_REQUIRED));
        }
        attestation
                .filter(signed -> !sure(signed, arm))
                .ifPresent(_ -> objections.add(Objection.to("certainty", Rule.CERTAINTY_REQUIRED)));
        return objections.isEmpty() ? ruling.apply(findings) : new Ruling.Refuse(objections);
    }

    /** What was drawn is on the case's own images, and is what the findings say where they say the same. */
    static void drawn(ReadingCase reading, Measurements drawn, List<Objection> objections) {
        Set<String> images =
                reading.instances().stream().map(ReceivedInstance::uid).collect(Collectors.toSet());
        drawn.all().stream()
                .filter(one -> !images.contains(one.instance()))
                .forEach(one -> objections.add(Objection.to("", Rule.MEASUREMENT_FOREIGN, one.quantity())));
    }

    private static void same(
            String place,
            Object of,
            Optional<BigDecimal> said,
            Optional<BigDecimal> drawn,
            List<Objection> objections) {
        drawn.filter(value -> said.filter(other -> other.compareTo(value) == 0).isEmpty())
                .ifPresent(value -> objections.add(Objection.to(
                        place,
                        Rule.MEASUREMENT_DIFFERS,
                        of,
                        said.map(BigDecimal::toPlainString).orElse("-"),
                        value.toPlainString())));
    }

    /** How sure belongs to a guess: it is asked with one, and not without. */
    private static boolean sure(Attestation signed, boolean guessed) {
        return signed.certainty()
                .map(sure -> guessed && sure >= Attestation.LEAST && sure <= Attestation.MOST)
                .orElse(!guessed);
    }

    private static <T> void compare(String place, List<T> asked, List<T> answered, List<Objection> objections) {
        asked.stream()
                .filter(one -> !answered.contains(one))
                .forEach(one -> objections.add(Objection.to(place + one, Rule.READ_INCOMPLETE, one)));
        answered.stream()
                .filter(one -> !asked.contains(one))
                .forEach(one -> objections.add(Objection.to(place + one, Rule.READ_FOREIGN, one)));
        asked.stream()
                .filter(one -> Collections.frequency(answered, one) > 1)
                .forEach(one -> objections.add(
                        Objection.to(place + one, Rule.READ_FOREIGN, new Text("second " + one, "第二个 " + one))));
    }

    private static void screw(ScrewFinding finding, List<Objection> objections) {
        String place = "screw." + finding.site();
        if (finding.assessable() && finding.lucencyMm().isEmpty()) {
            objections.add(Objection.to(place, Rule.READ_INCOMPLETE, finding.site()));
        }
        range(
                place,
                new Text(finding.site() + " lucency", finding.site() + " 透亮线"),
                finding.lucencyMm(),
                "20",
                objections);
    }

    private static void segment(SegmentFinding finding, List<Objection> objections) {
        String place = "segment." + finding.segment();
        range(
                place,
                new Text(finding.segment() + " motion", finding.segment() + " 活动度"),
                finding.motionDegrees(),
                "60",
                objections);
        range(
                place,
                new Text(finding.segment() + " translation", finding.segment() + " 位移"),
                finding.translationMm(),
                "30",
                objections);
        range(
                place,
                new Text(finding.segment() + " artefact share", finding.segment() + " 伪影占比"),
                finding.artefactShare(),
                "1",
                objections);
    }

    private static void range(
            String place, Text what, Optional<BigDecimal> value, String most, List<Objection> objections) {
        value.filter(v -> v.signum() < 0 || v.compareTo(new BigDecimal(most)) > 0)
                .ifPresent(v -> objections.add(Objection.to(place, Rule.READ_VALUE, what, v.toPlainString())));
    }
}
