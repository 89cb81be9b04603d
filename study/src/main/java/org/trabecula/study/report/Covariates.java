package org.trabecula.study.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Text;

/**
 * What was known of the participants before their outcomes, as the signed design has it.
 *
 * @param baseline for table 1, whether in the model or not
 * @param terms of the propensity model, without the intercept
 * @param rows everybody's values of the terms, without gaps; who has none is not compared
 * @param signed the fingerprint of the design and who signed it; empty while nobody has
 * @param incomparable why the arms cannot be compared; then there are no rows
 */
public record Covariates(
        List<Baseline> baseline,
        List<Text> terms,
        Map<ParticipantId, double[]> rows,
        Optional<Signed> signed,
        Optional<Shortfall> incomparable) {
    public Covariates {
        baseline = List.copyOf(baseline);
        terms = List.copyOf(terms);
        rows = Map.copyOf(rows);
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

    /** The signature under the design. */
    public record Signed(String fingerprint, String by, String at, boolean valid) {}
}
