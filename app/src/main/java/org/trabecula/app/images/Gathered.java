package org.trabecula.app.images;

/** What a series is for an assistant: a volume to measure in, or not, and why not. */
public sealed interface Gathered {

    record Whole(CtVolume ct) implements Gathered {}

    record Unfit(Why why) implements Gathered {}

    /** Why nothing can be measured in a series. */
    enum Why {
        NOT_CT,
        /** Several slices are in one file, which does not say of each where it lies. */
        ONE_FILE,
        /** A lossy compression went over the pixels. */
        LOSSY,
        /** Nothing says how grey values become Hounsfield units. */
        NO_HOUNSFIELD,
        UNCALIBRATED,
        /** Not axial, tilted, or without a place. */
        NOT_AXIAL,
        TOO_FEW,
        /** Slices of different sizes or at different places across. */
        UNLIKE,
        /** Slices are missing or there twice. */
        UNEVEN,
        /** Slices are too far apart to measure at three heights of a body. */
        TOO_COARSE,
        /** Slices or pixels are too large to see the rim of a zone, or along which axis a screw lies. */
        TOO_COARSE_FOR_SCREWS
    }
}
