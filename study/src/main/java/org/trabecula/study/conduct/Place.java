package org.trabecula.study.conduct;

import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;

/** The visit of a participant to which something belongs. */
public record Place(ParticipantId participant, Timepoint visit) {}
