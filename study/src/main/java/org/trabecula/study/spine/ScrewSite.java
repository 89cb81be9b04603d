package org.trabecula.study.spine;

import java.util.Locale;

/** Where a pedicle screw sits: level and side. Written {@code L4-left}; ordered from cranial, left first. */
public record ScrewSite(Level level, Side side) implements Comparable<ScrewSite> {

    /** Reads {@code L4-left}. */
    public static ScrewSite of(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(text + " is not a screw site: write it like L4-left");
        }
        try {
            return new ScrewSite(Level.valueOf(parts[0]), Side.valueOf(parts[1].toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(text + " is not a screw site: write it like L4-left", e);
        }
    }

    @Override
    public int compareTo(ScrewSite other) {
        int byLevel = level.compareTo(other.level);
        return byLevel == 0 ? side.compareTo(other.side) : byLevel;
    }

    @Override
    public String toString() {
        return level + "-" + side.name().toLowerCase(Locale.ROOT);
    }
}
