package org.trabecula.cluster;

import java.io.Serializable;

/**
 * Studies {@code from} to {@code to}, the latter excluded, in blocks of a size; the last may be smaller.
 *
 * @param size studies of a block, 1 or more
 */
record Blocks(int from, int to, int size) implements Serializable {
    private static final int ROUNDS = 4;

    Blocks {
        if (from < 0 || to < from || size < 1) {
            throw new IllegalArgumentException(
                    "There are no studies " + from + " to " + to + " in blocks of " + size + ".");
        }
    }

    /**
     * Blocks for so many processors: four for each, so that nobody waits long for the last, and none so long that a stop loses much.
     *
     * @param most studies of a block
     */
    static Blocks of(int from, int to, int processors, int most) {
        return new Blocks(from, to, Math.clamp(Math.ceilDiv(to - from, ROUNDS * processors), 1, most));
    }

    int count() {
        return Math.ceilDiv(to - from, size);
    }

    int first(int block) {
        return from + block * size;
    }

    /** The first study behind a block. */
    int end(int block) {
        return Math.min(to, first(block) + size);
    }
}
