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

    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    /** @param arguments what stands in the places of the flaw's sentence */
    public DicomException(Flaw flaw, Object... arguments) {
        this(Finding.of(flaw, arguments));
    }

    private DicomException(Finding finding) {
        super(finding.sentence());
        this.finding = finding;
    }

    public Reason reason() {
        return finding.flaw().reason();
    }

    /** The same for programs that speak another language. */
    public Finding finding() {
        return finding;
    }
}
