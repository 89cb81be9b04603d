package org.trabecula.app.images;

import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;

/** The visit to which an upload belongs. */
public record Destination(ParticipantId participant, Timepoint visit) {}
