package org.trabecula.study.imaging;

/** The verdict on one screw. */
public enum Looseness {
    LOOSE,
    FIRM,
    NOT_ASSESSABLE
}
