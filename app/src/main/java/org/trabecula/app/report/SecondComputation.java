package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.study.protocol.Multiplicity.Procedure;

/**
 * The primary numbers once more, from the exported CSV alone and by formulas written out here: counts, Newcombe's interval, and
 * the overlap-weighted difference with its sandwich error, p and interval. It shares no code with the first computation, so that a fault in
 * either shows.
 *
 * <p>The error: each participant's influence on a weighted mean is w(y - mean)/W, plus what his covariates move through the
 * propensity score's coefficients (Lunceford and Davidian, Stat Med 2004;23:2937-2960, section 4).
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

    /** Both weighted risks, their difference and its error. */
    double[] overlap() {
        double[] beta = propensity();
        int n = rows.size();
        int k = beta.length;
        double[] e = new double[n];
        double[] sums = new double[4];
        for (int i = 0; i < n; i++) {
            e[i] = 1 / (1 + Math.exp(-LinearByHand.dot(rows.get(i), beta)));
            int arm = flags.get(i)[0] ? 0 : 1;
            double w = arm == 0 ? 1 - e[i] : e[i];
            sums[arm] += w;
            sums[2 + arm] += flags.get(i)[1] ? w : 0;
        }
        double[] means = {sums[2] / sums[0], sums[3] / sums[1]};
        double[][] information = new double[k][k];
        double[] slope = new double[k];
        for (int i = 0; i < n; i++) {
            double v = e[i] * (1 - e[i]);
            int arm = flags.get(i)[0] ? 0 : 1;
            double residual = (flags.get(i)[1] ? 1 : 0) - means[arm];
            for (int a = 0; a < k; a++) {
                slope[a] += -v * rows.get(i)[a] * residual / sums[arm];
                for (int b = 0; b < k; b++) {
                    information[a][b] += v * rows.get(i)[a] * rows.get(i)[b];
                }
            }
        }
        double[] pull = LinearByHand.solved(information, slope);
        double variance = 0;
        for (int i = 0; i < n; i++) {
            boolean first = flags.get(i)[0];
            double own = (first ? 1 - e[i] : e[i]) * ((flags.get(i)[1] ? 1 : 0) - means[first ? 0 : 1]);
            double influence = (first ? own / sums[0] : -own / sums[1])
                    + ((first ? 1 : 0) - e[i]) * LinearByHand.dot(rows.get(i), pull);
            variance += influence * influence;
        }
        return new double[] {means[0], means[1], means[0] - means[1], Math.sqrt(variance)};
    }

    /**
     * The same as {@link #overlap()}, augmented by the outcome models of the columns {@code z}.
     *
     * @param penalised whether the models have Firth's penalty
     */
    double[] augmented(boolean penalised) {
        double[] beta = propensity();
        int n = rows.size();
        boolean[] first = new boolean[n];
        boolean[] event = new boolean[n];
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = flags.get(i)[0];
            event[i] = flags.get(i)[1];
            score[i] = LinearByHand.chance(rows.get(i), beta);
        }
        return new AugmentedByHand(rows, outcomeRows, first, event, score).difference(penalised);
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

    /** Newton's method for the logistic regression of the arm, until no coefficient moves. */
    private double[] propensity() {
        int k = rows.getFirst().length;
        double[] beta = new double[k];
        for (int step = 0; step < 60; step++) {
            double[][] information = new double[k][k];
            double[] score = new double[k];
            for (int i = 0; i < rows.size(); i++) {
                double[] x = rows.get(i);
                double e = 1 / (1 + Math.exp(-LinearByHand.dot(x, beta)));
                for (int a = 0; a < k; a++) {
                    score[a] += x[a] * ((flags.get(i)[0] ? 1 : 0) - e);
                    for (int b = 0; b < k; b++) {
                        information[a][b] += e * (1 - e) * x[a] * x[b];
                    }
                }
            }
            double[] move = LinearByHand.solved(information, score);
            double most = 0;
            for (int a = 0; a < k; a++) {
                beta[a] += move[a];
                most = Math.max(most, Math.abs(move[a]) / (1 + Math.abs(beta[a])));
            }
            if (most < 1e-15) {
                break;
            }
        }
        return beta;
    }
}
