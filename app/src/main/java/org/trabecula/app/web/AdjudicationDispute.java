package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;

/** What a reader said of one screw or segment, in pieces for a page. */
final class AdjudicationDispute {
    private AdjudicationDispute() {}

    /** One reader's finding, in pieces for the page: a word's key with its value. */
    record Said(List<Piece> pieces) {}

    /** @param value shown after the word; empty when the word says it all */
    record Piece(String key, String value) {}

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

    /** @param drawn with it; a motion that was measured on pixels of unknown shape is marked */
    static Said said(SegmentFinding finding, Optional<Measurements> drawn) {
        boolean approximate =
                drawn.filter(one -> one.approximateMotion(finding.segment())).isPresent();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(finding.grade()
                .map(grade -> new Piece("read.grade", grade.name()))
                .orElse(new Piece("read.indeterminate", "")));
        finding.motionDegrees()
                .ifPresent(
                        value -> pieces.add(new Piece("read.motion", (approximate ? "≈ " : "") + plain(value) + "°")));
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
