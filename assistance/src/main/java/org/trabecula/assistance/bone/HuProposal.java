package org.trabecula.assistance.bone;

import java.util.List;
import org.trabecula.assistance.volume.Point;

/** What the assistant makes of a click: a place to measure, or why there is none. A reader takes it, changes it or leaves it. */
public sealed interface HuProposal {

    /**
     * Three ellipses in the vertebral body.
     *
     * @param rule name and version of the rule that placed them
     * @param hu mean of the three means
     * @param kilovolt tube voltage, since HU of bone depend on it
     * @param centre of the body
     */
    record Proposed(String rule, double hu, double kilovolt, Point centre, List<Region> regions) implements HuProposal {
        public Proposed {
            regions = List.copyOf(regions);
        }
    }

    /** Nothing is proposed. */
    record None(Reason reason) implements HuProposal {}

    /** Why nothing is proposed. */
    enum Reason {
        OUTSIDE_THE_SCAN,
        NO_BODY_FOUND,
        METAL_IN_THE_REGION
    }

    /**
     * An ellipse in one slice, its axes along those of the image.
     *
     * @param slice counted from the feet, from 0
     * @param acrossMm half its width
     * @param deepMm half its depth
     * @param deviation of the pixels within
     */
    record Region(int slice, Point centre, double acrossMm, double deepMm, double mean, double deviation, int pixels) {}
}
