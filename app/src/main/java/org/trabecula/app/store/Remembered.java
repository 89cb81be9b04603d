package org.trabecula.app.store;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Makes a value of a key and remembers it until another key takes its place. Days, screw sites, streams and short words
 * come again and again; making each anew would be half the cost of a replay, and the memory image holds most only once.
 * Of a fixed size, whatever comes. Safe for use by several threads.
 */
final class Remembered<K, V> implements Function<K, V> {
    private static final int PLACES = 1 << 12;

    private record Known<K, V>(K key, V value) {}

    private final AtomicReferenceArray<Known<K, V>> places = new AtomicReferenceArray<>(PLACES);
    private final Function<K, V> making;

    Remembered(Function<K, V> making) {
        this.making = making;
    }

    @Override
    public V apply(K key) {
        int hash = key.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Known<K, V> known = places.getPlain(place);
        if (known != null && known.key().equals(key)) {
            return known.value();
        }
        V value = making.apply(key);
        places.setPlain(place, new Known<>(key, value));
        return value;
    }
}
