package org.trabecula.dicom.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks for many byte strings in one pass, capital ASCII letters taken as small ones, after Wu and Manber, "A fast algorithm for
 * multi-pattern searching" (University of Arizona, TR-94-17, 1994), with blocks of two bytes: a window as long as the shortest string
 * moves over the bytes, and the two bytes at its end tell how far it may move on, or which strings may stand in it. The longer the
 * shortest string, the fewer bytes are looked at. Among pixels the end of some string stands often, the beginning of the same one hardly
 * ever: the first bytes in the window are looked up before any string is compared.
 */
final class BytePatterns {

    /**
     * @param end one past the last byte
     * @param wide whether each character took two bytes (UTF-16)
     */
    record Match(Needle needle, int start, int end, boolean wide) {

        /** How many characters it has at most: one of several bytes counts as several. */
        int characters() {
            return wide ? (end - start) / 2 : end - start;
        }
    }

    private static final class Pattern {
        private final byte[] bytes;
        private final Needle needle;
        private final boolean wide;

        private Pattern(byte[] bytes, Needle needle, boolean wide) {
            this.bytes = bytes;
            this.needle = needle;
            this.wide = wide;
        }

        private Match at(int start) {
            return new Match(needle, start, start + bytes.length, wide);
        }
    }

    /** Lists of strings by the last two bytes of the window; several pairs share one. */
    private static final int LISTS = 127;

    /** How the first bytes are numbered, to be looked up: by so many bits of a product. */
    private static final int BITS = 13;

    private static final int SPREAD = 0x9E3779B1;
    /** Makes capitals small, and other bytes others: enough to number them. */
    private static final int SMALL = 0x20202020;

    private static final VarHandle TWO = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final List<Pattern> patterns;
    private final int window;
    /** How far the window moves on where nothing stands. */
    private final int most;

    /** For each two bytes: how far to move on, or the number of a list below zero. */
    private final byte[] steps = new byte[1 << 16];

    /** The numbers of the first bytes of all strings, four of each or two when the window is shorter. */
    private final BitSet beginnings = new BitSet(1 << BITS);

    private final List<List<Pattern>> lists = new ArrayList<>(LISTS + 1);

    private BytePatterns(List<Pattern> patterns) {
        this.patterns = patterns;
        this.window = patterns.stream()
                .mapToInt(pattern -> pattern.bytes.length)
                .min()
                .orElse(Byte.MAX_VALUE);
        for (int list = 0; list <= LISTS; list++) {
            lists.add(new ArrayList<>(2));
        }
        this.most = Math.min(window - 1, Byte.MAX_VALUE);
        Arrays.fill(steps, (byte) most);
        patterns.forEach(this::enter);
    }

    /** Every needle in every charset that can write it. */
    static BytePatterns of(Collection<Needle> needles, Charset declared) {
        List<Pattern> patterns = new ArrayList<>();
        for (Needle needle : needles) {
            patterns.addAll(needle.isAscii() ? ascii(needle) : of(needle, declared));
        }
        return new BytePatterns(patterns);
    }

    /** ASCII is the same in all charsets but UTF-16, and its capitals are taken as small ones anyhow. */
    private static List<Pattern> ascii(Needle needle) {
        byte[] bytes = folded(needle.text().getBytes(StandardCharsets.US_ASCII));
        byte[] little = new byte[2 * bytes.length];
        byte[] big = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            little[2 * i] = bytes[i];
            big[2 * i + 1] = bytes[i];
        }
        return Stream.of(
                        new Pattern(bytes, needle, false),
                        new Pattern(little, needle, true),
                        new Pattern(big, needle, true))
                .filter(pattern -> pattern.bytes.length >= 2)
                .toList();
    }

    private static List<Pattern> of(Needle needle, Charset declared) {
        List<Pattern> patterns = new ArrayList<>();
        Set<ByteBuffer> seen = new LinkedHashSet<>();
        for (Charset charset : charsets(declared)) {
            for (String text : List.of(needle.text(), needle.text().toUpperCase(Locale.ROOT))) {
                if (charset.canEncode() && charset.newEncoder().canEncode(text)) {
                    byte[] bytes = folded(text.getBytes(charset));
                    if (bytes.length >= 2 && seen.add(ByteBuffer.wrap(bytes))) {
                        patterns.add(new Pattern(bytes, needle, charset.name().startsWith("UTF-16")));
                    }
                }
            }
        }
        return patterns;
    }

    /** Those alone whose matches fulfil a condition that does not hang on the place. */
    BytePatterns only(Predicate<Match> condition) {
        return new BytePatterns(patterns.stream()
                .filter(pattern -> condition.test(pattern.at(0)))
                .toList());
    }

    /** In which letters beyond ASCII are written. */
    private static List<Charset> charsets(Charset declared) {
        return List.of(
                StandardCharsets.UTF_8,
                declared,
                StandardCharsets.ISO_8859_1,
                Charset.forName("GB18030"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE);
    }

    private void enter(Pattern pattern) {
        for (int i = 0; i + 1 < window; i++) {
            int first = pattern.bytes[i] & 0xFF;
            int second = pattern.bytes[i + 1] & 0xFF;
            int left = window - 2 - i;
            int list = 1 + pair(first, second) % LISTS;
            if (left == 0) {
                lists.get(list).add(pattern);
            }
            for (int one : new int[] {first, capital(first)}) {
                for (int two : new int[] {second, capital(second)}) {
                    int at = pair(one, two);
                    steps[at] = (byte) (left == 0 ? -list : Math.min(steps[at], left));
                }
            }
        }
        beginnings.set(beginning(pattern.bytes, 0));
    }

    /** The number of the first bytes of what may stand there; the same for capital and small letters. */
    private int beginning(byte[] bytes, int at) {
        int first = window < Integer.BYTES ? (short) TWO.get(bytes, at) : (int) FOUR.get(bytes, at);
        return ((first | SMALL) * SPREAD) >>> (Integer.SIZE - BITS);
    }

    private static int pair(int first, int second) {
        return (first & 0xFF) << 8 | (second & 0xFF);
    }

    List<Match> in(byte[] bytes) {
        List<Match> matches = new ArrayList<>();
        int end = window - 1;
        while (end < bytes.length) {
            int step = steps[pair(bytes[end - 1], bytes[end])];
            if (step == most) {
                // Nearly always: a processor goes on by a number that it knows before it has read the table.
                end += most;
            } else if (step > 0) {
                end += step;
            } else {
                int start = end - window + 1;
                if (beginnings.get(beginning(bytes, start))) {
                    collect(bytes, start, lists.get(-step), matches);
                }
                end++;
            }
        }
        return matches;
    }

    private static void collect(byte[] bytes, int at, List<Pattern> candidates, List<Match> matches) {
        for (int i = 0; i < candidates.size(); i++) {
            Pattern pattern = candidates.get(i);
            if (standsAt(pattern.bytes, bytes, at)) {
                matches.add(pattern.at(at));
            }
        }
    }

    private static boolean standsAt(byte[] pattern, byte[] bytes, int at) {
        if (at + pattern.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
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
