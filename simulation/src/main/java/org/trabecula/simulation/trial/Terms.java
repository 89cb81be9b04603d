package org.trabecula.simulation.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.simulation.mechanism.Drug;
import org.trabecula.simulation.mechanism.Participant;

/** The baseline terms of the models. What is the same in everybody tells nobody apart: its column is left out. */
final class Terms {
    private Terms() {}

    /** Those of the propensity score: what the model confounds by (bone, calendar time, surgeon), drugs and the number of segments. */
    static double[][] ofScore(List<Participant> people) {
        return varying(1, people.stream().map(Terms::ofScore).toArray(double[][]::new));
    }

    private static double[] ofScore(Participant one) {
        double[] row = new double[4 + Participant.SURGEONS];
        row[0] = 1;
        row[1] = (one.hu() - 100) / 30;
        row[2] = one.elapsed();
        row[3] = one.segments();
        row[4] = one.drug() == Drug.ANABOLIC ? 1 : 0;
        if (one.surgeon() > 0) {
            row[4 + one.surgeon()] = 1;
        }
        return row;
    }

    /** Those of an outcome model, without its constant: bone, calendar time and the number of segments. */
    static double[][] ofOutcome(List<Participant> people) {
        double[][] rows = people.stream()
                .map(one -> new double[] {1, (one.hu() - 100) / 30, one.elapsed(), one.segments()})
                .toArray(double[][]::new);
        return Arrays.stream(varying(1, rows))
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new);
    }

    /** The first so many columns, and every other that is not the same in all rows. */
    static double[][] varying(int first, double[][] rows) {
        if (rows.length == 0) {
            return rows;
        }
        int[] kept = IntStream.range(0, rows[0].length)
                .filter(column -> column < first || Arrays.stream(rows).anyMatch(row -> row[column] != rows[0][column]))
                .toArray();
        double[][] thinned = new double[rows.length][kept.length];
        for (int row = 0; row < rows.length; row++) {
            double[] whole = rows[row];
            Arrays.setAll(thinned[row], place -> whole[kept[place]]);
        }
        return thinned;
    }

    /** One row after another. */
    static double[] joined(double[] first, double[] then) {
        double[] both = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }
}
