package org.trabecula.study.endpoint;

/** Why a status is missing. */
public enum Cause {
    /** On the day of the cut the visit's window had not closed, so nothing is missing yet. */
    NOT_DUE,
    /** The visit's window has closed, and the visit is not recorded as held. */
    NOT_HELD,
    /** The visit was held on a day outside the window of the analysis plan, and no other visit fell into it. */
    OUT_OF_WINDOW,
    /** The visit is recorded as missed. */
    MISSED,
    /** The participant had withdrawn when the visit's window closed. */
    WITHDRAWN,
    /** The participant had died when the visit's window closed. */
    DIED,
    /** The visit was held, but no images are filed. */
    NO_IMAGES,
    /** Not all first reads are in. */
    READS_AWAITED,
    /** The readers differ and nobody has adjudicated. */
    ADJUDICATION_AWAITED,
    /** The radiograph leaves it unclear and no CT has settled it. */
    UNCLEAR,
    /** The readers agree that it cannot be judged. */
    NOT_ASSESSABLE,
    /** The transcribed record does not say. */
    NOT_STATED
}
