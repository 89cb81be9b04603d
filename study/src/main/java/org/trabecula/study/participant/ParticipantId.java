package org.trabecula.study.participant;

import org.trabecula.study.journal.StreamId;

/** The subject id by which the journal knows a participant, for example {@code 3DCOP-01-007}. Says nothing about the person. */
public record ParticipantId(String value) implements Comparable<ParticipantId> {
    public static final String KIND = "participant";
    private static final int LONGEST = 40;

    public ParticipantId {
        if (!valid(value)) {
            throw new IllegalArgumentException("Not a subject id: " + value);
        }
    }

    public static boolean valid(String text) {
        return StreamId.isId(text, LONGEST);
    }

    public StreamId stream() {
        return new StreamId(KIND, value);
    }

    @Override
    public int compareTo(ParticipantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
