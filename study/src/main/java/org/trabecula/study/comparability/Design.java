package org.trabecula.study.comparability;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.causal.Balance;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.protocol.AnalysisPlan;

/**
 * A fitted propensity model, and how alike it makes the arms. The first arm of the contrast counts as treated.
 *
 * @param columns every covariate of the plan as numbers
 * @param model the columns that are terms, after the constant
 * @param penalised whether terms separated the arms in part, so that Firth's penalty was needed
 */
public record Design(
        Candidates candidates, List<Column> columns, List<Column> model, PropensityScore score, boolean penalised) {
    private static final int BINS = 10;

    public Design {
        columns = List.copyOf(columns);
        model = List.copyOf(model);
    }

    /**
     * How alike the arms are in one column.
     *
     * @param term whether it is in the model
     * @param after weighted by overlap
     */
    public record Line(Column column, boolean term, Optional<Balance> before, Optional<Balance> after) {}

    public List<Line> balance() {
        double[] equal = new double[score.size()];
        Arrays.fill(equal, 1);
        double[] weights = weights();
        return columns.stream()
                .map(column ->
                        new Line(column, model.contains(column), balance(column, equal), balance(column, weights)))
                .toList();
    }

    private Optional<Balance> balance(Column column, double[] weights) {
        return Balance.of(column.values(), score.treated(), weights) instanceof Outcome.Found<Balance>(var balance)
                ? Optional.of(balance)
                : Optional.empty();
    }

    /** Overlap weights, one for each candidate. */
    public double[] weights() {
        return score.weights(Weighting.OVERLAP);
    }

    /** Kish's effective sample size of an arm under overlap weights. */
    public double effectiveSize(boolean first) {
        return score.effectiveSize(weights(), first);
    }

    /** How many of an arm have a score in tenths of its range from 0 to 1. */
    public List<Integer> histogram(boolean first) {
        Integer[] counts = new Integer[BINS];
        Arrays.fill(counts, 0);
        for (double one : score.sorted(first)) {
            counts[Math.min(BINS - 1, (int) (one * BINS))]++;
        }
        return List.of(counts);
    }

    /** How many of an arm have a score that lies within the other arm's range. */
    public long inSupport(boolean first) {
        double[] own = score.sorted(first);
        double[] other = score.sorted(!first);
        return Arrays.stream(own)
                .filter(one -> one >= other[0] && one <= other[other.length - 1])
                .count();
    }

    /**
     * SHA-256 of what is signed: the plan, the terms and their coefficients to the last bit, and the data position.
     *
     * @param terms ids of the covariates
     */
    public Hash fingerprint(AnalysisPlan plan, List<String> terms, long position) {
        StringBuilder text = new StringBuilder("plan " + plan.fingerprint() + "\nterms " + String.join(" ", terms)
                + "\nposition " + position + "\nunits " + score.size() + "\npenalised " + penalised + "\n");
        double[] coefficients = score.fit().coefficients();
        text.append("constant ").append(Double.toHexString(coefficients[0])).append('\n');
        for (int term = 0; term < model.size(); term++) {
            text.append(model.get(term).name())
                    .append(' ')
                    .append(Double.toHexString(coefficients[term + 1]))
                    .append('\n');
        }
        return Hash.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
