package org.trabecula.study.spine;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A motion segment: two neighbouring levels and the disc between them. Written {@code L4/L5}; ordered from cranial. */
public record Segment(Level upper, Level lower) implements Comparable<Segment> {
    public Segment {
        if (lower.ordinal() != upper.ordinal() + 1) {
            throw new IllegalArgumentException(
                    upper + "/" + lower + " is not a segment: the levels must be neighbours");
        }
    }

    /** The next segment below, or empty at the end. */
    public Optional<Segment> below() {
        return lower.below().map(next -> new Segment(lower, next));
    }

    /** The segments that are missing between the uppermost and the lowest of these; none when they adjoin. */
    public static List<Segment> missing(Collection<Segment> segments) {
        if (segments.isEmpty()) {
            return List.of();
        }
        Segment lowest = Collections.max(segments);
        return Stream.iterate(Collections.min(segments), one -> one.below().orElse(lowest))
                .takeWhile(one -> !one.equals(lowest))
                .filter(one -> !segments.contains(one))
                .toList();
    }

    /** Reads {@code L4/L5}. */
    public static Segment of(String text) {
        String[] levels = text.split("/", -1);
        if (levels.length != 2) {
            throw new IllegalArgumentException(text + " is not a segment: write it like L4/L5");
        }
        try {
            return new Segment(Level.valueOf(levels[0]), Level.valueOf(levels[1]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(text + " is not a segment: write it like L4/L5", e);
        }
    }

    @Override
    public int compareTo(Segment other) {
        return upper.compareTo(other.upper);
    }

    @Override
    public String toString() {
        return upper + "/" + lower;
    }
}
