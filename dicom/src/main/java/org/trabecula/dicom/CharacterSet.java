package org.trabecula.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Specific Character Set (PS3.3 section C.12.1.1.2, PS3.5 section 6.1): the script of the free text in a data set, with or without
 * switching by escape sequences (ISO 2022). An unknown term reads as Latin 1, which loses no byte.
 */
public final class CharacterSet {

    /** What is meant when nothing is said. */
    static final CharacterSet ASCII = new CharacterSet(StandardCharsets.ISO_8859_1, false);

    static final CharacterSet UTF_8 = new CharacterSet(StandardCharsets.UTF_8, false);

    private static final byte ESCAPE = 0x1B;

    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("6", "ISO-8859-1"),
            Map.entry("100", "ISO-8859-1"),
            Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"),
            Map.entry("144", "ISO-8859-5"),
            Map.entry("127", "ISO-8859-6"),
            Map.entry("126", "ISO-8859-7"),
            Map.entry("138", "ISO-8859-8"),
            Map.entry("148", "ISO-8859-9"),
            Map.entry("203", "ISO-8859-15"),
            Map.entry("13", "JIS_X0201"),
            Map.entry("166", "TIS-620"),
            Map.entry("192", "UTF-8"),
            Map.entry("58", "GB2312"),
            Map.entry("149", "EUC-KR"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("GBK", "GBK"));

    /** What follows the escape byte (PS3.3 tables C.12-3 and C.12-4), and the Java charset that reads what comes after. */
    private static final Map<String, String> ESCAPES = Map.ofEntries(
            Map.entry("(B", "ISO-8859-1"),
            Map.entry("-A", "ISO-8859-1"),
            Map.entry("-B", "ISO-8859-2"),
            Map.entry("-C", "ISO-8859-3"),
            Map.entry("-D", "ISO-8859-4"),
            Map.entry("-L", "ISO-8859-5"),
            Map.entry("-G", "ISO-8859-6"),
            Map.entry("-F", "ISO-8859-7"),
            Map.entry("-H", "ISO-8859-8"),
            Map.entry("-M", "ISO-8859-9"),
            Map.entry("-b", "ISO-8859-15"),
            Map.entry("-T", "TIS-620"),
            Map.entry("(J", "JIS_X0201"),
            Map.entry(")I", "JIS_X0201"),
            Map.entry("$B", "x-JIS0208"),
            Map.entry("$(D", "JIS_X0212-1990"),
            Map.entry("$)C", "EUC-KR"),
            Map.entry("$)A", "GB2312"));

    private final Charset first;
    private final boolean switching;

    private CharacterSet(Charset first, boolean switching) {
        this.first = first;
        this.switching = switching;
    }

    /** From the values of Specific Character Set (0008,0005). */
    static CharacterSet of(List<String> terms) {
        if (terms.isEmpty()) {
            return ASCII;
        }
        String first = number(terms.getFirst());
        // JIS X 0201 has a yen where the backslash is, and still parts values by it (PS3.5 section 6.1.2.5.3).
        boolean switching = terms.size() > 1 || terms.getFirst().startsWith("ISO 2022") || first.equals("13");
        return new CharacterSet(charset(TERMS.get(first)), switching);
    }

    /** The number of a term, however its parts are joined: people write ISO-IR 100 and ISO IR 100 too. */
    private static String number(String term) {
        return term.replaceFirst("^ISO[ _-](2022[ _-])?IR[ _-]?", "").strip();
    }

    private static Charset charset(@Nullable String name) {
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    /** The charset in which text starts, before any escape sequence. */
    public Charset charset() {
        return first;
    }

    String decode(byte[] bytes) {
        return switching ? decodeSwitching(bytes) : new String(bytes, first);
    }

    private String decodeSwitching(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        Charset now = first;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            boolean doubleByte = now.name().startsWith("x-JIS") || now.name().startsWith("JIS_X0212");
            if (b == ESCAPE) {
                text.append(run.toString(now));
                run.reset();
                String escape = escapeAt(bytes, i + 1);
                now = charset(ESCAPES.get(escape));
                i += escape.length();
            } else if (!doubleByte && (b == '^' || b == '=' || b == '\\' || b == '\r' || b == '\n')) {
                text.append(run.toString(now)).append((char) b);
                run.reset();
                now = first;
            } else {
                run.write(b);
            }
        }
        return text.append(run.toString(now)).toString();
    }

    private static String escapeAt(byte[] bytes, int from) {
        for (int length = 3; length >= 2; length--) {
            if (from + length <= bytes.length) {
                String candidate = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
                if (ESCAPES.containsKey(candidate)) {
                    return candidate;
                }
            }
        }
        return "";
    }
}
