package org.trabecula.dicom;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Value representation (PS3.5 section 6.2): how the bytes of a value are to be read. {@code word} is the size in bytes of the units
 * whose order depends on the byte order of the file.
 */
public enum Vr {
    AE(Kind.PLAIN_TEXT, 1, false),
    AS(Kind.PLAIN_TEXT, 1, false),
    AT(Kind.NUMBER, 2, false),
    CS(Kind.PLAIN_TEXT, 1, false),
    DA(Kind.PLAIN_TEXT, 1, false),
    DS(Kind.PLAIN_TEXT, 1, false),
    DT(Kind.PLAIN_TEXT, 1, false),
    FD(Kind.NUMBER, 8, false),
    FL(Kind.NUMBER, 4, false),
    IS(Kind.PLAIN_TEXT, 1, false),
    LO(Kind.FREE_TEXT, 1, false),
    LT(Kind.FREE_TEXT, 1, false),
    OB(Kind.BULK, 1, true),
    OD(Kind.BULK, 8, true),
    OF(Kind.BULK, 4, true),
    OL(Kind.BULK, 4, true),
    OV(Kind.BULK, 8, true),
    OW(Kind.BULK, 2, true),
    PN(Kind.FREE_TEXT, 1, false),
    SH(Kind.FREE_TEXT, 1, false),
    SL(Kind.NUMBER, 4, false),
    SQ(Kind.ITEMS, 1, true),
    SS(Kind.NUMBER, 2, false),
    ST(Kind.FREE_TEXT, 1, false),
    SV(Kind.NUMBER, 8, true),
    TM(Kind.PLAIN_TEXT, 1, false),
    UC(Kind.FREE_TEXT, 1, true),
    UI(Kind.PLAIN_TEXT, 1, false),
    UL(Kind.NUMBER, 4, false),
    UN(Kind.BULK, 1, true),
    UR(Kind.PLAIN_TEXT, 1, true),
    US(Kind.NUMBER, 2, false),
    UT(Kind.FREE_TEXT, 1, true),
    UV(Kind.NUMBER, 8, true);

    enum Kind {
        /** ASCII whatever the character set. */
        PLAIN_TEXT,
        /** Text in the character set of the data set. */
        FREE_TEXT,
        NUMBER,
        BULK,
        ITEMS
    }

    private static final Map<String, Vr> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Vr::name, Function.identity()));

    private final Kind kind;
    private final int word;
    private final boolean longForm;

    Vr(Kind kind, int word, boolean longForm) {
        this.kind = kind;
        this.word = word;
        this.longForm = longForm;
    }

    static Optional<Vr> named(String letters) {
        return Optional.ofNullable(BY_NAME.get(letters));
    }

    public boolean isText() {
        return kind == Kind.PLAIN_TEXT || kind == Kind.FREE_TEXT;
    }

    /** Whether people may write here in their own script, so that the character set of the data set matters (PS3.5 section 6.1.2.3). */
    public boolean isFreeText() {
        return kind == Kind.FREE_TEXT;
    }

    /** Whether it is bytes that nobody reads as text or numbers here: pixels, curves, what is unknown. */
    public boolean isBulk() {
        return kind == Kind.BULK;
    }

    /** Whether one value may hold several, parted by a backslash (PS3.5 section 6.4). */
    boolean mayHoldSeveral() {
        return isText() && this != LT && this != ST && this != UT && this != UR;
    }

    int word() {
        return word;
    }

    /** Whether explicit encoding gives the length in 32 bits (PS3.5 section 7.1.2). */
    boolean longForm() {
        return longForm;
    }

    /** What makes an odd value even (PS3.5 section 6.2). */
    byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }
}
