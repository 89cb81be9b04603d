package org.trabecula.study.analysis;

import org.trabecula.study.journal.Head;

/** From what a table was made: the journal up to a position with its head hash, and the protocol version. */
public record MadeFrom(Head head, String protocolVersion) {}
