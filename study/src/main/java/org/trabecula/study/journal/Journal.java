package org.trabecula.study.journal;

import java.util.List;
import java.util.function.Consumer;

/**
 * The append-only log. It has no operation that changes or removes an entry. An answer of {@link Appended.Committed}
 * means that the entries survive the loss of power.
 */
public interface Journal {

    /** Appends all drafts or none. Versions within a stream must follow on without a gap, or it is a conflict. */
    Appended append(List<Draft> drafts);

    /** Hands over every entry after the given position, in order, up to and including {@code to}. */
    void replay(long after, long to, Consumer<Entry> reader);

    /** Hands over every entry after the given position, in order. */
    default void replay(long after, Consumer<Entry> reader) {
        replay(after, Long.MAX_VALUE, reader);
    }

    /** All entries about one stream, in order. */
    List<Entry> about(StreamId stream);

    /** The position and tree head of the newest entry; position 0 when empty. */
    Head head();

    /**
     * The tree head as it was at a position from 0 to the newest.
     *
     * @throws IllegalArgumentException when the journal is shorter than that
     */
    Head headAt(long position);
}
