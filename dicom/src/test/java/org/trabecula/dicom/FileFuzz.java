package org.trabecula.dicom;

/**
 * A target for Jazzer ({@code ./trabecula fuzz}): the bytes are a file. Anything but a clean read or a typed refusal, and more than thirty
 * seconds of processor time, ends the run.
 */
public final class FileFuzz {

    private static final Handling HANDLING = Handling.within(new Limits(1 << 22, 1 << 22, 24, 10_000, 1 << 18));

    private FileFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        HANDLING.ended(bytes);
    }
}
