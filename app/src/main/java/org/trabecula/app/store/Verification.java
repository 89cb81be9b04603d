package org.trabecula.app.store;

import org.trabecula.study.journal.Head;

/** What came of recomputing everything that the journal says of itself. */
public sealed interface Verification {

    /** Every entry is readable, in its place, and hashes to the recorded heads; this is the newest. */
    record Sound(Head head) implements Verification {}

    /**
     * Something does not fit.
     *
     * @param position of the first bad entry; 0 when the damage belongs to no entry
     */
    record Broken(long position, String sentence) implements Verification {}
}
