package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;

/** Puts a read into words: a value for each screw and each segment, then what the reader said last. */
record FindingsTelling(Phrases phrases) {

    List<Telling.Value> values(Findings findings) {
        List<Telling.Value> values = new ArrayList<>();
        values.add(value("charter", findings.charterVersion()));
        findings.screws().forEach(screw -> values.add(screw(screw)));
        findings.segments().forEach(segment -> values.add(segment(segment, findings.measurements())));
        findings.hounsfield().stream()
                .flatMap(read -> read.vertebrae().stream())
                .forEach(vertebra -> values.add(vertebra(vertebra)));
        findings.measurements()
                .ifPresent(drawn ->
                        values.add(value("measured", String.valueOf(drawn.all().size()))));
        values.add(value("guess", guess(findings.armGuess())));
        values.add(value("comment", findings.comment()));
        return values;
    }

    /** The same with how the read was closed. */
    List<Telling.Value> values(Findings findings, Attestation attestation) {
        List<Telling.Value> values = values(findings);
        attestation.certainty().ifPresent(sure -> values.add(value("certainty", sure + " / " + Attestation.MOST)));
        values.add(value("signedBy", attestation.signature().name()));
        values.add(value("meaning", attestation.signature().meaning()));
        return values;
    }

    private Telling.Value value(String key, String text) {
        return new Telling.Value(key, words().say("value." + key), text);
    }

    private Telling.Value screw(ScrewFinding finding) {
        String place =
                finding.site().level() + " " + words().name(finding.site().side());
        return new Telling.Value(
                "screw." + finding.site(), words().say("value.screw", place), text(AdjudicationDispute.said(finding)));
    }

    private Telling.Value segment(SegmentFinding finding, Optional<Measurements> drawn) {
        return new Telling.Value(
                "segment." + finding.segment(),
                words().say("read.segment", finding.segment()),
                text(AdjudicationDispute.said(finding, drawn)));
    }

    private Telling.Value vertebra(HounsfieldRead.Vertebra vertebra) {
        String at =
                vertebra.kvp().map(kvp -> " (" + kvp.toPlainString() + " kV)").orElse("");
        return new Telling.Value(
                "vertebra." + vertebra.level(),
                words().say("value.hounsfield", vertebra.level()),
                vertebra.mean()
                        .map(mean -> mean.toPlainString() + " HU" + at)
                        .orElseGet(() -> words().say("read.hidden")));
    }

    private String text(AdjudicationDispute.Said said) {
        return said.pieces().stream()
                .map(piece -> (words().say(piece.key()) + " " + piece.value()).strip())
                .collect(Collectors.joining(", "));
    }

    private String guess(String arm) {
        return phrases.protocol()
                .arm(arm)
                .map(one -> words().text(one.label()))
                .orElseGet(() -> arm.equals(Findings.NO_IDEA) ? words().say("read.guess.none") : arm);
    }

    private Words words() {
        return phrases.words();
    }
}
