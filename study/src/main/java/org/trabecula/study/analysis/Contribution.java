package org.trabecula.study.analysis;

import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.participant.ParticipantId;

/** What one participant brings to a cell. */
public record Contribution(ParticipantId participant, VisitOutcomes outcomes) {}
