package org.trabecula.statistics.causal;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.trabecula.statistics.regression.LogisticSolver;

/**
 * The weighted difference of a resample, with the propensity score fitted anew: a workspace that is used for one resample
 * after another without allocating. Units are not copied but counted, and each fit starts from the whole data's
 * coefficients, so that it takes two or three steps.
 *
 * <p>Belongs to one thread; threads that share the work make one each.
 *
 * <p>Source: Efron B, Tibshirani RJ, An Introduction to the Bootstrap, 1993, section 8.4, on resampling within groups;
 * Austin PC, Stat Med 2022;41:4426-4443, on refitting the score in each resample.
 */
public final class RefittedWeighting {
    /** The last step moves a linear predictor by less than this, which leaves an error of about its square. */
    private static final double TOLERANCE = 1e-3;

    private final PropensityScore score;
    private final double[] outcome;
    private final Weighting weighting;
    private final LogisticSolver solver;
    private final double[] beta;
    private final double[] counts;
    private final int[] treated;
    private final int[] controls;

    /**
     * @param score the score of the whole data
     * @param outcome each unit's number; 0 and 1 for events
     * @param weighting for whom the comparison speaks
     * @throws IllegalArgumentException if lengths differ or an outcome is not finite
     */
    public RefittedWeighting(PropensityScore score, double[] outcome, Weighting weighting) {
        Outcomes.require(outcome, score.size());
        this.score = score;
        this.outcome = outcome.clone();
        this.weighting = weighting;
        this.solver = new LogisticSolver(score.rows(), score.treated(), TOLERANCE);
        this.beta = new double[score.fit().coefficients().length];
        this.counts = new double[score.size()];
        this.treated = members(score.treated(), true);
        this.controls = members(score.treated(), false);
    }

    /**
     * Differences of many resamples. Each draws as many treated and as many controls as there are, with replacement.
     *
     * @param replicates how many resamples
     * @param streams the random numbers of each resample, by its number
     * @return the differences of those resamples in which the score could be fitted, in order of their number; shorter
     *     than {@code replicates} when covariates told the arms apart in some
     */
    public double[] bootstrap(int replicates, IntFunction<? extends RandomGenerator> streams) {
        double[] differences = new double[replicates];
        int found = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            RandomGenerator chance = streams.apply(replicate);
            Arrays.fill(counts, 0);
            draw(chance, treated);
            draw(chance, controls);
            OptionalDouble difference = difference(counts);
            if (difference.isPresent()) {
                differences[found++] = difference.getAsDouble();
            }
        }
        return Arrays.copyOf(differences, found);
    }

    /**
     * Treated minus control of one resample.
     *
     * @param times how often each unit was drawn; fractions are allowed, as in Bayesian resampling
     * @return the difference; empty when the score cannot be fitted or an arm has nobody
     */
    public OptionalDouble difference(double[] times) {
        Outcomes.requireLength(times.length, outcome.length);
        System.arraycopy(score.fit().coefficients(), 0, beta, 0, beta.length);
        if (solver.solve(times, beta) != LogisticSolver.Status.CONVERGED) {
            return OptionalDouble.empty();
        }
        double share = share(times);
        double weight1 = 0;
        double weight0 = 0;
        double sum1 = 0;
        double sum0 = 0;
        for (int unit = 0; unit < times.length; unit++) {
            if (times[unit] > 0) {
                double e = 1 / (1 + Math.exp(-solver.predictor(unit, beta)));
                boolean arm = score.treated()[unit];
                double weight = times[unit] * weighting.weight(arm, e, share);
                if (arm) {
                    weight1 += weight;
                    sum1 += weight * outcome[unit];
                } else {
                    weight0 += weight;
                    sum0 += weight * outcome[unit];
                }
            }
        }
        return weight1 > 0 && weight0 > 0 ? OptionalDouble.of(sum1 / weight1 - sum0 / weight0) : OptionalDouble.empty();
    }

    private double share(double[] times) {
        double sum = 0;
        double own = 0;
        for (int unit = 0; unit < times.length; unit++) {
            sum += times[unit];
            own += score.treated()[unit] ? times[unit] : 0;
        }
        return own / sum;
    }

    private void draw(RandomGenerator chance, int[] members) {
        for (int k = 0; k < members.length; k++) {
            counts[members[chance.nextInt(members.length)]]++;
        }
    }

    private static int[] members(boolean[] treated, boolean arm) {
        int[] all = new int[treated.length];
        int count = 0;
        for (int unit = 0; unit < treated.length; unit++) {
            if (treated[unit] == arm) {
                all[count++] = unit;
            }
        }
        return Arrays.copyOf(all, count);
    }
}
