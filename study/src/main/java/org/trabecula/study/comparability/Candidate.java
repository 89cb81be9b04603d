package org.trabecula.study.comparability;

import java.util.List;
import org.trabecula.study.participant.ParticipantId;

/**
 * One participant whose cage belongs to an arm of the contrast, as known when the wound was closed.
 *
 * @param first whether to the first arm
 * @param values of the plan's covariates, in its order: a number, {@code 1} or {@code 0}, or a code; empty where not known
 */
public record Candidate(ParticipantId id, boolean first, List<String> values) {
    public Candidate {
        values = List.copyOf(values);
    }
}
