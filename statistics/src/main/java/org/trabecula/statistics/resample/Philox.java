package org.trabecula.statistics.resample;

import java.util.random.RandomGenerator;

/**
 * The counter-based generator Philox4x32-10: the numbers of a stream are an encryption of 0, 1, 2, ... under a key. Two
 * streams of one seed share no state, so the replicate that draws from stream r gives the same numbers on one thread as
 * on sixty-four, and whatever ran before it.
 *
 * <p>The key is the seed; the 128-bit counter is the stream's number (upper half) and the block's (lower half). A
 * block of 128 bits serves two longs or four ints. A stream is 2^64 blocks long and not safe for use by two threads at
 * a time: give each its own.
 *
 * <p>Source: Salmon JK, Moraes MA, Dror RO, Shaw DE, Parallel random numbers: as easy as 1, 2, 3, Proceedings of SC11,
 * 2011, section 3.3. Integers below a bound: Lemire D, ACM Trans Model Comput Simul 2019;29:3, algorithm 5.
 */
public final class Philox implements RandomGenerator {
    private static final int ROUNDS = 10;
    private static final long FIRST_MULTIPLIER = 0xD2511F53L;
    private static final long SECOND_MULTIPLIER = 0xCD9E8D57L;
    private static final int FIRST_WEYL = 0x9E3779B9;
    private static final int SECOND_WEYL = 0xBB67AE85;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final long seed;
    private final long stream;
    private long block;
    private long second;
    private boolean secondWaits;
    private int half;
    private boolean halfWaits;

    private Philox(long seed, long stream, long block) {
        this.seed = seed;
        this.stream = stream;
        this.block = block;
    }

    /**
     * A stream from its beginning.
     *
     * @param seed the key: what a report states
     * @param stream which of the seed's 2^64 streams: a replicate's or a virtual study's number
     */
    public static Philox of(long seed, long stream) {
        return new Philox(seed, stream, 0);
    }

    /** A stream that begins with a later block of the counter. */
    static Philox at(long seed, long stream, long block) {
        return new Philox(seed, stream, block);
    }

    @Override
    public long nextLong() {
        if (secondWaits) {
            secondWaits = false;
            return second;
        }
        return encrypt();
    }

    /** Half a long; the other half is the next int, whether or not longs are drawn in between. */
    @Override
    public int nextInt() {
        if (halfWaits) {
            halfWaits = false;
            return half;
        }
        long both = nextLong();
        half = (int) (both >>> Integer.SIZE);
        halfWaits = true;
        return (int) both;
    }

    /** Uniform from 0 to {@code bound - 1}, without the bias of a remainder. */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("A bound must be positive, but it is " + bound);
        }
        long product = (nextInt() & LOW_HALF) * bound;
        if ((product & LOW_HALF) < bound) {
            long tooLow = (1L << Integer.SIZE) % bound;
            while ((product & LOW_HALF) < tooLow) {
                product = (nextInt() & LOW_HALF) * bound;
            }
        }
        return (int) (product >>> Integer.SIZE);
    }

    private long encrypt() {
        int c0 = (int) block;
        int c1 = (int) (block >>> Integer.SIZE);
        int c2 = (int) stream;
        int c3 = (int) (stream >>> Integer.SIZE);
        int k0 = (int) seed;
        int k1 = (int) (seed >>> Integer.SIZE);
        for (int round = 0; round < ROUNDS; round++) {
            long one = FIRST_MULTIPLIER * (c0 & LOW_HALF);
            long other = SECOND_MULTIPLIER * (c2 & LOW_HALF);
            c0 = (int) (other >>> Integer.SIZE) ^ c1 ^ k0;
            c1 = (int) other;
            c2 = (int) (one >>> Integer.SIZE) ^ c3 ^ k1;
            c3 = (int) one;
            k0 += FIRST_WEYL;
            k1 += SECOND_WEYL;
        }
        block++;
        second = (c2 & LOW_HALF) | ((long) c3 << Integer.SIZE);
        secondWaits = true;
        return (c0 & LOW_HALF) | ((long) c1 << Integer.SIZE);
    }
}
