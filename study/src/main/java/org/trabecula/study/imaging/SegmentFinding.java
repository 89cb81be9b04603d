package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.Segment;

/**
 * What a reader saw at one segment.
 *
 * @param grade Bridwell grade; empty when the reader finds it indeterminate
 * @param motionDegrees angle between flexion and extension, degrees
 * @param translationMm translation between flexion and extension, mm
 * @param artefactShare share of the cage hidden by artefact, 0 to 1
 * @param inside bone through the cage
 * @param outside bone beside the cage
 */
public record SegmentFinding(
        Segment segment,
        Optional<FusionGrade> grade,
        Optional<BigDecimal> motionDegrees,
        Optional<BigDecimal> translationMm,
        Optional<BigDecimal> artefactShare,
        Optional<Bridging> inside,
        Optional<Bridging> outside) {

    /** How far bone reaches from one vertebra to the other. */
    public enum Bridging {
        NONE,
        PARTIAL,
        COMPLETE
    }

    public SegmentFinding(
            Segment segment,
            Optional<FusionGrade> grade,
            Optional<BigDecimal> motionDegrees,
            Optional<BigDecimal> translationMm,
            Optional<BigDecimal> artefactShare) {
        this(segment, grade, motionDegrees, translationMm, artefactShare, Optional.empty(), Optional.empty());
    }
}
