package org.trabecula.dicom.identity;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks for many byte strings in one pass, capital ASCII letters taken as small ones. Nearly every position is dismissed by one look at a
 * table of the first two bytes, so megabytes of pixels cost milliseconds.
 */
final class BytePatterns {

    /**
     * @param end one past the last byte
     * @param wide whether each character took two bytes (UTF-16)
     */
    record Match(Needle needle, int start, int end, boolean wide) {}

    private static final class Pattern {
        private final byte[] bytes;
        private final Needle needle;
        private final boolean wide;

        private Pattern(byte[] bytes, Needle needle, boolean wide) {
            this.bytes = bytes;
            this.needle = needle;
            this.wide = wide;
        }
    }

    private final boolean[] begins = new boolean[1 << 16];
    private final Map<Integer, List<Pattern>> byHead = new HashMap<>();

    /** Every needle in every charset that can write it. */
    BytePatterns(Collection<Needle> needles, Charset declared) {
        for (Needle needle : needles) {
            Set<ByteBuffer> seen = new LinkedHashSet<>();
            for (Charset charset : charsets(declared)) {
                for (String text : List.of(needle.text(), needle.text().toUpperCase(Locale.ROOT))) {
                    if (charset.canEncode() && charset.newEncoder().canEncode(text)) {
                        byte[] bytes = folded(text.getBytes(charset));
                        if (bytes.length >= 2 && seen.add(ByteBuffer.wrap(bytes))) {
                            add(new Pattern(bytes, needle, charset.name().startsWith("UTF-16")));
                        }
                    }
                }
            }
        }
    }

    private static List<Charset> charsets(Charset declared) {
        return List.of(
                StandardCharsets.UTF_8,
                declared,
                StandardCharsets.ISO_8859_1,
                Charset.forName("GB18030"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE);
    }

    private void add(Pattern pattern) {
        int head = head(pattern.bytes, 0);
        begins[head] = true;
        byHead.computeIfAbsent(head, key -> new ArrayList<>()).add(pattern);
    }

    List<Match> in(byte[] bytes) {
        byte[] small = folded(bytes);
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i + 1 < small.length; i++) {
            int head = head(small, i);
            if (begins[head]) {
                for (Pattern pattern : byHead.getOrDefault(head, List.of())) {
                    if (standsAt(pattern.bytes, small, i)) {
                        matches.add(new Match(pattern.needle, i, i + pattern.bytes.length, pattern.wide));
                    }
                }
            }
        }
        return matches;
    }

    private static boolean standsAt(byte[] pattern, byte[] bytes, int at) {
        if (at + pattern.length > bytes.length) {
            return false;
        }
        for (int i = 2; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    private static int head(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private static byte[] folded(byte[] bytes) {
        byte[] small = bytes.clone();
        for (int i = 0; i < small.length; i++) {
            if (small[i] >= 'A' && small[i] <= 'Z') {
                small[i] = (byte) (small[i] + 'a' - 'A');
            }
        }
        return small;
    }
}
