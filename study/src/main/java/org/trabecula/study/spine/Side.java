package org.trabecula.study.spine;

/** The participant's own left or right. */
public enum Side {
    LEFT,
    RIGHT
}
