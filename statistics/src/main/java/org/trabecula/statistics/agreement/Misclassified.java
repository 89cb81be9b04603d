package org.trabecula.statistics.agreement;

import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.proportion.Proportion;

/**
 * A proportion that was read with errors, and what it would be without them.
 *
 * <p>Source: Rogan WJ, Gladen B, Am J Epidemiol 1978;107:71-76. The corrected share is not cut off at 0 and 1: outside,
 * the data contradict the stated errors.
 *
 * @param observed positives as read
 * @param sensitivity the probability that a true positive is read as one
 * @param specificity the probability that a true negative is read as one
 */
public record Misclassified(Proportion observed, double sensitivity, double specificity) {
    /** @throws IllegalArgumentException if a probability is outside [0, 1] */
    public Misclassified {
        if (!(sensitivity >= 0 && sensitivity <= 1 && specificity >= 0 && specificity <= 1)) {
            throw new IllegalArgumentException("Sensitivity and specificity lie between 0 and 1, but they are "
                    + sensitivity + " and " + specificity);
        }
    }

    /**
     * The share without errors.
     *
     * @param value the share
     * @param knownVariance its variance when sensitivity and specificity are known
     * @param estimationVariance what is added when they were estimated
     */
    public record Corrected(double value, double knownVariance, double estimationVariance) {}

    /**
     * The correction.
     *
     * @param validated how many true positives, and how many true negatives, sensitivity and specificity were estimated
     *     from; infinite when they are known
     * @return the share; missing without observations, and when sensitivity and specificity add up to 1, where the
     *     reading says nothing
     */
    public Outcome<Corrected> corrected(double validated) {
        if (!(validated > 0)) {
            throw new IllegalArgumentException("A validation sample has members, but it has " + validated);
        }
        double information = sensitivity + specificity - 1;
        if (observed.total() == 0) {
            return Outcome.none(Cause.TOO_FEW, "Nobody was read");
        }
        if (Math.abs(information) < 1e-12) {
            return Outcome.none(
                    Cause.SINGULAR,
                    "Sensitivity and specificity add up to 1: the reading says nothing about the truth");
        }
        double share = observed.rate().orElseThrow();
        double value = (share + specificity - 1) / information;
        double square = information * information;
        double spread = value * value * sensitivity * (1 - sensitivity)
                + (1 - value) * (1 - value) * specificity * (1 - specificity);
        return Outcome.of(
                new Corrected(value, share * (1 - share) / observed.total() / square, spread / validated / square));
    }
}
