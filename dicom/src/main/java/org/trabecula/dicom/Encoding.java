package org.trabecula.dicom;

/** The two choices in writing elements down: is the representation said, and which byte comes first. */
record Encoding(boolean explicit, boolean bigEndian) {

    static final Encoding IMPLICIT_LITTLE = new Encoding(false, false);
    static final Encoding EXPLICIT_LITTLE = new Encoding(true, false);
    static final Encoding EXPLICIT_BIG = new Encoding(true, true);

    TransferSyntax syntax() {
        if (!explicit) {
            return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
        }
        return bigEndian ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    }
}
