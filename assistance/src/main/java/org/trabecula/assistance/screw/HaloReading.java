package org.trabecula.assistance.screw;

import java.util.List;

/**
 * What the bone around a shaft looks like.
 *
 * @param widthMm between the screw's thread and bone; 0 when none can be told from none
 * @param detectionLimitMm narrower zones than this would not have been told from none here
 * @param profile mean HU at 0, 0.1, 0.2 … mm from the axis
 * @param boneHu of the bone around, away from the metal
 * @param lucentHu of the zone, as fitted; the bone's when there is none
 * @param evidence by how much the zone explains the profile better than none does, in units of what is left unexplained
 */
public record HaloReading(
        double widthMm,
        double detectionLimitMm,
        List<Double> profile,
        double boneHu,
        double lucentHu,
        double evidence) {
    public HaloReading {
        profile = List.copyOf(profile);
    }
}
