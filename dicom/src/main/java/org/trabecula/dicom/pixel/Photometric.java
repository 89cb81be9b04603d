package org.trabecula.dicom.pixel;

/** What a small stored value looks like (PS3.3 section C.7.6.3.1.2). */
public enum Photometric {
    /** The smallest value is white. */
    MONOCHROME1,
    /** The smallest value is black. */
    MONOCHROME2
}
