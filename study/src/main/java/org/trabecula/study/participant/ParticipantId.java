package org.trabecula.study.participant;

import java.util.regex.Pattern;
import org.trabecula.study.journal.StreamId;

/** The subject id by which the journal knows a participant, for example {@code 3DCOP-01-007}. Says nothing about the person. */
public record ParticipantId(String value) implements Comparable<ParticipantId> {
    public static final String KIND = "participant";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public ParticipantId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a subject id: " + value);
        }
    }

    public static boolean valid(String text) {
        return SHAPE.matcher(text).matches();
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
