package org.trabecula.never.visit;

import java.util.Random;

/** Breaks rule 6: throws dice that nobody seeded. */
record Dicing() {
    int chance() {
        return new Random().nextInt(6);
    }
}
