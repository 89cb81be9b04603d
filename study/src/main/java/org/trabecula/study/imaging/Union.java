package org.trabecula.study.imaging;

/** The verdict on one segment. */
public enum Union {
    FUSED,
    NOT_FUSED,
    INDETERMINATE
}
