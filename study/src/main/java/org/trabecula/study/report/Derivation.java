package org.trabecula.study.report;

import java.util.List;
import org.trabecula.study.participant.ParticipantId;

/** From what a number follows: how it was computed, and from which participants. */
public record Derivation(Phrase how, List<ParticipantId> participants) {
    public Derivation {
        participants = List.copyOf(participants);
    }
}
