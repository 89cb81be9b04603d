package org.trabecula.study.spine;

import java.util.Optional;

/** A vertebral level that a construct may reach, from cranial to caudal. */
public enum Level {
    T9,
    T10,
    T11,
    T12,
    L1,
    L2,
    L3,
    L4,
    L5,
    S1,
    S2;

    /** The next level below, or empty at the end. */
    public Optional<Level> below() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
