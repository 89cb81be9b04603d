package org.trabecula.study.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Text;

/**
 * What was known of the participants before their outcomes, as the signed design has it.
 *
 * @param baseline for table 1, whether in the model or not
 * @param terms of the propensity model, without the intercept
 * @param rows everybody's values of the terms, without gaps; who has none is not compared
 * @param columns every covariate of the plan as numbers without gaps, terms or not; empty where the arms cannot be compared
 * @param signed the fingerprint of the design and who signed it; empty while nobody has
 * @param incomparable why the arms cannot be compared; then there are no rows
 */
public record Covariates(
        List<Baseline> baseline,
        List<Text> terms,
        Map<ParticipantId, double[]> rows,
        List<Column> columns,
        Optional<Signed> signed,
        Optional<Shortfall> incomparable) {
    public Covariates {
        baseline = List.copyOf(baseline);
        terms = List.copyOf(terms);
        rows = Map.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** With nothing known but the terms. */
    public Covariates(
            List<Baseline> baseline,
            List<Text> terms,
            Map<ParticipantId, double[]> rows,
            Optional<Signed> signed,
            Optional<Shortfall> incomparable) {
        this(baseline, terms, rows, terms(terms, rows), signed, incomparable);
    }

    private static List<Column> terms(List<Text> terms, Map<ParticipantId, double[]> rows) {
        return IntStream.range(0, terms.size())
                .mapToObj(term -> new Column(
                        terms.get(term),
                        rows.values().stream().anyMatch(row -> row[term] != 0 && row[term] != 1),
                        true,
                        rows.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue()[term]))))
                .toList();
    }

    /** Of a study without a design: nobody has covariates, and nothing is weighted. */
    public static Covariates none() {
        return new Covariates(List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * A characteristic.
     *
     * @param binary yes or no, as 1 and 0
     * @param values those that are known
     */
    public record Baseline(Text label, boolean binary, Map<ParticipantId, Double> values) {
        public Baseline {
            values = Map.copyOf(values);
        }
    }

    /** The column of a covariate, or of one value of a categorical one. */
    Optional<Column> column(Text label) {
        return columns.stream().filter(one -> one.label().equals(label)).findFirst();
    }

    /**
     * A covariate as numbers.
     *
     * @param continuous rather than yes or no as 1 and 0
     * @param term whether the propensity model has it
     * @param values everybody's, a missing one replaced as the plan says
     */
    public record Column(Text label, boolean continuous, boolean term, Map<ParticipantId, Double> values) {
        public Column {
            values = Map.copyOf(values);
        }

        Optional<Double> value(ParticipantId id) {
            return Optional.ofNullable(values.get(id));
        }
    }

    /** The signature under the design. */
    public record Signed(String fingerprint, String by, String at, boolean valid) {}
}
