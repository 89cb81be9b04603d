package org.trabecula.statistics.causal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/**
 * Which covariates the outcome model of each arm takes in: one column for eight units of the smaller arm at most, so that
 * the models are no larger than the data bear, and none that repeats others within an arm.
 */
public final class OutcomeColumns {
    private static final int UNITS_OF_A_COLUMN = 8;

    private OutcomeColumns() {}

    /**
     * Those that there is room for, the wanted ones first.
     *
     * @param wanted the covariates in the order in which they are wanted, each with a number for every unit
     * @param treated each unit's arm
     * @return the places of those taken in, in the same order
     */
    public static List<Integer> chosen(List<double[]> wanted, boolean[] treated) {
        int[] first = members(treated, true);
        int[] second = members(treated, false);
        int room = Math.min(first.length, second.length) / UNITS_OF_A_COLUMN;
        List<Integer> chosen = new ArrayList<>();
        for (int place = 0; place < wanted.size() && chosen.size() < room; place++) {
            List<double[]> longer =
                    new ArrayList<>(chosen.stream().map(wanted::get).toList());
            longer.add(wanted.get(place));
            if (independent(longer, first) && independent(longer, second)) {
                chosen.add(place);
            }
        }
        return chosen;
    }

    private static boolean independent(List<double[]> columns, int[] members) {
        double[][] rows =
                Arrays.stream(members).mapToObj(unit -> row(columns, unit)).toArray(double[][]::new);
        return rows.length > columns.size()
                && Cholesky.of(Products.cross(rows, columns.size() + 1)).isPresent();
    }

    /** A unit's row of a design with a column of ones. */
    public static double[] row(List<double[]> columns, int unit) {
        double[] row = new double[columns.size() + 1];
        row[0] = 1;
        for (int column = 0; column < columns.size(); column++) {
            row[column + 1] = columns.get(column)[unit];
        }
        return row;
    }

    private static int[] members(boolean[] treated, boolean arm) {
        return IntStream.range(0, treated.length)
                .filter(unit -> treated[unit] == arm)
                .toArray();
    }
}
