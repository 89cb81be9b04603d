package org.trabecula.never.visit;

/** Breaks rule 6: asks the wall clock by its oldest name. */
record Counting() {
    long millis() {
        return System.currentTimeMillis();
    }
}
