package org.trabecula.statistics.agreement;

import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * Cohen's kappa of two readers.
 *
 * @param value kappa, at most 1
 * @param standardError its large-sample standard error
 * @param nullError its standard error if the readers were independent, for the test
 * @param observed the share of (weighted) agreement seen
 * @param chance the share expected of independent readers with these margins
 */
public record Kappa(double value, double standardError, double nullError, double observed, double chance) {

    /**
     * Kappa plus or minus z standard errors, not cut off.
     *
     * @param level the two-sided confidence level, such as 0.95
     */
    public Interval interval(double level) {
        double reach = Confidence.deviate(level) * standardError;
        return new Interval(value - reach, value + reach);
    }

    /** Kappa over its error under independence; empty when that is 0. */
    public OptionalDouble z() {
        return nullError > 0 ? OptionalDouble.of(value / nullError) : OptionalDouble.empty();
    }
}
