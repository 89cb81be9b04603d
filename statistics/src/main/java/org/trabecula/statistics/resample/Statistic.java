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

    /**
     * The mean of arm 1 less the mean of arm 0; of events written as 0 and 1, the risk difference. NaN while an arm is empty.
     *
     * @param arms 0 or 1 for each row
     * @param y the value of each row
     */
    static Statistic difference(int[] arms, double[] y) {
        return times -> {
            double[] sum = new double[2];
            double[] count = new double[2];
            for (int row = 0; row < arms.length; row++) {
                sum[arms[row]] += times[row] * y[row];
                count[arms[row]] += times[row];
            }
            return sum[1] / count[1] - sum[0] / count[0];
        };
    }
}
