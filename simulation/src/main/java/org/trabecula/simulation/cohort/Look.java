package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.util.List;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.Segment;

/**
 * One examination and the truth that it could show.
 *
 * @param images the handle under which the images will be received
 * @param boneHu mean HU of L1 to L4
 * @param screws every screw, from cranial, left first
 * @param segments every fused segment, from cranial
 */
public record Look(
        ImagingStudyId images,
        ParticipantId participant,
        Timepoint visit,
        LocalDate on,
        Modality modality,
        double boneHu,
        List<ScrewView> screws,
        List<SegmentView> segments) {

    /**
     * A screw as it truly is.
     *
     * @param lucencyMm width of the lucent zone around it, mm; from 1 mm on it is loose
     */
    public record ScrewView(Screw screw, double lucencyMm) {}

    /**
     * A segment as it truly is.
     *
     * @param cages what stands in the disc space; may be empty
     * @param maturity of the union: below 0.75 there is none (grade IV), from 0.75 it is doubtful (III), from 1 there is
     *     one (II), from 2.3 it is remodelled (I)
     * @param motionDegrees between flexion and extension
     * @param translationMm between flexion and extension
     * @param artefactShare share of the cage that metal hides, 0 to 1
     */
    public record SegmentView(
            Segment segment,
            List<Cage> cages,
            double maturity,
            FusionGrade grade,
            double motionDegrees,
            double translationMm,
            double artefactShare) {
        public SegmentView {
            cages = List.copyOf(cages);
        }

        /** Whether all that stands in the disc space is metal. */
        boolean metal() {
            return !cages.isEmpty() && cages.stream().allMatch(cage -> Intention.metal(cage.material()));
        }
    }

    public Look {
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
    }
}
