package org.trabecula.study.report;

import java.util.Optional;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.study.protocol.Estimation.Variance;

/**
 * A risk difference with the error that its estimating equations give, compared with Student's distribution.
 *
 * @param means both risks
 * @param degrees of freedom: participants less parameters
 * @param variance by what the error was computed
 */
public record Effect(PotentialMeans means, double degrees, Variance variance) {

    public double difference() {
        return means.difference().value();
    }

    public double error() {
        return means.difference().standardError();
    }

    /** Empty when the error is 0: then everybody of an arm is alike, and there is no interval. */
    public Optional<Contrast> contrast() {
        return error() > 0 && degrees > 0
                ? Optional.of(new Contrast(difference(), error(), degrees))
                : Optional.empty();
    }

    public Optional<Interval> interval(double level) {
        return contrast().map(one -> one.interval(level));
    }

    public Optional<Estimate> ratio() {
        return means.ratio();
    }

    public Optional<Estimate> oddsRatio() {
        return means.oddsRatio();
    }
}
