package org.trabecula.study.analysis;

import java.util.function.BiConsumer;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;

/**
 * Two reads of one case.
 *
 * @param cluster which participant's images they are, from 0
 */
record ReadPair(Modality modality, int cluster, Findings first, Findings second) {

    /** Hands over both findings of every screw that both judged. */
    void screws(BiConsumer<ScrewFinding, ScrewFinding> both) {
        first.screws()
                .forEach(one -> second.screws().stream()
                        .filter(other -> other.site().equals(one.site()))
                        .findFirst()
                        .ifPresent(other -> both.accept(one, other)));
    }

    /** Hands over both findings of every segment that both judged. */
    void segments(BiConsumer<SegmentFinding, SegmentFinding> both) {
        first.segments()
                .forEach(one -> second.segments().stream()
                        .filter(other -> other.segment().equals(one.segment()))
                        .findFirst()
                        .ifPresent(other -> both.accept(one, other)));
    }
}
