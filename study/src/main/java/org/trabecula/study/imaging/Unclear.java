package org.trabecula.study.imaging;

import org.trabecula.study.spine.Segment;

/** Why a radiograph does not settle whether a segment is fused, so that the charter calls for a CT. */
public record Unclear(Segment segment, Cause cause) {

    /** The charter's causes, most telling first. */
    public enum Cause {
        READERS_DIFFER,
        INDETERMINATE,
        MOTION,
        TRANSLATION,
        ARTEFACT
    }
}
