package org.trabecula.study.imaging;

import org.trabecula.study.journal.StreamId;

/** The handle of one imaging study; says nothing about whose it is or when it was made. */
public record ImagingStudyId(String value) implements Comparable<ImagingStudyId> {
    public static final String KIND = "imaging";

    public ImagingStudyId {
        if (!valid(value)) {
            throw new IllegalArgumentException("Not the handle of an imaging study: " + value);
        }
    }

    public static boolean valid(String text) {
        return text.matches("[a-z0-9]{8,40}");
    }

    public StreamId stream() {
        return new StreamId(KIND, value);
    }

    @Override
    public int compareTo(ImagingStudyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
