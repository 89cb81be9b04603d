package org.trabecula.statistics.survival;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The cumulative incidence of events that exclude each other: the probability that an event of each cause has happened by
 * a time, the other causes being what they are.
 *
 * <p>Source: Aalen OO, Johansen S, Scand J Stat 1978;5:141-150. Standard errors are those of the infinitesimal
 * jackknife: the root of the sum over subjects of the squared derivative of the estimate by the subject's weight (R:
 * {@code survfit(Surv(time, factor))} of survival 3). The arrays belong to the record and must not be changed.
 *
 * @param times when events happened, increasing, each once
 * @param incidence for each cause the curve from each of these times on
 * @param standardError for each cause its standard error from each of these times on
 */
public record AalenJohansen(double[] times, double[][] incidence, double[][] standardError) {

    /**
     * Estimates.
     *
     * @param time when each subject's observation ends
     * @param cause why: 0 without an event, else the cause's number from 1
     * @param causes how many causes there are
     * @return the curves; missing when there is nobody
     * @throws IllegalArgumentException if a cause is out of range, a time no number, or the lengths differ
     */
    public static Outcome<AalenJohansen> of(double[] time, int[] cause, int causes) {
        boolean[] event = new boolean[time.length];
        if (cause.length != time.length) {
            throw new IllegalArgumentException(
                    "Each of " + time.length + " subjects needs a cause or 0, but there are " + cause.length);
        }
        for (int i = 0; i < time.length; i++) {
            if (cause[i] < 0 || cause[i] > causes || !Double.isFinite(time[i])) {
                throw new IllegalArgumentException("A subject ends at a finite time with a cause from 0 to " + causes
                        + ", but number " + (i + 1) + " ends at " + time[i] + " with " + cause[i]);
            }
            event[i] = cause[i] > 0;
        }
        if (time.length == 0) {
            return Outcome.none(Cause.TOO_FEW, "There is nobody, so there is no curve.");
        }
        double[] times = java.util.stream.IntStream.range(0, time.length)
                .filter(i -> event[i])
                .mapToDouble(i -> time[i])
                .sorted()
                .distinct()
                .toArray();
        var course = new Course(time, cause, causes, times);
        course.run();
        return Outcome.of(new AalenJohansen(times, course.incidence, course.error));
    }

    /**
     * The probability that an event of a cause has happened by a time.
     *
     * @param cause its number from 1
     */
    public double at(int cause, double time) {
        int k = last(time);
        return k < 0 ? 0 : incidence[cause - 1][k];
    }

    /** The standard error of that probability. */
    public double standardErrorAt(int cause, double time) {
        int k = last(time);
        return k < 0 ? 0 : standardError[cause - 1][k];
    }

    private int last(double time) {
        int place = Arrays.binarySearch(times, time);
        return place >= 0 ? place : -place - 2;
    }

    /** The estimate as time goes by, and its derivatives by each subject's weight. */
    private static final class Course {
        private final double[] time;
        private final int[] cause;
        private final double[] times;
        private final double[][] incidence;
        private final double[][] error;
        private final double[] freeBy;
        private final double[][] incidenceBy;
        private double free = 1;

        Course(double[] time, int[] cause, int causes, double[] times) {
            this.time = time;
            this.cause = cause;
            this.times = times;
            this.incidence = new double[causes][times.length];
            this.error = new double[causes][times.length];
            this.freeBy = new double[time.length];
            this.incidenceBy = new double[causes][time.length];
        }

        void run() {
            double[] hazard = new double[incidence.length];
            for (int k = 0; k < times.length; k++) {
                Arrays.fill(hazard, 0);
                double there = 0;
                for (int i = 0; i < time.length; i++) {
                    there += time[i] >= times[k] ? 1 : 0;
                    if (time[i] == times[k] && cause[i] > 0) {
                        hazard[cause[i] - 1]++;
                    }
                }
                double all = 0;
                for (int c = 0; c < hazard.length; c++) {
                    hazard[c] /= there;
                    all += hazard[c];
                }
                step(k, hazard, all, there);
            }
        }

        private void step(int k, double[] hazard, double all, double there) {
            for (int c = 0; c < hazard.length; c++) {
                incidence[c][k] = (k == 0 ? 0 : incidence[c][k - 1]) + free * hazard[c];
                double squares = 0;
                for (int i = 0; i < time.length; i++) {
                    incidenceBy[c][i] += freeBy[i] * hazard[c] + free * hazardBy(i, k, c + 1, hazard[c], there);
                    squares += incidenceBy[c][i] * incidenceBy[c][i];
                }
                error[c][k] = Math.sqrt(squares);
            }
            for (int i = 0; i < time.length; i++) {
                double event = time[i] == times[k] && cause[i] > 0 ? 1 : 0;
                double by = time[i] >= times[k] ? (event - all) / there : 0;
                freeBy[i] = freeBy[i] * (1 - all) - free * by;
            }
            free *= 1 - all;
        }

        /** The derivative of a hazard by a subject's weight. */
        private double hazardBy(int i, int k, int of, double hazard, double there) {
            if (time[i] < times[k]) {
                return 0;
            }
            return ((time[i] == times[k] && cause[i] == of ? 1 : 0) - hazard) / there;
        }
    }
}
