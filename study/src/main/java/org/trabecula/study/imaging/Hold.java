package org.trabecula.study.imaging;

/** Why nobody but the person who looks through the pixels may see an image yet. */
public enum Hold {
    /** A radiograph: name, number and date often stand in its pixels, and its header seldom says so. */
    PROJECTION,
    /** Its header says that something is drawn into the pixels. */
    MARKED,
    /** A captured screen, a scanned film, or a saved view. */
    CAPTURED
}
