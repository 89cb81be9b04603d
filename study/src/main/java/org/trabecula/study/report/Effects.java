package org.trabecula.study.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.statistics.causal.DoublyRobust;
import org.trabecula.statistics.causal.OutcomeModel;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.RefittedWeighting;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimating.FewUnits;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.statistics.resample.Replicates;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.report.ImputationModel.Target;

/**
 * Every estimate of the difference between the arms in one endpoint at one visit.
 *
 * @param overlap weighted to those who could have been in either arm, among those whose status is known
 * @param augmentation the same with an outcome model
 * @param everybody by inverse weights (ATE)
 * @param doublyRobust inverse weights and an outcome model (AIPW, ATE)
 * @param bootstrap the BCa interval of {@code overlap}: resampled within arms, the score fitted anew
 * @param imputed overlap-weighted among everybody, missing statuses imputed
 * @param claim which of them the claim rests on
 */
public record Effects(
        Endpoint endpoint,
        Timepoint visit,
        Judged judged,
        Outcome<PropensityScore> score,
        Outcome<Effect> overlap,
        Augmentation augmentation,
        Outcome<Effect> everybody,
        Outcome<Effect> doublyRobust,
        Outcome<Interval> bootstrap,
        Outcome<Pooled> imputed,
        Claim claim) {

    static Effects of(Evidence evidence, Endpoint endpoint, Timepoint visit, Imputations imputations) {
        Judged judged = Judged.of(evidence, endpoint, visit);
        Outcome<PropensityScore> score =
                Designs.score(evidence).then(_ -> judged.score()).then(one -> overlapping(one, judged));
        Outcome<Effect> overlap = score.then(one -> weighted(one, judged.numbers(), Weighting.OVERLAP));
        List<Imbalance> imbalances = evidence.augmentAbove()
                .map(limit -> Imbalance.beyond(limit, evidence))
                .orElse(List.of());
        Augmentation augmentation = Augmentation.of(evidence, judged, score, imbalances);
        Target target = new Target(endpoint, visit);
        Outcome<Pooled> imputed = imputations.pooled(target, all -> overlap(evidence, all));
        Outcome<Effect> everybody = planned(
                evidence,
                Estimator.INVERSE_WEIGHTS,
                score,
                one -> weighted(one, judged.numbers(), Weighting.EVERYBODY));
        Outcome<Effect> robust = planned(evidence, Estimator.DOUBLY_ROBUST, score, one -> robust(one, judged));
        Claim claim = switch (evidence.estimator()) {
            case OVERLAP_WEIGHTS -> claim(evidence, imbalances, overlap, augmentation, imputed, imputations, target);
            case AUGMENTED_OVERLAP -> Claim.of(Estimator.AUGMENTED_OVERLAP, imbalances, augmentation.effect());
            case INVERSE_WEIGHTS -> Claim.of(Estimator.INVERSE_WEIGHTS, List.of(), everybody);
            case DOUBLY_ROBUST -> Claim.of(Estimator.DOUBLY_ROBUST, List.of(), robust);
            case TREATED_WEIGHTS -> Claim.of(Estimator.TREATED_WEIGHTS, List.of(), treated(score, judged));
            case UNADJUSTED -> Claim.unadjusted(judged);
        };
        return new Effects(
                endpoint,
                visit,
                judged,
                score,
                overlap,
                augmentation,
                everybody,
                robust,
                score.then(one -> bootstrap(evidence, one, judged.numbers())),
                imputed,
                claim);
    }

    /** What the plan does not name is not computed. */
    private static Outcome<Effect> planned(
            Evidence evidence,
            Estimator estimator,
            Outcome<PropensityScore> score,
            Function<PropensityScore, Outcome<Effect>> effect) {
        return evidence.estimator() == estimator || evidence.companions().contains(estimator)
                ? score.then(effect)
                : Outcome.none(Shortfall.Cause.ALL_MISSING, "The plan does not ask for it");
    }

    private static Outcome<Effect> treated(Outcome<PropensityScore> score, Judged judged) {
        return score.then(one -> weighted(one, judged.numbers(), Weighting.TREATED));
    }

    /** Among those whose status is known; of the unadjusted estimator the counts speak, and there is none here. */
    Outcome<Effect> by(Estimator estimator) {
        return switch (estimator) {
            case OVERLAP_WEIGHTS -> overlap;
            case AUGMENTED_OVERLAP -> augmented();
            case INVERSE_WEIGHTS -> everybody;
            case DOUBLY_ROBUST -> doublyRobust;
            case TREATED_WEIGHTS -> treated(score, judged);
            case UNADJUSTED -> Outcome.none(Shortfall.Cause.ALL_MISSING, "Counts are not weighted");
        };
    }

    /** The estimators of T3: the plan's, the one that carries the claim, then the companions in the plan's order. */
    List<Estimator> planned(Evidence evidence) {
        return Stream.concat(Stream.of(evidence.estimator(), claim.estimator()), evidence.companions().stream())
                .distinct()
                .toList();
    }

    /** Of a completed data set: everybody is there, so the score is that of the design. */
    private static Outcome<Effect> overlap(Evidence evidence, Judged all) {
        return Designs.score(evidence).then(score -> weighted(score, all.numbers(), Weighting.OVERLAP));
    }

    /**
     * The weighted difference; augmented where covariates are still out of balance and the plan wants it then; with missing
     * values imputed where it wants that.
     */
    private static Claim claim(
            Evidence evidence,
            List<Imbalance> imbalances,
            Outcome<Effect> overlap,
            Augmentation augmentation,
            Outcome<Pooled> imputed,
            Imputations imputations,
            Target target) {
        boolean augmented = !imbalances.isEmpty();
        Estimator estimator = augmented ? Estimator.AUGMENTED_OVERLAP : Estimator.OVERLAP_WEIGHTS;
        if (!evidence.imputing()) {
            return Claim.of(estimator, imbalances, augmented ? augmentation.effect() : overlap);
        }
        return Claim.imputed(
                estimator,
                imbalances,
                augmented
                        ? imputations.pooled(
                                target,
                                all -> Augmentation.of(evidence, all, Designs.score(evidence), imbalances)
                                        .effect())
                        : imputed);
    }

    /** Overlap-weighted, with an error that allows for there being few participants. */
    Outcome<Effect> jackknifed() {
        return score.then(one -> WeightedComparison.corrected(
                        one, judged.numbers(), Weighting.OVERLAP, FewUnits.ONE_STEP_JACKKNIFE)
                .map(means -> new Effect(means, degrees(one))));
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

    static Outcome<Effect> weighted(PropensityScore score, double[] y, Weighting weighting) {
        return WeightedComparison.of(score, y, weighting).map(one -> new Effect(one.means(), degrees(score)));
    }

    static double degrees(PropensityScore score) {
        return Math.max(1, score.size() - score.rows()[0].length - 2);
    }

    private static Outcome<Effect> robust(PropensityScore score, Judged judged) {
        int n = judged.events().length;
        double[][] rows = Designs.withArm(judged.rows(), judged.treated());
        double[][] first = Designs.withArm(judged.rows(), Designs.all(n, true));
        double[][] second = Designs.withArm(judged.rows(), Designs.all(n, false));
        Outcome<OutcomeModel> plain = OutcomeModel.fit(rows, first, second, judged.events());
        boolean separated = plain instanceof Outcome.Missing<OutcomeModel>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION;
        return (separated ? OutcomeModel.penalised(rows, first, second, judged.events()) : plain)
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
        return claim.p();
    }
}
