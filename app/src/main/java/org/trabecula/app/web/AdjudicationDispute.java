package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;

/**
 * One screw or segment on which the first readers differ, with what each said. What they said stands in an order of its own, so
 * that nobody can follow one reader from item to item.
 */
record AdjudicationDispute(String place, String name, List<Said> said) {

    /** One reader's finding, in pieces for the page: a word's key with its value. */
    record Said(List<Piece> pieces) {}

    /** @param value shown after the word; empty when the word says it all */
    record Piece(String key, String value) {}

    static List<AdjudicationDispute> all(ReadingCase reading, List<String> disputed) {
        List<Findings> findings = reading.reads().stream().map(Read::findings).toList();
        return disputed.stream()
                .map(name -> {
                    boolean screw = name.indexOf('-') >= 0;
                    List<Said> said = findings.stream()
                            .flatMap(one -> (screw ? screw(one, name) : segment(one, name)).stream())
                            .sorted(Comparator.comparing(Said::toString))
                            .toList();
                    return new AdjudicationDispute((screw ? "screw." : "segment.") + name, name, said);
                })
                .toList();
    }

    private static Optional<Said> screw(Findings findings, String name) {
        return findings.screws().stream()
                .filter(one -> one.site().toString().equals(name))
                .findFirst()
                .map(AdjudicationDispute::said);
    }

    static Said said(ScrewFinding finding) {
        if (!finding.assessable()) {
            return new Said(List.of(new Piece("read.hidden", "")));
        }
        List<Piece> pieces = new ArrayList<>();
        finding.lucencyMm()
                .ifPresent(mm -> pieces.add(
                        mm.signum() == 0 ? new Piece("read.none", "") : new Piece("read.lucency", plain(mm) + " mm")));
        if (finding.doubleHalo()) {
            pieces.add(new Piece("read.halo", ""));
        }
        if (finding.lucentVoid()) {
            pieces.add(new Piece("read.void", ""));
        }
        finding.zone().ifPresent(zone -> pieces.add(new Piece("read.zone." + zone, "")));
        finding.view().ifPresent(view -> pieces.add(new Piece("read.view." + view, "")));
        return new Said(pieces);
    }

    private static Optional<Said> segment(Findings findings, String name) {
        return findings.segments().stream()
                .filter(one -> one.segment().toString().equals(name))
                .findFirst()
                .map(AdjudicationDispute::said);
    }

    static Said said(SegmentFinding finding) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(finding.grade()
                .map(grade -> new Piece("read.grade", grade.name()))
                .orElse(new Piece("read.indeterminate", "")));
        finding.motionDegrees().ifPresent(value -> pieces.add(new Piece("read.motion", plain(value) + "°")));
        finding.translationMm().ifPresent(value -> pieces.add(new Piece("read.translation", plain(value) + " mm")));
        finding.artefactShare()
                .ifPresent(value -> pieces.add(new Piece("read.artefact", plain(value.movePointRight(2)) + " %")));
        finding.inside().ifPresent(bone -> pieces.addAll(bridging("inside", bone)));
        finding.outside().ifPresent(bone -> pieces.addAll(bridging("outside", bone)));
        return new Said(pieces);
    }

    private static List<Piece> bridging(String where, SegmentFinding.Bridging bone) {
        return List.of(new Piece("read.bridging." + where, ""), new Piece("read.bridging." + bone, ""));
    }

    private static String plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
