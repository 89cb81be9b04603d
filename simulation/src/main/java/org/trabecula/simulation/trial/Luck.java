package org.trabecula.simulation.trial;

import java.util.random.RandomGenerator;
import org.trabecula.statistics.resample.Philox;

/**
 * The random numbers of study k: a stream for each participant and for each draw of its analysis, which only the seed, k and the
 * number decide. What is drawn for one purpose changes nothing that is drawn for another.
 */
record Luck(long seed, long study) {
    /** Numbers of a study are next to each other, so that no two of any two studies share a stream. */
    private static final int BITS = 20;

    /** What happens to a participant and his images. */
    RandomGenerator participant(int number) {
        return Philox.of(seed, stream(number));
    }

    /** What he says. */
    RandomGenerator voice(int number) {
        return Philox.of(~seed, stream(number));
    }

    /** A resample of one of the endpoints. */
    RandomGenerator replicate(boolean fusion, int number) {
        return Philox.of(seed ^ (fusion ? 0x5DEECE66DL : 0x2545F4914F6CDDL), stream(number));
    }

    /** An imputation of one of the arms. */
    RandomGenerator imputation(boolean titanium, int number) {
        return Philox.of(seed ^ (titanium ? 0x369DEA0F31A53FL : 0x27BB2EE687B0B0L), stream(number));
    }

    private long stream(int number) {
        return (study << BITS) + number;
    }
}
