package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.Multiplicity.Procedure;

/**
 * The primary numbers once more, from the exported CSV alone and by formulas written out here: counts, Newcombe's interval, and
 * the weighted difference with its error, p and interval. It shares no code with the first computation, so that a fault in
 * either shows.
 */
final class SecondComputation {
    private final List<boolean[]> flags = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<double[]> outcomeRows = new ArrayList<>();

    /** @param endpoint the column, for example {@code fusion_m6} */
    SecondComputation(String csv, String endpoint) {
        List<List<String>> lines = Csv.read(csv);
        List<String> heads = lines.getFirst();
        int event = heads.indexOf(endpoint);
        int arm = heads.indexOf("first_arm");
        List<Integer> terms = columns(heads, "x\\d+");
        List<Integer> outcomes = columns(heads, java.util.regex.Pattern.quote(endpoint) + "_z\\d+");
        for (List<String> line : lines.subList(1, lines.size())) {
            boolean compared = line.size() == heads.size() && !line.get(arm).isEmpty();
            if (compared && !line.get(event).isEmpty()) {
                flags.add(new boolean[] {
                    line.get(arm).equals("1"), line.get(event).equals("1")
                });
                rows.add(row(line, terms));
                outcomeRows.add(row(line, outcomes));
            }
        }
    }

    private static List<Integer> columns(List<String> heads, String pattern) {
        return IntStream.range(0, heads.size())
                .filter(column -> heads.get(column).matches(pattern))
                .boxed()
                .toList();
    }

    private static double[] row(List<String> line, List<Integer> terms) {
        double[] row = new double[terms.size() + 1];
        row[0] = 1;
        for (int i = 0; i < terms.size(); i++) {
            String text = line.get(terms.get(i));
            row[i + 1] = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }
        return row;
    }

    int count(boolean first, boolean events) {
        return (int) flags.stream()
                .filter(one -> one[0] == first && (!events || one[1]))
                .count();
    }

    double difference() {
        return (double) count(true, true) / count(true, false) - (double) count(false, true) / count(false, false);
    }

    /** Newcombe's method 10, lower and upper. */
    double[] newcombe(double z) {
        double[] one = wilson(count(true, true), count(true, false), z);
        double[] other = wilson(count(false, true), count(false, false), z);
        double p = (double) count(true, true) / count(true, false);
        double q = (double) count(false, true) / count(false, false);
        return new double[] {
            p - q - Math.sqrt(Math.pow(p - one[0], 2) + Math.pow(other[1] - q, 2)),
            p - q + Math.sqrt(Math.pow(one[1] - p, 2) + Math.pow(q - other[0], 2))
        };
    }

    private static double[] wilson(int yes, int n, double z) {
        double p = (double) yes / n;
        double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        double reach = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        return new double[] {middle - reach, middle + reach};
    }

    /** Participants less the coefficients of the score and both means. */
    double degrees() {
        return Math.max(1, rows.size() - rows.getFirst().length - 2);
    }

    /**
     * Both weighted risks, their difference and its error.
     *
     * @param penalised whether the score has Firth's penalty
     */
    double[] weighted(Estimator estimator, Variance variance, boolean penalised) {
        LogisticByHand arm = arm();
        double[] score = arm.chances(arm.coefficients(penalised));
        return new WeightedByHand(arm, events(), score, estimator).difference(variance);
    }

    /**
     * The same with overlap weights, augmented by the outcome models of the columns {@code z}.
     *
     * @param penalised whether the models have Firth's penalty
     */
    double[] augmented(Variance variance, boolean penalisedScore, boolean penalised) {
        LogisticByHand arm = arm();
        double[] score = arm.chances(arm.coefficients(penalisedScore));
        return new AugmentedByHand(arm, outcomeRows, events(), score).difference(penalised, variance);
    }

    private LogisticByHand arm() {
        boolean[] everybody = new boolean[flags.size()];
        Arrays.fill(everybody, true);
        return new LogisticByHand(rows, column(0), everybody);
    }

    private boolean[] events() {
        return column(1);
    }

    private boolean[] column(int which) {
        boolean[] column = new boolean[flags.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = flags.get(i)[which];
        }
        return column;
    }

    /** P-values for several claims, each by its own sum over the others instead of in one pass through the sorted ones. */
    static double[] adjusted(Procedure procedure, double... p) {
        double[] adjusted = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            adjusted[i] = switch (procedure) {
                case HOLM -> holm(p, p[i]);
                case HOCHBERG -> hochberg(p, p[i]);
                case BONFERRONI -> Math.min(1, p.length * p[i]);
                case FIXED_SEQUENCE -> Arrays.stream(p, 0, i + 1).max().orElse(p[i]);
                case NONE -> p[i];
            };
        }
        return adjusted;
    }

    /** The largest of those up to it, each times how many are as large or larger. */
    private static double holm(double[] p, double own) {
        return Math.min(
                1,
                Arrays.stream(p)
                        .filter(one -> one <= own)
                        .map(one -> one
                                * Arrays.stream(p).filter(other -> other >= one).count())
                        .max()
                        .orElse(1));
    }

    /** The smallest of those from it on, each times one more than are larger. */
    private static double hochberg(double[] p, double own) {
        return Math.min(
                1,
                Arrays.stream(p)
                        .filter(one -> one >= own)
                        .map(one -> one
                                * (1
                                        + Arrays.stream(p)
                                                .filter(other -> other > one)
                                                .count()))
                        .min()
                        .orElse(1));
    }
}
