package org.trabecula.app.store;

import java.time.Duration;
import java.time.Instant;

/** How long a name must wait after failures: four are free, then 15 seconds, doubled each time, at most 15 minutes. */
record BackOff(int failures, Instant latest) {
    private static final int FREE = 4;
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    static BackOff none() {
        return new BackOff(0, Instant.EPOCH);
    }

    Instant until() {
        if (failures <= FREE) {
            return latest;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, MOST_DOUBLINGS));
        return latest.plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
    }
}
