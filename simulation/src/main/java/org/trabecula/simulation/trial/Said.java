package org.trabecula.simulation.trial;

/**
 * What the readers of an examination say of one place, packed into one number so that it can be looked up at no cost: four bits
 * for each reader, first reader lowest, 0 where there is no such reader.
 */
final class Said {
    /** Nobody has read. */
    static final long NOTHING = 0;

    private static final int BITS = 4;
    private static final int WORD = (1 << BITS) - 1;

    private Said() {}

    static long and(long said, int reader, int look) {
        return said | ((look + 1L) << (BITS * reader));
    }

    static int readers(long said) {
        return (Long.SIZE - Long.numberOfLeadingZeros(said) + BITS - 1) / BITS;
    }

    static int look(long said, int reader) {
        return (int) ((said >> (BITS * reader)) & WORD) - 1;
    }
}
