package org.trabecula.study.imaging;

import java.util.List;

/**
 * In what images fall short of the charter.
 *
 * @param arguments what fills the places of its sentence: what was found, then what is asked for
 */
public record Shortfall(Kind kind, List<String> arguments) {

    /** The kinds, and with each what can be done about it. */
    public enum Kind {
        /** The modality is none of the charter's: send other images. */
        MODALITY,
        /** Reconstruct or scan with thinner slices. */
        SLICE_THICK,
        SLICE_UNKNOWN,
        /** HU and the width of a lucent zone are not compared across voltages: scan again. */
        KVP_OUTSIDE,
        KVP_UNKNOWN,
        /** Send the originals, without lossy compression. */
        LOSSY,
        /** Slices lie apart: send those in between, or reconstruct without gaps. */
        SLICES_MISSING,
        SLICES_TWICE,
        SLICES_UNPLACED,
        /** A person has to look and say so. */
        COVERAGE
    }

    public Shortfall {
        arguments = List.copyOf(arguments);
    }

    static Shortfall of(Kind kind, Object... arguments) {
        return new Shortfall(
                kind, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
