package org.trabecula.study.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.RefittedWeighting;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.statistics.resample.Replicates;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.report.ImputationModel.Target;

/**
 * Every estimate of the difference between the arms in one endpoint at one visit.
 *
 * @param estimates the same difference by other estimators
 * @param overlap weighted to those who could have been in either arm, among those whose status is known
 * @param augmentation the same with an outcome model
 * @param bootstrap the BCa interval of {@code overlap}: resampled within arms, the score fitted anew
 * @param imputed overlap-weighted among everybody, missing statuses imputed
 * @param imputedAsClaimed the same by the claim's estimator
 * @param claim which of them the claim rests on
 */
public record Effects(
        Endpoint endpoint,
        Timepoint visit,
        Judged judged,
        Outcome<PropensityScore> score,
        Estimates estimates,
        Outcome<Effect> overlap,
        Augmentation augmentation,
        Outcome<Interval> bootstrap,
        Outcome<Pooled> imputed,
        Outcome<Pooled> imputedAsClaimed,
        Claim claim) {

    static Effects of(Evidence evidence, Endpoint endpoint, Timepoint visit, Imputations imputations) {
        Judged judged = Judged.of(evidence, endpoint, visit);
        Outcome<PropensityScore> score =
                Designs.score(evidence).then(_ -> judged.score()).then(one -> overlapping(one, judged));
        List<Imbalance> imbalances = evidence.augmentAbove()
                .map(limit -> Imbalance.beyond(limit, evidence))
                .orElse(List.of());
        Estimates estimates = new Estimates(evidence, imbalances);
        Outcome<Effect> overlap = estimates.by(Estimator.OVERLAP_WEIGHTS, judged, score);
        Target target = new Target(endpoint, visit);
        Estimator estimator = estimates.claiming();
        Outcome<Pooled> imputed =
                imputations.pooled(target, all -> completed(estimates, Estimator.OVERLAP_WEIGHTS, all));
        Outcome<Pooled> asClaimed = estimator == Estimator.OVERLAP_WEIGHTS
                ? imputed
                : imputations.pooled(target, all -> completed(estimates, estimator, all));
        return new Effects(
                endpoint,
                visit,
                judged,
                score,
                estimates,
                overlap,
                Augmentation.of(evidence, judged, score, imbalances),
                score.then(one -> bootstrap(evidence, one, judged.numbers())),
                imputed,
                asClaimed,
                evidence.imputing()
                        ? Claim.imputed(estimator, evidence.variance(), imbalances, asClaimed)
                        : Claim.of(estimator, imbalances, estimates.by(estimator, judged, score)));
    }

    /** Of a completed data set: everybody is there, so the score is that of the design. */
    private static Outcome<Effect> completed(Estimates estimates, Estimator estimator, Judged all) {
        return estimates.by(estimator, all, Designs.score(estimates.evidence()));
    }

    /** Of everybody, as the claim is estimated. */
    Outcome<Effect> completed(Judged all) {
        return completed(estimates, claim.estimator(), all);
    }

    /** Among those whose status is known; of the unadjusted estimator the counts speak. */
    Outcome<Effect> by(Estimator estimator) {
        return estimator == Estimator.AUGMENTED_OVERLAP
                ? augmentation.effect()
                : estimates.by(estimator, judged, score);
    }

    /** The estimators of T3: the plan's, the one that carries the claim, then the companions in the plan's order. */
    List<Estimator> planned(Evidence evidence) {
        return Stream.concat(Stream.of(evidence.estimator(), claim.estimator()), evidence.companions().stream())
                .distinct()
                .toList();
    }

    /** Whether the score needed Firth's penalty, because covariates tell the arms apart in part. */
    public boolean penalised() {
        return PropensityScore.separated(PropensityScore.fit(judged.rows(), judged.treated()));
    }

    /** Overlap-weighted, with the error that the plan does not want: the jackknife beside the sandwich, or it beside that. */
    Outcome<Effect> otherwise() {
        Variance other =
                estimates.evidence().variance() == Variance.SANDWICH ? Variance.ONE_STEP_JACKKNIFE : Variance.SANDWICH;
        return score.then(one -> Estimates.weighted(one, judged.numbers(), Weighting.OVERLAP, other));
    }

    /** Overlap-weighted and augmented by an outcome model. */
    public Outcome<Effect> augmented() {
        return augmentation.effect();
    }

    /** Without an event, or without a participant who has none, no weighting has anything to compare. */
    private static Outcome<PropensityScore> overlapping(PropensityScore score, Judged judged) {
        int events = judged.share(true).events() + judged.share(false).events();
        return events == 0 || events == judged.events().length
                ? Outcome.none(Shortfall.Cause.EMPTY_CELL, "Nobody or everybody has the event")
                : Outcome.of(score);
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
        return claim.p();
    }
}
