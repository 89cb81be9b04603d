package org.trabecula.study.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact that is ready to be appended: who says so, when (UTC), about which stream, at which version of it (from 0, without
 * gaps), why, and as part of which submission.
 */
public record Draft(
        StreamId stream,
        long version,
        Instant at,
        Actor actor,
        Optional<String> reason,
        Optional<Submission> submission,
        Fact fact) {}
