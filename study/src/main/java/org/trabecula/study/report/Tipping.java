package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.dataset.Subject;

/**
 * What would have to be true of those whose status is missing for the conclusion to tip: the overlap-weighted difference with a
 * risk put in for the missing of either arm.
 *
 * @param missing of the first and of the second arm
 * @param points by the risk among the missing of the first arm, then of the second, 0 to 1 by tenths; empty where there is no
 *     estimate
 */
public record Tipping(Effects effects, List<Integer> missing, List<Point> points) {
    private static final int STEPS = 10;

    /**
     * One assumption.
     *
     * @param first the risk among the missing of the first arm
     * @param second the same of the second
     * @param p of the difference
     */
    public record Point(double first, double second, double difference, double p) {}

    static Tipping of(Evidence evidence, Effects effects) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                double first = (double) i / STEPS;
                double second = (double) j / STEPS;
                Optional<Contrast> contrast =
                        filled(evidence, effects, first, second).value().flatMap(Effect::contrast);
                contrast.ifPresent(one -> points.add(new Point(first, second, one.estimate(), one.p())));
            }
        }
        return new Tipping(effects, List.of(missing(evidence, effects, 0), missing(evidence, effects, 1)), points);
    }

    private static int missing(Evidence evidence, Effects effects, int arm) {
        return (int) evidence.data().arm(arm).stream()
                .filter(one ->
                        one.status(effects.endpoint(), effects.visit()).yes().isEmpty())
                .count();
    }

    /** The difference among everybody, the missing of each arm having the event with these chances. */
    private static Outcome<Effect> filled(Evidence evidence, Effects effects, double first, double second) {
        List<Subject> all = evidence.compared();
        double[] y = new double[all.size()];
        for (int i = 0; i < y.length; i++) {
            double chance = all.get(i).arm() == 0 ? first : second;
            y[i] = all.get(i)
                    .status(effects.endpoint(), effects.visit())
                    .yes()
                    .map(yes -> yes ? 1.0 : 0.0)
                    .orElse(chance);
        }
        return Designs.score(evidence)
                .then(score -> Estimates.weighted(
                        score, y, Estimates.weighting(effects.claim().estimator()), evidence.variance()));
    }
}
