package org.trabecula.dicom;

/**
 * Bytes that cannot be taken: the sentence names the place (byte offset, attribute) and what is wrong there. Every bad input to this
 * module ends in this one exception.
 */
public final class DicomException extends RuntimeException {

    /** Why, for programs. */
    public enum Reason {
        /** These bytes were never DICOM. */
        NOT_DICOM,
        /** The file ends before its contents do. */
        TRUNCATED,
        /** The file contradicts the encoding rules or itself. */
        MALFORMED,
        /** More than the {@link Limits} allow. */
        TOO_LARGE,
        /** Sequences nested deeper than the {@link Limits} allow. */
        TOO_DEEP,
        /** Valid, but not handled here. */
        UNSUPPORTED
    }

    private final Reason reason;

    public DicomException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
