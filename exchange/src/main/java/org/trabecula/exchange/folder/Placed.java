package org.trabecula.exchange.folder;

import java.util.List;
import org.trabecula.exchange.Place;

/** Something read, and where it stood. */
record Placed<T>(T value, Place place) {

    static <T> List<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }
}
