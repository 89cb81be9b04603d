package org.trabecula.study.endpoint;

import java.util.List;

/** How many of a participant's screws are loose, of those judged, and how many could not be judged. */
public record ScrewTally(int loose, int judged, int missing, List<Long> positions) {
    public ScrewTally {
        positions = List.copyOf(positions);
    }
}
