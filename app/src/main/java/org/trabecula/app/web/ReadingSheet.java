package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.List;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.imaging.Sheet;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * The sheet on which a case is judged, as it stands on the screen: what is asked, and what was typed so far.
 *
 * @param part what of the case is asked on it
 * @param disputed what the first readers differ on, by name; empty for a first read
 */
record ReadingSheet(
        ReadingCase reading,
        Sheet part,
        Protocol protocol,
        List<String> disputed,
        Typed typed,
        List<Objection> objections) {

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
        return part.asksScrews() ? reading.screws() : List.of();
    }

    List<Segment> segments() {
        return part.asksSegments() ? reading.segments() : List.of();
    }

    /** The screws across which lines can be drawn to learn the millimetres of a radiograph, where the sheet does not ask for them. */
    List<ScrewSite> rulers() {
        return ct() || part != Sheet.SEGMENTS
                ? List.of()
                : reading.screws().stream()
                        .filter(site -> reading.diameters().of(site).isPresent())
                        .toList();
    }

    /** Where to go on an image for something: whether it is asked on this sheet. */
    boolean asks(Object place) {
        return screws().stream().anyMatch(place::equals) || segments().stream().anyMatch(place::equals);
    }

    /** How the keys end of what is said about signing. */
    String closing() {
        if (!disputed.isEmpty() && !segmentsFollow()) {
            return ".adjudication";
        }
        return part == Sheet.SCREWS ? ".loosening" : "";
    }

    /** Whether an adjudicator's sheet is that of the screws, before that of the segments. */
    private boolean segmentsFollow() {
        return part == Sheet.SCREWS
                && reading.segments().stream().map(Segment::toString).anyMatch(disputed::contains);
    }

    /** Whether nothing but the screws is seen. */
    boolean screwsOnly() {
        return part == Sheet.SCREWS && protocol.charter().sheets().screwsOnly();
    }

    /** The key of what is signed. */
    String meaning() {
        if (!disputed.isEmpty()) {
            return segmentsFollow() ? "sign.meaning.adjudication.screws" : "sign.meaning.adjudication";
        }
        return switch (part) {
            case PLACES, SCREWS -> "sign.meaning.loosening";
            case SEGMENTS -> "sign.meaning.fusion";
            case WHOLE -> "sign.meaning.read";
        };
    }

    List<FusionGrade> grades() {
        return List.of(FusionGrade.values());
    }

    List<Arm> arms() {
        return protocol.arms();
    }

    /** How thick a screw is, mm, in digits; empty when nobody said. */
    String diameter(ScrewSite site) {
        return reading.diameters().of(site).map(BigDecimal::toPlainString).orElse("");
    }

    List<ScrewFinding.Zone> zones() {
        return List.of(ScrewFinding.Zone.values());
    }

    List<ScrewFinding.View> views() {
        return List.of(ScrewFinding.View.values());
    }

    List<SegmentFinding.Bridging> bridging() {
        return List.of(SegmentFinding.Bridging.values());
    }

    /** The vertebrae whose bone can be measured: on CT, and not where screws are. */
    List<Level> vertebrae() {
        return ct() && part.asksSegments()
                ? HounsfieldRead.LEVELS.stream()
                        .filter(level -> reading.screws().stream().noneMatch(screw -> screw.level() == level))
                        .toList()
                : List.of();
    }

    /** The parts of a vertebra's read, by the names of their fields. */
    List<String> heights() {
        return List.of("upper", "middle", "lower");
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
