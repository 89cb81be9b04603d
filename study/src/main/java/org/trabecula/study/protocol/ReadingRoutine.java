package org.trabecula.study.protocol;

import java.math.BigDecimal;

/**
 * How the charter wants the readers' work arranged.
 *
 * @param readWithinDays a case that its reader has not read so many days after it was dealt may be dealt anew; 0 for no limit
 * @param rereadShare the share (0 to 1) of each reader's reads that he makes a second time
 * @param rereadAfterWeeks how long after the first read the case comes back at the earliest
 * @param lookAgainDays how long a reader may look at a read that he has signed; shorter than the time to a second read
 * @param adjudicatorExplains whether an adjudication needs a comment
 */
public record ReadingRoutine(
        int readWithinDays,
        BigDecimal rereadShare,
        int rereadAfterWeeks,
        int lookAgainDays,
        boolean adjudicatorExplains) {
    private static final int WEEK = 7;

    /**
     * @throws IllegalArgumentException when a read could still be looked at while it is made a second time: from a list of
     *     reads that lacks those, a reader would tell which come back
     */
    public ReadingRoutine {
        if (rereadShare.signum() > 0 && lookAgainDays >= WEEK * rereadAfterWeeks) {
            throw new IllegalArgumentException("A read can be looked at for " + lookAgainDays
                    + " days, but the case comes back after " + rereadAfterWeeks + " weeks");
        }
    }

    /** What a charter says that is silent about it: no limit, no second reads, no looking back. */
    public static ReadingRoutine plain() {
        return new ReadingRoutine(0, BigDecimal.ZERO, 0, 0, false);
    }
}
