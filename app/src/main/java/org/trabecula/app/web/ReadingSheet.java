package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.List;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * The sheet on which a case is judged, as it stands on the screen: what is asked, and what was typed so far.
 *
 * @param disputed what the first readers differ on, by name; empty for a first read
 */
record ReadingSheet(
        ReadingCase reading, Protocol protocol, List<String> disputed, Typed typed, List<Objection> objections) {

    boolean ct() {
        return reading.modality() == Modality.CT;
    }

    /** The charter that stood when the page was made. */
    String charter() {
        return protocol.charter().version();
    }

    BigDecimal looseFromMm() {
        return protocol.charter().lucencyMm();
    }

    List<ScrewSite> screws() {
        return reading.screws();
    }

    List<Segment> segments() {
        return reading.segments();
    }

    List<FusionGrade> grades() {
        return List.of(FusionGrade.values());
    }

    List<Arm> arms() {
        return protocol.arms();
    }

    ConstructDrawing drawing() {
        return ConstructDrawing.of(reading.screws(), reading.segments());
    }

    boolean disputes(Object place) {
        return disputed.contains(place.toString());
    }

    String value(String field) {
        return typed.text(field);
    }

    boolean ticked(String field) {
        return typed.ticked(field);
    }

    boolean chosen(String field, String value) {
        return typed.text(field).equals(value);
    }

    boolean wrong(String place) {
        return objections.stream().anyMatch(objection -> objection.place().equals(place));
    }
}
