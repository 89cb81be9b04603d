package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.spine.FusionGrade;

/** The reading charter at work: turns findings into verdicts, and says when a radiograph leaves fusion unclear. */
public record Charter(ReadingCharter terms) {

    /** Whether readers get the case: it is open, and its images meet what the charter asks of them or were accepted anyway. */
    public boolean deals(ReadingCase reading) {
        return reading.opened() && check(reading).passed();
    }

    /** What a reader has to do next on a case that is to be read, for the first time or again. */
    public Sheet next(ReadingCase reading, String reader, boolean again) {
        if (!terms.sheets().looseningFirst()) {
            return Sheet.WHOLE;
        }
        if (loosening(reading, reader, again).isPresent()) {
            return Sheet.SEGMENTS;
        }
        boolean placed = reading.begunBy(reader, again).flatMap(Begun::axes).isPresent();
        return placed || !terms.sheets().screwsOnly() ? Sheet.SCREWS : Sheet.PLACES;
    }

    /**
     * What a third person is asked. Where the readers see screws by themselves, so does he, as long as nothing else is in dispute; the
     * segments on which they agree are not asked of him then. Where both are in dispute he signs the screws first, as they did.
     */
    public Sheet third(ReadingCase reading, String adjudicator) {
        if (!terms.sheets().screwsOnly()) {
            return Sheet.WHOLE;
        }
        if (!disputed(reading, reading.segments())) {
            return Sheet.SCREWS;
        }
        if (!apart(reading)) {
            return Sheet.WHOLE;
        }
        return loosening(reading, adjudicator, false).isPresent() ? Sheet.SEGMENTS : Sheet.SCREWS;
    }

    /**
     * Whether a third person signs the screws, seen alone, before the segments are asked of him: both are in dispute, and a reader placed
     * the screws, since else there is nothing to be seen of them alone.
     */
    public boolean apart(ReadingCase reading) {
        return terms.sheets().screwsOnly()
                && disputed(reading, reading.segments())
                && disputed(reading, reading.screws())
                && reading.reads().stream()
                        .flatMap(read -> reading.begunBy(read.reader(), false).stream())
                        .flatMap(begun -> begun.axes().stream())
                        .anyMatch(axes -> !axes.isEmpty());
    }

    private boolean disputed(ReadingCase reading, List<?> places) {
        List<String> disputed = Settlement.of(reading, this).disputed();
        return places.stream().map(Object::toString).anyMatch(disputed::contains);
    }

    /** What a reader has signed about the screws; what was signed under another charter does not count. */
    public Optional<Read> loosening(ReadingCase reading, String reader, boolean again) {
        return reading.begunBy(reader, again)
                .flatMap(Begun::loosening)
                .filter(read -> read.findings().charterVersion().equals(terms.version()));
    }

    /** How the images of a case fare against what the charter asks of them. */
    public ImageCheck check(ReadingCase reading) {
        return ImageCheck.of(reading, terms.images());
    }

    /** Loose when the lucent zone reaches the charter's width, or there is a double halo, or (CT) a lucent void. */
    public Looseness looseness(ScrewFinding finding) {
        if (!finding.assessable()) {
            return Looseness.NOT_ASSESSABLE;
        }
        boolean wide = finding.lucencyMm()
                .filter(width -> width.compareTo(terms.lucencyMm()) >= 0)
                .isPresent();
        return wide || finding.doubleHalo() || finding.lucentVoid() ? Looseness.LOOSE : Looseness.FIRM;
    }

    /** Grade I or II is fused, IV is not; III is not fused on CT and indeterminate on a radiograph. */
    public Union union(SegmentFinding finding, Modality modality) {
        return finding.grade()
                .map(grade -> switch (grade) {
                    case I, II -> Union.FUSED;
                    case III -> modality == Modality.CT ? Union.NOT_FUSED : Union.INDETERMINATE;
                    case IV -> Union.NOT_FUSED;
                })
                .orElse(Union.INDETERMINATE);
    }

    /** What in a single read of a radiograph leaves the segment unclear. */
    Set<Unclear.Cause> unclear(SegmentFinding finding) {
        Set<Unclear.Cause> causes = EnumSet.noneOf(Unclear.Cause.class);
        if (union(finding, Modality.RADIOGRAPH) == Union.INDETERMINATE) {
            causes.add(Unclear.Cause.INDETERMINATE);
        }
        if (within(finding.motionDegrees(), terms.unclearMotionFromDegrees(), terms.unclearMotionToDegrees())) {
            causes.add(Unclear.Cause.MOTION);
        }
        if (within(finding.translationMm(), terms.unclearTranslationFromMm(), terms.unclearTranslationToMm())) {
            causes.add(Unclear.Cause.TRANSLATION);
        }
        if (finding.artefactShare()
                .filter(share -> share.compareTo(terms.unclearArtefactShare()) > 0)
                .isPresent()) {
            causes.add(Unclear.Cause.ARTEFACT);
        }
        return causes;
    }

    private static boolean within(Optional<BigDecimal> value, BigDecimal from, BigDecimal to) {
        return value.filter(v -> v.compareTo(from) >= 0 && v.compareTo(to) <= 0).isPresent();
    }

    /** The worse of two grades; empty when either is missing. */
    static Optional<FusionGrade> worse(Optional<FusionGrade> one, Optional<FusionGrade> other) {
        return one.flatMap(a -> other.map(b -> a.compareTo(b) >= 0 ? a : b));
    }
}
