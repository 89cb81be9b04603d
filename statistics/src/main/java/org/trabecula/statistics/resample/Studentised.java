package org.trabecula.statistics.resample;

import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * Replicates in their own standard errors.
 *
 * @param original the sample's number
 * @param error its standard error
 * @param pivots each replicate's distance from it over the replicate's error
 */
public record Studentised(double original, double error, Replicates pivots) {

    /** The interval, by the order statistics of the pivots turned around. */
    public Interval interval(double level) {
        double tail = Confidence.tail(level);
        return new Interval(original - error * pivots.quantile(1 - tail), original - error * pivots.quantile(tail));
    }
}
