package org.trabecula.statistics.bench;

import java.util.Locale;

/** A time for the eye. */
final class Milliseconds {
    private Milliseconds() {}

    static String of(double milliseconds) {
        return String.format(
                Locale.ROOT, milliseconds < 10 ? "%.2f ms" : milliseconds < 100 ? "%.1f ms" : "%,.0f ms", milliseconds);
    }
}
