package org.trabecula.study.journal;

import java.util.List;

/** What became of an append. All drafts are in the journal, durably, or none is. */
public sealed interface Appended {

    /** The drafts are entries now, in the order given. */
    record Committed(List<Entry> entries) implements Appended {
        public Committed {
            entries = List.copyOf(entries);
        }
    }

    /** Somebody else has written this version of the stream, or this submission key, in the meantime. */
    record Conflict(String what) implements Appended {}
}
