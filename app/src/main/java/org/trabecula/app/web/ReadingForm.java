package org.trabecula.app.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** Reads a filled-in sheet. Every objection is put at the screw or segment that it is about. */
final class ReadingForm {
    /** What stands in place of a grade when the reader cannot tell. */
    static final String INDETERMINATE = "indeterminate";

    private static final int LONGEST_COMMENT = 2_000;
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal PERCENT = new BigDecimal(100);

    private final Typed typed;
    private final Modality modality;
    private final Measurements drawn;

    private ReadingForm(Typed typed, Modality modality, Measurements drawn) {
        this.typed = typed;
        this.modality = modality;
        this.drawn = drawn;
    }

    /** The findings; worth something only when {@code typed} is sound afterwards. */
    static Findings findings(Typed typed, ReadTask task, ImageArchive images) {
        ReadingCase reading = task.reading();
        MeasurementForm drawings = new MeasurementForm(typed, reading, task.sheet(), images);
        Measurements drawn = drawings.read();
        ReadingForm form = new ReadingForm(typed, reading.modality(), drawn);
        String comment = typed.text("comment");
        if (comment.length() > LONGEST_COMMENT) {
            typed.object(Objection.to("comment", Rule.TOO_LONG, comment.length(), LONGEST_COMMENT));
        }
        List<ScrewFinding> screws = task.sheet().asksScrews()
                ? reading.screws().stream().map(form::screw).toList()
                : List.of();
        List<SegmentFinding> segments = task.sheet().asksSegments()
                ? reading.segments().stream().map(form::segment).toList()
                : List.of();
        if (typed.text("armGuess").isEmpty()) {
            typed.object(Objection.to("armGuess", Rule.GUESS_REQUIRED));
        }
        return new Findings(
                typed.text("charter"),
                screws,
                segments,
                typed.text("armGuess"),
                comment,
                drawn.all().isEmpty() ? Optional.empty() : Optional.of(drawn),
                task.sheet().asksSegments() ? drawings.hounsfield(drawn) : Optional.empty());
    }

    private ScrewFinding screw(ScrewSite site) {
        String place = "screw." + site;
        if (typed.ticked(place + ".hidden")) {
            return new ScrewFinding(site, false, Optional.empty(), false, false);
        }
        if (typed.text(place + ".mm").isEmpty()) {
            typed.object(Objection.to(place, Rule.READ_INCOMPLETE, site));
        }
        boolean sign = typed.ticked(place + ".sign");
        return new ScrewFinding(
                site,
                true,
                number(place, ".mm").map(mm -> exact(mm, drawn.lucencyMm(site))),
                sign && modality == Modality.RADIOGRAPH,
                sign && modality == Modality.CT,
                chosen(place, ".zone", ScrewFinding.Zone.values()),
                chosen(place, ".view", ScrewFinding.View.values()));
    }

    private SegmentFinding segment(Segment segment) {
        String place = "segment." + segment;
        return new SegmentFinding(
                segment,
                grade(place, segment),
                number(place, ".motion").map(value -> exact(value, drawn.motionDegrees(segment))),
                number(place, ".translation").map(value -> exact(value, drawn.translationMm(segment))),
                number(place, ".artefact").map(percent -> percent.divide(PERCENT, MathContext.DECIMAL32)),
                chosen(place, ".inside", SegmentFinding.Bridging.values()),
                chosen(place, ".outside", SegmentFinding.Bridging.values()));
    }

    /** One of the choices, or none. */
    private <E extends Enum<E>> Optional<E> chosen(String place, String part, E[] choices) {
        String text = typed.text(place + part);
        Optional<E> found =
                Arrays.stream(choices).filter(one -> one.name().equals(text)).findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            typed.object(Objection.to(place, Rule.NOT_A_CHOICE, text, List.of(choices)));
        }
        return found;
    }

    /** Empty means that the reader says indeterminate; saying nothing is not that. */
    private Optional<FusionGrade> grade(String place, Segment segment) {
        String text = typed.text(place + ".grade");
        if (text.isEmpty()) {
            typed.object(Objection.to(place, Rule.READ_INCOMPLETE, segment));
            return Optional.empty();
        }
        Optional<FusionGrade> grade = Arrays.stream(FusionGrade.values())
                .filter(one -> one.name().equals(text))
                .findFirst();
        if (grade.isEmpty() && !text.equals(INDETERMINATE)) {
            typed.object(Objection.to(place, Rule.NOT_A_CHOICE, text, List.of(FusionGrade.values())));
        }
        return grade;
    }

    /** What was drawn, when the field says the same to a tenth: browsers round otherwise at the very edge. */
    private static BigDecimal exact(BigDecimal said, Optional<BigDecimal> drawn) {
        return drawn.filter(value -> value.subtract(said).abs().compareTo(TENTH) <= 0)
                .orElse(said);
    }

    private Optional<BigDecimal> number(String place, String part) {
        String text = typed.text(place + part);
        if (text.isEmpty() || text.matches("\\d{1,4}([.]\\d{1,3})?")) {
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        }
        typed.object(Objection.to(place, Rule.NOT_A_NUMBER, text));
        return Optional.empty();
    }
}
