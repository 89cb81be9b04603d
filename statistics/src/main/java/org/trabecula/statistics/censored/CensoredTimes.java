package org.trabecula.statistics.censored;

/**
 * Times of an event that was never seen to happen: for each subject the last look without it and the first look with
 * it, in one unit (months, days).
 *
 * <p>The time lies in {@code (left, right]}. A left end of 0 says that the event was there at the first look
 * (left-censored), an infinite right end that it was not there at the last (right-censored), and equal ends that the
 * time is known exactly. The arrays are the caller's and must not be changed afterwards.
 *
 * @param left the last time without the event, finite
 * @param right the first time with the event, not before {@code left}; positive infinity when it was never seen
 */
public record CensoredTimes(double[] left, double[] right) {
    /** @throws IllegalArgumentException if the columns differ in length, or an end is no number, infinite or swapped */
    public CensoredTimes {
        if (left.length != right.length) {
            throw new IllegalArgumentException("Each subject needs both ends of the interval, but there are "
                    + left.length + " left and " + right.length + " right ends");
        }
        for (int i = 0; i < left.length; i++) {
            if (!(Double.isFinite(left[i]) && left[i] <= right[i])) {
                throw new IllegalArgumentException("An interval has a finite left end that is not beyond its right end,"
                        + " but number " + (i + 1) + " is (" + left[i] + ", " + right[i] + "]");
            }
        }
    }

    /** How many subjects. */
    public int size() {
        return left.length;
    }

    /** Whether the time of subject {@code i} is known exactly. */
    boolean exact(int i) {
        return left[i] == right[i];
    }

    /** The subjects whose numbers (from 0) are listed, in that order. */
    public CensoredTimes at(int[] subjects) {
        double[] from = new double[subjects.length];
        double[] to = new double[subjects.length];
        for (int i = 0; i < subjects.length; i++) {
            from[i] = left[subjects[i]];
            to[i] = right[subjects[i]];
        }
        return new CensoredTimes(from, to);
    }
}
