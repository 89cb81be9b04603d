package org.trabecula.study.visit;

/** Where a planned visit stands on a given day. */
public enum VisitStatus {
    /** The window has not opened. */
    UPCOMING,
    /** The window is open, the target day still to come. */
    OPEN,
    /** The target day is reached, the window is still open. */
    DUE,
    /** The window has closed and nothing is recorded. */
    OVERDUE,
    /** Recorded as missed. */
    MISSED,
    /** Held within the window. */
    HELD,
    /** Held, but before the window opened or after it closed: a protocol deviation. */
    OUT_OF_WINDOW,
    /** Held, but before the surgery from which visits are counted, as that is now known: a protocol deviation. */
    BEFORE_SURGERY
}
