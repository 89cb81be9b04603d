package org.trabecula.statistics.censored;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.resample.Philox;

/**
 * A two-arm study in which an event is seen only at visits: its power by simulation.
 *
 * <p>Times in the control arm (the first half) are Weibull; the hazard in the other arm is multiplied by the hazard
 * ratio. Each visit is missed with the same probability, independently. The test is Sun's log-rank test with
 * permutation variance, two-sided at 5 %.
 *
 * @param subjects in both arms together, at least 4; an odd one goes to the second arm
 * @param controlMedian the median time in the control arm, in the visits' unit
 * @param hazardRatio of the other arm to the control arm
 * @param shape of the Weibull law
 * @param visits when subjects are looked at, increasing
 * @param missed the probability that a visit is missed
 */
public record VisitPlan(
        int subjects, double controlMedian, double hazardRatio, double shape, double[] visits, double missed) {
    private static final double CRITICAL = 1.959963984540054;
    private static final int FEWEST = 4;

    /** @throws IllegalArgumentException if a number cannot be what it is said to be */
    public VisitPlan {
        require(subjects >= FEWEST, "A plan needs at least 4 subjects, but it has " + subjects);
        require(controlMedian > 0, "A median time is positive, but it is " + controlMedian);
        require(hazardRatio > 0, "A hazard ratio is positive, but it is " + hazardRatio);
        require(shape > 0, "A shape is positive, but it is " + shape);
        require(missed >= 0 && missed < 1, "A probability to miss a visit is from 0 to below 1, but it is " + missed);
        require(visits.length > 0 && visits[0] > 0, "A plan needs visits after time 0");
        for (int v = 1; v < visits.length; v++) {
            require(visits[v - 1] < visits[v], "Visits come in order, but they are " + Arrays.toString(visits));
        }
    }

    /**
     * What the simulated trials gave.
     *
     * @param trials how many
     * @param rejections in how many the arms differed
     * @param failures in how many there was no test, because everybody was alike; they count as not rejected
     * @param meanAbsoluteZ the mean of |z| over the others
     * @param standardDeviationOfZ the standard deviation of z over the others, z being negative when the control arm has
     *     events later; 0 with fewer than two
     */
    public record Power(int trials, int rejections, int failures, double meanAbsoluteZ, double standardDeviationOfZ) {
        /** The share of trials in which the arms differed. */
        public double power() {
            return rejections / (double) trials;
        }

        /** The standard error of that share over so many trials. */
        public double monteCarloError(int ofTrials) {
            return Math.sqrt(power() * (1 - power()) / ofTrials);
        }
    }

    /**
     * Simulates.
     *
     * @param trials how many, at least 1
     * @param seed of the trials' random streams; a trial's numbers do not depend on the others
     */
    public Power simulate(int trials, long seed) {
        require(trials >= 1, "At least one trial is simulated, but " + trials + " are asked for");
        int[] arm = new int[subjects];
        Arrays.fill(arm, subjects / 2, subjects, 1);
        int rejections = 0;
        int tests = 0;
        double absolute = 0;
        double mean = 0;
        double squares = 0;
        for (int trial = 0; trial < trials; trial++) {
            Outcome<GroupTest> test = GeneralisedLogRank.of(draw(arm, Philox.of(seed, trial)), arm, 2)
                    .then(prepared -> prepared.permutation(Scores.SUN));
            if (test instanceof Outcome.Found<GroupTest>(var found)) {
                double z = found.z(0);
                rejections += Math.abs(z) >= CRITICAL ? 1 : 0;
                tests++;
                absolute += Math.abs(z);
                double off = z - mean;
                mean += off / tests;
                squares += off * (z - mean);
            }
        }
        return new Power(
                trials,
                rejections,
                trials - tests,
                tests == 0 ? 0 : absolute / tests,
                tests < 2 ? 0 : Math.sqrt(squares / (tests - 1)));
    }

    private CensoredTimes draw(int[] arm, RandomGenerator random) {
        double scale = controlMedian / Math.pow(Math.log(2), 1 / shape);
        double[] left = new double[subjects];
        double[] right = new double[subjects];
        for (int i = 0; i < subjects; i++) {
            double hazard = -Math.log1p(-random.nextDouble()) / (arm[i] == 1 ? hazardRatio : 1);
            double time = scale * Math.pow(hazard, 1 / shape);
            right[i] = Double.POSITIVE_INFINITY;
            for (double visit : visits) {
                boolean seen = random.nextDouble() >= missed;
                if (seen && visit < time) {
                    left[i] = visit;
                } else if (seen && right[i] == Double.POSITIVE_INFINITY) {
                    right[i] = visit;
                }
            }
        }
        return new CensoredTimes(left, right);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
