package org.trabecula.never.imaging;

import org.trabecula.never.participant.Somebody;

/** Breaks rule 3: the reading room sees a participant. Breaks rule 2 as well: neighbours know each other. */
record PeepingReader(Somebody whom) {}
