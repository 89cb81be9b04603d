package org.trabecula.simulation.phantom;

import java.util.List;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** What is really there, in the coordinates of the images: the sidecar against which every measurement can be held. */
public record Truth(List<ScrewTruth> screws, List<BodyTruth> bodies, List<SegmentTruth> segments) {

    /**
     * A screw.
     *
     * @param seat where the shaft begins, behind
     * @param tip where it ends, in front
     */
    public record ScrewTruth(
            ScrewSite site, Vec seat, Vec tip, double diameterMm, double lengthMm, double haloMm, boolean rim) {}

    /**
     * A vertebral body.
     *
     * @param hu mean of the spongy bone
     * @param tiltDegrees how far the upper side leans forward
     */
    public record BodyTruth(Level level, Vec centre, double hu, double tiltDegrees) {}

    /**
     * A disc space.
     *
     * @param angleDegrees between the two bodies, open to the front, in this posture
     */
    public record SegmentTruth(
            Segment segment, double bridging, double angleDegrees, double motionDegrees, double translationMm) {}

    public Truth {
        screws = List.copyOf(screws);
        bodies = List.copyOf(bodies);
        segments = List.copyOf(segments);
    }
}
