package org.trabecula.study.imaging;

import java.util.List;

/**
 * A verdict that stands.
 *
 * @param adjudicated whether it took a third person
 * @param positions the reads behind it
 */
public record Settled<T>(T verdict, boolean adjudicated, List<Long> positions) {
    public Settled {
        positions = List.copyOf(positions);
    }
}
