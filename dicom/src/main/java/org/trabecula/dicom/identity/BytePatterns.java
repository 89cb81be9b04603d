package org.trabecula.dicom.identity;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for many byte strings in one pass, capital ASCII letters taken as small ones. Nearly every position is dismissed by one look at a
 * table of the first two bytes, so megabytes of pixels cost milliseconds. The table leads straight to the strings that begin so: pixels of
 * soft tissue look like digits of two bytes each, and then a fifth of all positions are not dismissed.
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

    /** For each two bytes, which list of patterns begins with them; 0 for none. */
    private final int[] lists = new int[1 << 16];

    private final List<List<Pattern>> patterns = new ArrayList<>(List.of(List.of()));

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
        int first = pattern.bytes[0] & 0xFF;
        int second = pattern.bytes[1] & 0xFF;
        int head = (first << 8) | second;
        if (lists[head] == 0) {
            lists[head] = patterns.size();
            patterns.add(new ArrayList<>());
        }
        patterns.get(lists[head]).add(pattern);
        for (int one : new int[] {first, capital(first)}) {
            for (int two : new int[] {second, capital(second)}) {
                lists[(one << 8) | two] = lists[head];
            }
        }
    }

    List<Match> in(byte[] bytes) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i + 1 < bytes.length; i++) {
            int list = lists[((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF)];
            if (list != 0) {
                collect(bytes, i, patterns.get(list), matches);
            }
        }
        return matches;
    }

    private static void collect(byte[] bytes, int at, List<Pattern> candidates, List<Match> matches) {
        for (int i = 0; i < candidates.size(); i++) {
            Pattern pattern = candidates.get(i);
            if (standsAt(pattern.bytes, bytes, at)) {
                matches.add(new Match(pattern.needle, at, at + pattern.bytes.length, pattern.wide));
            }
        }
    }

    private static boolean standsAt(byte[] pattern, byte[] bytes, int at) {
        if (at + pattern.length > bytes.length) {
            return false;
        }
        for (int i = 2; i < pattern.length; i++) {
            if (small(bytes[at + i]) != (pattern[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private static int small(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b & 0xFF;
    }

    private static int capital(int small) {
        return small >= 'a' && small <= 'z' ? small - ('a' - 'A') : small;
    }

    private static byte[] folded(byte[] bytes) {
        byte[] folded = new byte[bytes.length];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = (byte) small(bytes[i]);
        }
        return folded;
    }
}
