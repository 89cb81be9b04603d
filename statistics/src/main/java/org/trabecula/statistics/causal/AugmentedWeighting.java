package org.trabecula.statistics.causal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimating.EstimatingEquations;
import org.trabecula.statistics.estimating.FewUnits;
import org.trabecula.statistics.estimating.LogisticScore;
import org.trabecula.statistics.estimating.MEstimate;
import org.trabecula.statistics.estimating.MEstimation;
import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.regression.FirthRegression;
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * Weighting for any {@link Weighting}, augmented by outcome models that are fitted in each arm:
 *
 * <p>mean = sum h m(x) / sum h + sum w (y - m(x)) / sum w, the first over everybody and the second over the arm, both
 * divided by their own sums of weights. For everybody it is doubly robust; for overlap weights a right outcome model gains
 * precision, and the score must be right because it says whom the comparison is for.
 *
 * <p>Source: Mao H, Li L, Greene T, Stat Methods Med 2019;28:2439-2454, equations 8 and 9. R: {@code
 * PSweight(augmentation = TRUE, family = "binomial")}.
 */
public final class AugmentedWeighting {
    private AugmentedWeighting() {}

    /**
     * Estimates both risks.
     *
     * @param score the fitted score
     * @param rows the outcome models' design, n rows with a column of ones and without the arm
     * @param events whether each unit has the event
     * @param weighting for whom the comparison speaks
     * @return the risks with the covariance of all models' equations stacked on theirs; {@code SEPARATION} or
     *     {@code SINGULAR} when an arm's outcome model has no fit
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<PotentialMeans> of(
            PropensityScore score, double[][] rows, boolean[] events, Weighting weighting) {
        return of(score, rows, events, weighting, FewUnits.NONE);
    }

    /**
     * The same with a covariance that allows for few units.
     *
     * @return as without; {@code SINGULAR} too when a unit cannot be left out
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<PotentialMeans> of(
            PropensityScore score, double[][] rows, boolean[] events, Weighting weighting, FewUnits correction) {
        Outcomes.requireLength(rows.length, score.size());
        Outcomes.requireLength(events.length, score.size());
        return inArm(score, rows, events, true)
                .then(one -> inArm(score, rows, events, false)
                        .then(other -> new Equations(score, rows, events, weighting).at(one, other, correction)));
    }

    /**
     * The same with Firth's penalty in both outcome models, which have a fit even when columns tell events and non-events
     * apart. The sandwich is that of the equations without the penalty, taken at the penalised estimate.
     *
     * @return the risks; {@code SINGULAR} when an arm's columns are collinear
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<PotentialMeans> penalised(
            PropensityScore score, double[][] rows, boolean[] events, Weighting weighting) {
        return penalised(score, rows, events, weighting, FewUnits.NONE);
    }

    /**
     * The same with a covariance that allows for few units.
     *
     * @return as without; {@code SINGULAR} too when a unit cannot be left out
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<PotentialMeans> penalised(
            PropensityScore score, double[][] rows, boolean[] events, Weighting weighting, FewUnits correction) {
        Outcomes.requireLength(rows.length, score.size());
        Outcomes.requireLength(events.length, score.size());
        return penalised(score, rows, events, true)
                .then(one -> penalised(score, rows, events, false)
                        .then(other -> new Equations(score, rows, events, weighting).at(one, other, correction)));
    }

    private static Outcome<LogisticFit> penalised(
            PropensityScore score, double[][] rows, boolean[] events, boolean arm) {
        int[] members = IntStream.range(0, rows.length)
                .filter(unit -> score.treated()[unit] == arm)
                .toArray();
        double[][] own = new double[members.length][];
        boolean[] responses = new boolean[members.length];
        for (int k = 0; k < members.length; k++) {
            own[k] = rows[members[k]];
            responses[k] = events[members[k]];
        }
        return FirthRegression.fit(own, responses).map(FirthRegression::estimate);
    }

    private static Outcome<LogisticFit> inArm(PropensityScore score, double[][] rows, boolean[] events, boolean arm) {
        double[] members = new double[rows.length];
        Arrays.setAll(members, unit -> score.treated()[unit] == arm ? 1 : 0);
        return LogisticRegression.fit(rows, events, members);
    }

    /**
     * Theta is the score's coefficients, the treated's model, the controls' model, then for each arm the tilted mean
     * prediction and the weighted mean residual.
     */
    private static final class Equations implements EstimatingEquations {
        private final PropensityScore score;
        private final boolean[] events;
        private final double share;
        private final Weighting weighting;
        private final LogisticScore treatment;
        private final LogisticScore treatedRisk;
        private final LogisticScore controlRisk;
        private final int at;

