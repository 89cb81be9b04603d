package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.causal.Balance;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Text;

/**
 * A covariate in which the arms differ even after weighting.
 *
 * @param difference the standardised difference under overlap weights, first arm minus second, as table 1 has it
 */
public record Imbalance(Text covariate, double difference) {

    /**
     * The covariates of table 1 whose standardised difference after weighting is larger than a limit, the furthest first.
     * Nobody's outcome has a part in it.
     */
    static List<Imbalance> beyond(double limit, Evidence evidence) {
        List<Imbalance> beyond = new ArrayList<>();
        Optional<double[]> weights = Designs.score(evidence).value().map(score -> score.weights(Weighting.OVERLAP));
        if (weights.isPresent()) {
            for (Covariates.Baseline one : evidence.covariates().baseline()) {
                difference(evidence.compared(), one.values(), weights)
                        .value()
                        .filter(smd -> Math.abs(smd) > limit)
                        .ifPresent(smd -> beyond.add(new Imbalance(one.label(), smd)));
            }
        }
        return beyond.stream()
                .sorted(Comparator.comparingDouble((Imbalance one) -> -Math.abs(one.difference())))
                .toList();
    }

    /**
     * The standardised difference among those whose value is known.
     *
     * @param weights one for each subject; empty for the difference before weighting
     */
    static Outcome<Double> difference(
            List<Subject> all, Map<ParticipantId, Double> values, Optional<double[]> weights) {
        List<Subject> known = new ArrayList<>();
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Double value = values.get(all.get(i).id());
            if (value != null) {
                known.add(all.get(i));
                pairs.add(new double[] {value, weights.isPresent() ? weights.get()[i] : 1});
            }
        }
        return Balance.of(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                        Judged.treated(known),
                        pairs.stream().mapToDouble(pair -> pair[1]).toArray())
                .then(balance -> balance.difference().isPresent()
                        ? Outcome.of(balance.difference().getAsDouble())
                        : Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody differs within an arm"));
    }
}
