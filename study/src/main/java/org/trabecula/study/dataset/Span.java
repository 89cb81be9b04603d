package org.trabecula.study.dataset;

import java.util.List;

/**
 * When something first happened, known only to lie between two looks: in {@code (after, upTo]}, months after surgery by the
 * actual days.
 *
 * @param after the last look without it; 0 when there was none
 * @param upTo the first look with it; positive infinity when it was not seen
 * @param looks how many looks said yes or no; without any the span says nothing
 * @param positions the journal entries of the two looks
 */
public record Span(double after, double upTo, int looks, List<Long> positions) {
    public Span {
        if (!(after >= 0 && after <= upTo)) {
            throw new IllegalArgumentException("A span does not run from " + after + " to " + upTo);
        }
        positions = List.copyOf(positions);
    }

    /** Whether it was seen to have happened. */
    public boolean seen() {
        return upTo < Double.POSITIVE_INFINITY;
    }

    /** Whether anybody looked. */
    public boolean known() {
        return looks > 0;
    }
}
