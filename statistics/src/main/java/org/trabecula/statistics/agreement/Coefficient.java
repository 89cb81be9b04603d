package org.trabecula.statistics.agreement;

import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * A chance-corrected coefficient of agreement, (observed - chance)/(1 - chance).
 *
 * @param value the coefficient, at most 1
 * @param standardError its standard error when the subjects are a sample and the readers are not
 * @param observed the share of agreement seen
 * @param chance the share expected by chance
 * @param subjects how many subjects it rests on, two or more; its t has one degree of freedom fewer
 */
public record Coefficient(double value, double standardError, double observed, double chance, int subjects) {

    /**
     * The coefficient plus or minus t standard errors, cut off at 1.
     *
     * @param level the two-sided confidence level, such as 0.95
     */
    public Interval interval(double level) {
        double reach = Quantile.studentT(subjects - 1.0, 1 - Confidence.tail(level)) * standardError;
        return new Interval(value - reach, Math.min(1, value + reach));
    }

    /** The two-sided p-value of "no more agreement than by chance"; 0 with agreement and no error at all. */
    public double p() {
        return value == 0
                ? 1
                : 2 * TDistribution.of(subjects - 1.0).survivalProbability(Math.abs(value / standardError));
    }
}
