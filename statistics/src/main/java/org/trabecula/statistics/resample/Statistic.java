package org.trabecula.statistics.resample;

/** A number that a sample has, the sample being given as how often each row was drawn. */
@FunctionalInterface
public interface Statistic {
    /**
     * The number.
     *
     * @param times how often each row counts; not to be changed or kept
     * @return the number, or NaN where such a sample has none (an empty group): that draw is left out and counted
     */
    double of(int[] times);
}
