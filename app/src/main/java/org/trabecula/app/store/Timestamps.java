package org.trabecula.app.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Reads {@code 2026-03-02T08:15:30.123456Z} several times faster than the JDK's formatter, which reads whatever is else. */
final class Timestamps implements Function<String, Instant> {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SHORTEST = "2026-03-02T08:15:30Z".length();
    private static final int LONGEST = "2026-03-02T08:15:30.123456789Z".length();
    private static final int FRACTION = "2026-03-02T08:15:30.".length();

    @Override
    public Instant apply(String text) {
        if (!plain(text)) {
            return Instant.parse(text);
        }
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(100 * two(text, 0) + two(text, 2), two(text, 5), two(text, 8))
                .toEpochDay();
        return Instant.ofEpochSecond(day * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second, nanos(text));
    }

    /** Whether every character is of the kind that its place asks for. */
    private static boolean plain(String text) {
        int last = text.length() - 1;
        if (last + 1 < SHORTEST || last + 1 > LONGEST || last + 1 == FRACTION + 1 || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char found = text.charAt(i);
            boolean fits = switch (i) {
                case 4, 7 -> found == '-';
                case 10 -> found == 'T';
                case 13, 16 -> found == ':';
                case 19 -> found == '.';
                default -> found >= '0' && found <= '9';
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int two(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    private static int nanos(String text) {
        int nanos = 0;
        for (int i = FRACTION; i < LONGEST - 1; i++) {
            nanos = 10 * nanos + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }
}
