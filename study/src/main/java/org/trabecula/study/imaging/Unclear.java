package org.trabecula.study.imaging;

import java.util.Set;
import org.trabecula.study.spine.Segment;

/** Why a radiograph does not settle whether a segment is fused, so that the charter calls for a CT. */
public record Unclear(Segment segment, Cause cause) {

    /** The charter's causes, most telling first. */
    public enum Cause {
        READERS_DIFFER,
        INDETERMINATE,
        MOTION,
        TRANSLATION,
        ARTEFACT;

        /** What a third person's own grade answers; what was measured only a CT answers. */
        static final Set<Cause> LIFTED_BY_A_THIRD = Set.of(READERS_DIFFER, INDETERMINATE);
    }
}
