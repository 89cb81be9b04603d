package org.trabecula.statistics.agreement;

import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The accuracy of a test when the truth was looked up for some only, more often after one result than after the other
 * (a CT only when the X-ray is unclear). Right if, given the result, being verified does not depend on the truth.
 *
 * <p>Source: Begg CB, Greenes RA, Biometrics 1983;39:207-215; errors on the logit scale: their equations 9 and 10.
 *
 * @param positiveDiseased test positive, verified, diseased
 * @param positiveHealthy test positive, verified, healthy
 * @param positiveUnverified test positive, truth unknown
 * @param negativeDiseased test negative, verified, diseased
 * @param negativeHealthy test negative, verified, healthy
 * @param negativeUnverified test negative, truth unknown
 */
public record PartialVerification(
        int positiveDiseased,
        int positiveHealthy,
        int positiveUnverified,
        int negativeDiseased,
        int negativeHealthy,
        int negativeUnverified) {
    public PartialVerification {
        for (int count : new int[] {
            positiveDiseased, positiveHealthy, positiveUnverified, negativeDiseased, negativeHealthy, negativeUnverified
        }) {
            if (count < 0) {
                throw new IllegalArgumentException("Counts are not negative, but one is " + count);
            }
        }
    }

    /**
     * Accuracy corrected for partial verification.
     *
     * @param sensitivity the share of diseased whom the test finds
     * @param specificity the share of healthy whom it clears
     * @param sensitivityError the standard error of logit sensitivity
     * @param specificityError the standard error of logit specificity
     * @param prevalence the share diseased among all tested
     * @param positivePredictive diseased among verified positives
     * @param negativePredictive healthy among verified negatives
     */
    public record Corrected(
            double sensitivity,
            double specificity,
            double sensitivityError,
            double specificityError,
            double prevalence,
            double positivePredictive,
            double negativePredictive) {

        /** Limits of sensitivity, symmetric on the logit scale. */
        public Interval sensitivityInterval(double level) {
            return logit(sensitivity, sensitivityError, level);
        }

        /** Limits of specificity, symmetric on the logit scale. */
        public Interval specificityInterval(double level) {
            return logit(specificity, specificityError, level);
        }

        private static Interval logit(double value, double error, double level) {
            double centre = Math.log(value / (1 - value));
            double reach = Confidence.deviate(level) * error;
            return new Interval(1 / (1 + Math.exp(reach - centre)), 1 / (1 + Math.exp(-reach - centre)));
        }
    }

    /** The accuracy; missing when one of the four verified cells is empty, where the logit errors are infinite. */
    public Outcome<Corrected> corrected() {
        if (positiveDiseased == 0 || positiveHealthy == 0 || negativeDiseased == 0 || negativeHealthy == 0) {
            return Outcome.none(
                    Cause.EMPTY_CELL,
                    "Begg and Greenes' correction needs verified diseased and healthy after either result of the test");
        }
        double verified1 = (double) positiveDiseased + positiveHealthy;
        double verified0 = (double) negativeDiseased + negativeHealthy;
        double all1 = verified1 + positiveUnverified;
        double all0 = verified0 + negativeUnverified;
        double all = all1 + all0;
        double p1 = positiveDiseased / verified1;
        double p0 = negativeDiseased / verified0;
        double positive = all1 / all;
        double prevalence = positive * p1 + (1 - positive) * p0;
        double tested = all / (all1 * all0);
        return Outcome.of(new Corrected(
                positive * p1 / prevalence,
                (1 - positive) * (1 - p0) / (1 - prevalence),
                Math.sqrt(tested + (1 - p1) / (verified1 * p1) + (1 - p0) / (verified0 * p0)),
                Math.sqrt(tested + p0 / ((1 - p0) * verified0) + p1 / ((1 - p1) * verified1)),
                prevalence,
                p1,
                1 - p0));
    }

    /** The table of those verified, as if verification were at random: what is biased. */
    public DiagnosticTable verifiedOnly() {
        return new DiagnosticTable(positiveDiseased, positiveHealthy, negativeDiseased, negativeHealthy);
    }
}
