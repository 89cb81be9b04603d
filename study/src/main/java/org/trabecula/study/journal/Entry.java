package org.trabecula.study.journal;

import java.time.Instant;
import java.util.Optional;

/** A fact in its place in the log: position from 1 without gaps, and all that its {@link Draft} said. Never changed. */
public record Entry(
        long position,
        StreamId stream,
        long version,
        Instant at,
        Actor actor,
        Optional<String> reason,
        Optional<Submission> submission,
        Fact fact) {

    public static Entry of(long position, Draft draft) {
        return new Entry(
                position,
                draft.stream(),
                draft.version(),
                draft.at(),
                draft.actor(),
                draft.reason(),
                draft.submission(),
                draft.fact());
    }
}
