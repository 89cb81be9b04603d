package org.trabecula.dicom;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a data set is encoded (PS3.5 section 10, annex A). */
public record TransferSyntax(String uid, String name) {

    private static final String ROOT = "1.2.840.10008.1.2";
    private static final Map<String, TransferSyntax> KNOWN =
            DataFile.lines(TransferSyntax.class, "transfer-syntaxes.csv").stream()
                    .map(line -> line.split(";", -1))
                    .map(field -> new TransferSyntax(field[0], field[1]))
                    .collect(Collectors.toMap(TransferSyntax::uid, Function.identity()));

    public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN = of(ROOT).orElseThrow();
    public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN = of(ROOT + ".1").orElseThrow();
    public static final TransferSyntax DEFLATED_LITTLE_ENDIAN =
            of(ROOT + ".1.99").orElseThrow();
    public static final TransferSyntax EXPLICIT_BIG_ENDIAN = of(ROOT + ".2").orElseThrow();

    /** A syntax of the standard; empty if the standard has no such UID. */
    public static Optional<TransferSyntax> of(String uid) {
        return Optional.ofNullable(KNOWN.get(uid));
    }

    /** Whether pixels lie in the file as they are, neither compressed nor cut into fragments. */
    public boolean isNative() {
        return equals(IMPLICIT_LITTLE_ENDIAN)
                || equals(EXPLICIT_LITTLE_ENDIAN)
                || equals(DEFLATED_LITTLE_ENDIAN)
                || equals(EXPLICIT_BIG_ENDIAN);
    }

    /** Whether pixels come in fragments (PS3.5 annex A.4). */
    public boolean isEncapsulated() {
        boolean family = uid.startsWith(ROOT + ".4.") || uid.equals(ROOT + ".5") || uid.equals(ROOT + ".1.98");
        return family && !name.startsWith("JPIP");
    }

    /** Whether what is encoded so may have lost something of its pixels (PS3.5 annex A.4). */
    public boolean mayLose() {
        boolean lossless = name.contains("Lossless") && !name.contains("Lossy");
        return isEncapsulated() && !lossless && !uid.equals(ROOT + ".1.98");
    }

    boolean isReadable() {
        return isNative() || isEncapsulated();
    }

    Encoding encoding() {
        return new Encoding(!equals(IMPLICIT_LITTLE_ENDIAN), equals(EXPLICIT_BIG_ENDIAN));
    }

    @Override
    public String toString() {
        return name + " (" + uid + ")";
    }
}