        Equations(PropensityScore score, double[][] rows, boolean[] events, Weighting weighting) {
            int first = score.fit().coefficients().length;
            int columns = rows[0].length;
            boolean[] controls = new boolean[events.length];
            for (int unit = 0; unit < controls.length; unit++) {
                controls[unit] = !score.treated()[unit];
            }
            this.score = score;
            this.events = events;
            this.share = score.share();
            this.weighting = weighting;
            this.treatment = new LogisticScore(score.rows(), score.treated(), Outcomes.everybody(events.length), 0);
            this.treatedRisk = new LogisticScore(rows, events, score.treated(), first);
            this.controlRisk = new LogisticScore(rows, events, controls, first + columns);
            this.at = first + 2 * columns;
        }

        /** The models are given, and both parts of each mean follow from them in closed form. */
        Outcome<PotentialMeans> at(LogisticFit one, LogisticFit other, FewUnits correction) {
            double[] theta = new double[parameters()];
            treatment.start(theta, score.fit());
            treatedRisk.start(theta, one);
            controlRisk.start(theta, other);
            double[] sums = new double[4];
            double[] weights = new double[4];
            for (int unit = 0; unit < units(); unit++) {
                boolean treated = score.treated()[unit];
                double e = score.scores()[unit];
                LogisticScore own = treated ? treatedRisk : controlRisk;
                int residual = treated ? 1 : 3;
                double weight = weighting.weight(treated, e, share);
                sums[0] += weighting.tilt(e) * treatedRisk.probability(unit, theta);
                sums[2] += weighting.tilt(e) * controlRisk.probability(unit, theta);
                sums[residual] += weight * ((events[unit] ? 1 : 0) - own.probability(unit, theta));
                weights[0] += weighting.tilt(e);
                weights[2] += weighting.tilt(e);
                weights[residual] += weight;
            }
            for (int part = 0; part < 4; part++) {
                theta[at + part] = sums[part] / weights[part];
            }
            return MEstimation.at(this, theta, correction).map(this::means);
        }

        /** Each mean is the sum of its two parts. */
        private PotentialMeans means(MEstimate root) {
            double[] theta = root.parameters();
            double[][] sums = {{1, 1, 0, 0}, {0, 0, 1, 1}};
            return new PotentialMeans(
                    theta[at] + theta[at + 1],
                    theta[at + 2] + theta[at + 3],
                    Products.sandwich(sums, root.covariance(at, at + 1, at + 2, at + 3)));
        }

        @Override
        public int parameters() {
            return at + 4;
        }

        @Override
        public int units() {
            return events.length;
        }

        @Override
        public void add(int unit, double[] theta, double[] psi, double[][] slope) {
            treatment.add(unit, theta, psi, slope);
            treatedRisk.add(unit, theta, psi, slope);
            controlRisk.add(unit, theta, psi, slope);
            prediction(unit, theta, psi, slope, treatedRisk, at);
            prediction(unit, theta, psi, slope, controlRisk, at + 2);
            boolean treated = score.treated()[unit];
            residual(unit, theta, psi, slope, treated ? treatedRisk : controlRisk, treated ? at + 1 : at + 3);
        }

        private void prediction(
                int unit, double[] theta, double[] psi, double[][] slope, LogisticScore model, int own) {
            double e = treatment.probability(unit, theta);
            double tilt = weighting.tilt(e);
            double p = model.probability(unit, theta);
            psi[own] += tilt * (p - theta[own]);
            slope[own][own] -= tilt;
            model.chain(slope[own], model.rows()[unit], tilt * p * (1 - p));
            treatment.chain(slope[own], score.rows()[unit], weighting.tiltSlope(e) * (p - theta[own]));
        }

        private void residual(int unit, double[] theta, double[] psi, double[][] slope, LogisticScore model, int own) {
            boolean treated = score.treated()[unit];
            double e = treatment.probability(unit, theta);
            double weight = weighting.weight(treated, e, share);
            double p = model.probability(unit, theta);
            double residual = (events[unit] ? 1 : 0) - p - theta[own];
            psi[own] += weight * residual;
            slope[own][own] -= weight;
            model.chain(slope[own], model.rows()[unit], -weight * p * (1 - p));
            treatment.chain(slope[own], score.rows()[unit], weighting.slope(treated, e, share) * residual);
        }
    }
}
