package org.trabecula.study.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.dataset.Subject;

/** Design matrices: a column of ones, the terms of the signed model, and what else a model asks for. */
final class Designs {
    private Designs() {}

    /** One row for each; an empty one for somebody of whom the design knows nothing. */
    static double[][] rows(Evidence evidence, List<Subject> subjects) {
        return subjects.stream()
                .map(one -> {
                    double[] terms = evidence.covariates().rows().get(one.id());
                    return terms == null ? new double[0] : with(new double[] {1}, terms);
                })
                .toArray(double[][]::new);
    }

    /** The rows, where there is one for everybody. */
    static Outcome<double[][]> complete(double[][] rows) {
        return Arrays.stream(rows).allMatch(row -> row.length > 0)
                ? Outcome.of(rows)
                : Outcome.none(
                        Shortfall.Cause.ALL_MISSING, "The design has no covariates for somebody who is compared");
    }

    /** The score of everybody who is compared, as the design has it. */
    static Outcome<PropensityScore> score(Evidence evidence) {
        List<Subject> all = evidence.compared();
        if (all.isEmpty()) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody is in the analysis set");
        }
        Optional<Shortfall> incomparable = evidence.covariates().incomparable();
        if (incomparable.isPresent()) {
            return new Outcome.Missing<>(incomparable.get());
        }
        return complete(rows(evidence, all)).then(rows -> PropensityScore.penalised(rows, Judged.treated(all)));
    }

    /** Whether that score needed Firth's penalty. */
    static boolean penalised(Evidence evidence) {
        List<Subject> all = evidence.compared();
        return PropensityScore.separated(
                complete(rows(evidence, all)).then(rows -> PropensityScore.fit(rows, Judged.treated(all))));
    }

    /** The logarithm of the odds of the first arm: a number even where the score is so sure that it is 1 to the last digit. */
    static double predictor(PropensityScore score, double[] row) {
        double sum = 0;
        for (int column = 0; column < row.length; column++) {
            sum += row[column] * score.fit().coefficients()[column];
        }
        return sum;
    }

    static double[] with(double[] row, double... more) {
        double[] longer = Arrays.copyOf(row, row.length + more.length);
        System.arraycopy(more, 0, longer, row.length, more.length);
        return longer;
    }

    /** Every row with the arm as a further column. */
    static double[][] withArm(double[][] rows, boolean[] arm) {
        double[][] longer = new double[rows.length][];
        Arrays.setAll(longer, i -> with(rows[i], arm[i] ? 1 : 0));
        return longer;
    }

    static boolean[] all(int n, boolean value) {
        boolean[] flags = new boolean[n];
        Arrays.fill(flags, value);
        return flags;
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The rows without columns that are 0 in all of them. */
    static double[][] varying(List<double[]> rows) {
        int[] kept = java.util.stream.IntStream.range(0, rows.getFirst().length)
                .filter(column -> rows.stream().anyMatch(row -> row[column] != 0))
                .toArray();
        return rows.stream()
                .map(row ->
                        Arrays.stream(kept).mapToDouble(column -> row[column]).toArray())
                .toArray(double[][]::new);
    }
}
