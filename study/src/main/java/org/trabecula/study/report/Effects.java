package org.trabecula.study.report;

import java.util.Optional;
import org.trabecula.statistics.causal.AugmentedWeighting;
import org.trabecula.statistics.causal.DoublyRobust;
import org.trabecula.statistics.causal.OutcomeModel;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.RefittedWeighting;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.statistics.resample.Replicates;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Timepoint;

/**
 * Every estimate of the difference between the arms in one endpoint at one visit.
 *
 * @param overlap weighted to those who could have been in either arm, among those whose status is known
 * @param augmented the same with an outcome model
 * @param everybody by inverse weights (ATE)
 * @param doublyRobust inverse weights and an outcome model (AIPW, ATE)
 * @param bootstrap the BCa interval of {@code overlap}: resampled within arms, the score fitted anew
 * @param imputed overlap-weighted among everybody, missing statuses imputed
 */
public record Effects(
        Endpoint endpoint,
        Timepoint visit,
        Judged judged,
        Outcome<PropensityScore> score,
        Outcome<Effect> overlap,
        Outcome<Effect> augmented,
        Outcome<Effect> everybody,
        Outcome<Effect> doublyRobust,
        Outcome<Interval> bootstrap,
        Outcome<Pooled> imputed) {

    static Effects of(Evidence evidence, Endpoint endpoint, Timepoint visit, Imputations imputations) {
        Judged judged = Judged.of(evidence, endpoint, visit);
        Outcome<PropensityScore> score =
                Designs.score(evidence).then(_ -> judged.score()).then(one -> overlapping(one, judged));
        return new Effects(
                endpoint,
                visit,
                judged,
                score,
                score.then(one -> weighted(one, judged.numbers(), Weighting.OVERLAP)),
                score.then(one -> AugmentedWeighting.of(one, judged.rows(), judged.events(), Weighting.OVERLAP)
                        .map(means -> new Effect(means, degrees(one)))),
                score.then(one -> weighted(one, judged.numbers(), Weighting.EVERYBODY)),
                score.then(one -> robust(one, judged)),
                score.then(one -> bootstrap(evidence, one, judged.numbers())),
                imputations.pooled(endpoint));
    }

    /** Without an event, or without a participant who has none, no weighting has anything to compare. */
    private static Outcome<PropensityScore> overlapping(PropensityScore score, Judged judged) {
        int events = judged.share(true).events() + judged.share(false).events();
        return events == 0 || events == judged.events().length
                ? Outcome.none(Shortfall.Cause.EMPTY_CELL, "Nobody or everybody has the event")
                : Outcome.of(score);
    }

    static Outcome<Effect> weighted(PropensityScore score, double[] y, Weighting weighting) {
        return WeightedComparison.of(score, y, weighting).map(one -> new Effect(one.means(), degrees(score)));
    }

    private static double degrees(PropensityScore score) {
        return Math.max(1, score.size() - score.rows()[0].length - 2);
    }

    private static Outcome<Effect> robust(PropensityScore score, Judged judged) {
        int n = judged.events().length;
        return OutcomeModel.fit(
                        Designs.withArm(judged.rows(), judged.treated()),
                        Designs.withArm(judged.rows(), Designs.all(n, true)),
                        Designs.withArm(judged.rows(), Designs.all(n, false)),
                        judged.events())
                .then(model -> DoublyRobust.of(model, score))
                .map(one -> new Effect(one.means(), degrees(score)));
    }

    private static Outcome<Interval> bootstrap(Evidence evidence, PropensityScore score, double[] y) {
        RefittedWeighting refitted = new RefittedWeighting(score, y, Weighting.OVERLAP);
        double[] times = Designs.ones(score.size());
        double original = refitted.difference(times).orElse(Double.NaN);
        double[] draws = refitted.bootstrap(
                evidence.terms().replicates(),
                number -> Philox.of(evidence.terms().seed(), number));
        double acceleration = Replicates.acceleration(influence(refitted, times, original));
        return Replicates.of(original, draws).then(all -> all.bca(evidence.level(), acceleration));
    }

    /** How much each participant moves the difference: without him, the score fitted anew. */
    private static double[] influence(RefittedWeighting refitted, double[] times, double original) {
        double[] influence = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = 0;
            influence[i] = original - refitted.difference(times).orElse(original);
            times[i] = 1;
        }
        double mean = java.util.Arrays.stream(influence).average().orElse(0);
        java.util.Arrays.setAll(influence, i -> influence[i] - mean);
        return influence;
    }

    /** The p-value that the claim rests on. */
    Optional<Double> p() {
        return overlap.value().flatMap(Effect::contrast).map(contrast -> contrast.p());
    }
}
