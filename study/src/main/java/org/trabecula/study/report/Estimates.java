package org.trabecula.study.report;

import java.util.List;
import java.util.function.Function;
import org.trabecula.statistics.causal.DoublyRobust;
import org.trabecula.statistics.causal.OutcomeModel;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimating.FewUnits;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;

/**
 * The difference between the arms by any of the plan's estimators, with the error that the plan wants.
 *
 * @param imbalances the covariates that an outcome model has to take in first
 */
record Estimates(Evidence evidence, List<Imbalance> imbalances) {

    /** The plan's estimator, augmented where covariates are still out of balance and the plan wants it then. */
    Estimator claiming() {
        return evidence.estimator() == Estimator.OVERLAP_WEIGHTS && !imbalances.isEmpty()
                ? Estimator.AUGMENTED_OVERLAP
                : evidence.estimator();
    }

    /** Of those whose status is known, or was put in; the score is theirs. */
    Outcome<Effect> by(Estimator estimator, Judged judged, Outcome<PropensityScore> score) {
        return switch (estimator) {
            case OVERLAP_WEIGHTS, INVERSE_WEIGHTS, TREATED_WEIGHTS ->
                score.then(one -> weighted(one, judged.numbers(), weighting(estimator), evidence.variance()));
            case AUGMENTED_OVERLAP ->
                Augmentation.of(evidence, judged, score, imbalances).effect();
            case DOUBLY_ROBUST -> score.then(one -> robust(one, judged));
            case UNADJUSTED -> judged.counted();
        };
    }

    /** For whom an estimator speaks; counts are not weighted, and what weights them anyway takes the overlap. */
    static Weighting weighting(Estimator estimator) {
        return switch (estimator) {
            case OVERLAP_WEIGHTS, AUGMENTED_OVERLAP, UNADJUSTED -> Weighting.OVERLAP;
            case INVERSE_WEIGHTS, DOUBLY_ROBUST -> Weighting.EVERYBODY;
            case TREATED_WEIGHTS -> Weighting.TREATED;
        };
    }

    static Outcome<Effect> weighted(PropensityScore score, double[] y, Weighting weighting, Variance variance) {
        return effect(score, variance, few -> WeightedComparison.corrected(score, y, weighting, few));
    }

    private Outcome<Effect> robust(PropensityScore score, Judged judged) {
        int n = judged.events().length;
        double[][] rows = Designs.withArm(judged.rows(), judged.treated());
        double[][] first = Designs.withArm(judged.rows(), Designs.all(n, true));
        double[][] second = Designs.withArm(judged.rows(), Designs.all(n, false));
        Outcome<OutcomeModel> plain = OutcomeModel.fit(rows, first, second, judged.events());
        boolean separated = plain instanceof Outcome.Missing<OutcomeModel>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION;
        Outcome<OutcomeModel> model = separated ? OutcomeModel.penalised(rows, first, second, judged.events()) : plain;
        return model.then(found -> effect(
                score,
                evidence.variance(),
                few -> DoublyRobust.of(found, score, few).map(DoublyRobust::means)));
    }

    /** With the error that is wanted; where somebody cannot be left out, with the sandwich. */
    static Outcome<Effect> effect(
            PropensityScore score, Variance wanted, Function<FewUnits, Outcome<PotentialMeans>> means) {
        if (wanted == Variance.ONE_STEP_JACKKNIFE) {
            Outcome<PotentialMeans> jackknifed = means.apply(FewUnits.ONE_STEP_JACKKNIFE);
            boolean alone = jackknifed instanceof Outcome.Missing<PotentialMeans>(var shortfall)
                    && shortfall.cause() == Shortfall.Cause.SINGULAR;
            if (!alone) {
                return jackknifed.map(one -> new Effect(one, degrees(score), Variance.ONE_STEP_JACKKNIFE));
            }
        }
        return means.apply(FewUnits.NONE).map(one -> new Effect(one, degrees(score), Variance.SANDWICH));
    }

    /** Participants less the terms of the score and both means. */
    private static double degrees(PropensityScore score) {
        return Math.max(1, score.size() - score.rows()[0].length - 2);
    }
}
