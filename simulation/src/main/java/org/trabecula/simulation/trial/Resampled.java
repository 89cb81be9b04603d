package org.trabecula.simulation.trial;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.RefittedWeighting;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.resample.Replicates;

/**
 * The overlap-weighted difference with a bootstrap within the arms that fits the score anew: percentile interval, and the p-value
 * at which that interval would just reach 0.
 */
record Resampled(Plan plan, double level, Luck luck) {

    Outcome<Finding> of(Judged judged, boolean fusion) {
        double[] outcome = judged.numbers();
        return judged.score()
                .then(score -> WeightedComparison.of(score, outcome, Weighting.OVERLAP)
                        .then(found ->
                                draws(score, outcome, found.means().difference().value(), fusion)))
                .map(this::finding);
    }

    private Outcome<Replicates> draws(PropensityScore score, double[] outcome, double original, boolean fusion) {
        return Replicates.of(
                original,
                new RefittedWeighting(score, outcome, Weighting.OVERLAP)
                        .bootstrap(plan.replicates(), number -> luck.replicate(fusion, number)));
    }

    private Finding finding(Replicates draws) {
        double[] sorted = draws.sorted();
        long below = Arrays.stream(sorted).filter(one -> one <= 0).count();
        long above = Arrays.stream(sorted).filter(one -> one >= 0).count();
        double p = Math.min(1, 2 * (Math.min(below, above) + 1) / (sorted.length + 1.0));
        return new Finding(draws.original(), Optional.of(draws.percentile(level)), p);
    }
}
