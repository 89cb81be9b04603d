package org.trabecula.never.visit;

import java.time.Instant;

/** Breaks rule 6: asks the wall clock. */
record Hurried() {
    Instant now() {
        return Instant.now();
    }
}
