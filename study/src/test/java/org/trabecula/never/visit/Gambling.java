package org.trabecula.never.visit;

/** Breaks rule 6: asks dice. */
record Gambling() {
    double chance() {
        return Math.random();
    }
}
