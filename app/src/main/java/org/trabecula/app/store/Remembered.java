package org.trabecula.app.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads a text into a value and remembers it. Days, screw sites and streams come again and again; reading each anew would
 * be half the cost of a replay, and the memory image holds each only once. Safe for use by several threads.
 */
final class Remembered<T> implements Function<String, T> {
    private static final int MOST = 50_000;
    private final Map<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> reading;

    Remembered(Function<String, T> reading) {
        this.reading = reading;
    }

    @Override
    public T apply(String text) {
        T value = known.get(text);
        if (value != null) {
            return value;
        }
        T read = reading.apply(text);
        if (known.size() < MOST) {
            known.put(text, read);
        }
        return read;
    }
}
