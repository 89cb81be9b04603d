package org.trabecula.study.imaging;

/** What of a case a person has before him. */
public enum Sheet {
    /** Where the screws lie is to be said, on coarse images. */
    PLACES,
    /** The screws are to be judged. */
    SCREWS,
    /** The screws are judged and signed, the segments are to be judged. */
    SEGMENTS,
    /** Both are judged on one sheet. */
    WHOLE;

    public boolean asksScrews() {
        return this == SCREWS || this == WHOLE;
    }

    public boolean asksSegments() {
        return this == SEGMENTS || this == WHOLE;
    }
}
