package org.trabecula.never.analysis;

import org.trabecula.never.participant.Somebody;

/** Half of a cycle with {@code LooksUp}. */
public record Looks(Somebody below) {}
