package org.trabecula.app.images;

import java.util.List;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.spine.ScrewSite;

/**
 * A screw as somebody drew it, from end to end.
 *
 * @param at series, image and frame of the case
 */
public record PlacedScrew(ScrewSite site, List<Integer> at, ImagePoint from, ImagePoint to) {
    public PlacedScrew {
        at = List.copyOf(at);
    }
}
