package org.trabecula.statistics.repeated;

import java.util.Arrays;
import org.trabecula.statistics.matrix.Finite;

/**
 * Responses of subjects at planned visits, one row for each response that was seen; what was not seen has no row. The
 * arrays stay the caller's and must not change while the record is in use.
 *
 * @param response the responses, in the response's own unit
 * @param design one row of covariates for each response, equally long; the intercept is a column of ones
 * @param subject whose response it is, numbered from 0 upwards in any order
 * @param visit at which visit, numbered from 0 to {@code visits - 1} in the order of time
 * @param visits how many visits were planned
 */
public record RepeatedMeasures(double[] response, double[][] design, int[] subject, int[] visit, int visits) {
    /**
     * @throws IllegalArgumentException if lengths differ, a number is not finite, a subject or visit has no valid number,
     *     or a subject has two rows for one visit
     */
    public RepeatedMeasures {
        int rows = response.length;
        if (design.length != rows || subject.length != rows || visit.length != rows) {
            throw new IllegalArgumentException(
                    "Response, design, subject and visit must have equally many rows, but have " + rows + ", "
                            + design.length + ", " + subject.length + " and " + visit.length);
        }
        for (int row = 0; row < rows; row++) {
            if (design[row].length != design[0].length) {
                throw new IllegalArgumentException("Row " + row + " of the design has " + design[row].length
                        + " columns, the first row " + design[0].length);
            }
            if (visit[row] < 0 || visit[row] >= visits || subject[row] < 0) {
                throw new IllegalArgumentException("Row " + row + " has visit " + visit[row] + " of " + visits
                        + " and subject " + subject[row] + "; both are numbered from 0");
            }
            if (!Double.isFinite(response[row]) || !Finite.all(design[row])) {
                throw new IllegalArgumentException("Row " + row + " holds a number that is not finite");
            }
        }
        refuseTwice(subject, visit, visits);
    }

    /** How many rows. */
    public int size() {
        return response.length;
    }

    /** How many columns the design has; 0 without rows. */
    public int columns() {
        return design.length == 0 ? 0 : design[0].length;
    }

    /** How many subjects have at least one row. */
    public int subjects() {
        return (int) Arrays.stream(subject).distinct().count();
    }

    /** Row numbers with those of one subject next to each other, each subject's in the order of visits. */
    int[] order() {
        return order(subject, visit, visits);
    }

    private static int[] order(int[] subject, int[] visit, int visits) {
        long[] keys = new long[subject.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (((long) subject[row] * visits + visit[row]) << 24) | row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) (key & 0xFFFFFF)).toArray();
    }

    private static void refuseTwice(int[] subject, int[] visit, int visits) {
        if (subject.length > 0xFFFFFF) {
            throw new IllegalArgumentException("More than 16 million rows, but there are " + subject.length);
        }
        int[] order = order(subject, visit, visits);
        for (int i = 1; i < order.length; i++) {
            if (subject[order[i]] == subject[order[i - 1]] && visit[order[i]] == visit[order[i - 1]]) {
                throw new IllegalArgumentException("Subject " + subject[order[i]] + " has two rows for visit "
                        + visit[order[i]] + " (rows " + order[i - 1] + " and " + order[i] + ")");
            }
        }
    }
}
