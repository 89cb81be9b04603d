package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.spine.ScrewSite;

/**
 * A screw that the assistant found by its metal.
 *
 * @param site the screw of the construct that it is; empty when that cannot be told
 * @param seat where the shaft leaves its head
 * @param tip its other end, in front
 * @param middle the image nearest to the middle of the shaft, by its SOP Instance UID
 * @param zone the bone around it; empty when the screw's diameter is not known
 */
public record MeasuredScrew(Optional<ScrewSite> site, Spot seat, Spot tip, String middle, Optional<MeasuredZone> zone) {

    /** A point in the coordinates of the images: mm to the patient's left, to the back, to the head (DICOM PS3.3 section C.7.6.2.1.1). */
    public record Spot(BigDecimal left, BigDecimal back, BigDecimal head) {}

    /**
     * What the bone around a shaft looks like.
     *
     * @param diameterMm the screw's outer diameter, as the operation's record says it
     * @param widthMm of a lucent zone; 0 when none can be told from none
     * @param detectionLimitMm narrower zones would not have been told from none on these images
     * @param boneHu of the bone around, away from the metal
     * @param profile mean HU at 0, 0.1, 0.2 … mm from the axis
     */
    public record MeasuredZone(
            BigDecimal diameterMm, BigDecimal widthMm, BigDecimal detectionLimitMm, int boneHu, List<Integer> profile) {
        public MeasuredZone {
            profile = List.copyOf(profile);
        }

        /** Whether a zone could be told from none. */
        public boolean told() {
            return widthMm.signum() > 0;
        }
    }
}
