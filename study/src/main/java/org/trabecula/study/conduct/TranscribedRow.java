package org.trabecula.study.conduct;

import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.Transcript;

/**
 * One participant at one visit, from another record.
 *
 * @param place where the row stands in its source, for example {@code row 12}
 */
public record TranscribedRow(String place, ParticipantId id, String arm, Timepoint visit, Transcript outcomes) {}
