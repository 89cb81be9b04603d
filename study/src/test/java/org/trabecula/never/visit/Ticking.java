package org.trabecula.never.visit;

import java.time.Clock;

/** Breaks rule 6: makes a wall clock of its own. */
record Ticking() {
    Clock clock() {
        return Clock.systemUTC();
    }
}
