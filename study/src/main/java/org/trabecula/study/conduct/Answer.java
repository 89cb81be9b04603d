package org.trabecula.study.conduct;

import java.util.List;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.protocol.Objection;

/** What the Desk says to a request. */
public sealed interface Answer {

    /** It is recorded, durably. Empty when the same request was recorded before. */
    record Recorded(List<Entry> entries) implements Answer {}

    /** Nothing was recorded. */
    record Refused(List<Objection> objections) implements Answer {}
}
