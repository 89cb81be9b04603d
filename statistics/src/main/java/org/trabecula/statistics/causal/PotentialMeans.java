package org.trabecula.statistics.causal;

import java.util.Optional;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.matrix.Products;

/**
 * What the mean outcome would be if everybody for whom a comparison speaks were treated, and if nobody were.
 *
 * @param treated the mean under treatment; for events, a risk
 * @param control the mean under control
 * @param covariance of the two, treated first
 */
public record PotentialMeans(double treated, double control, double[][] covariance) {

    /** Treated minus control: the mean difference, or risk difference. */
    public Estimate difference() {
        return estimate(treated - control, 1, -1, Estimate.Scale.PLAIN);
    }

    /** Treated divided by control, with the error of its logarithm; empty unless both means are positive. */
    public Optional<Estimate> ratio() {
        return treated > 0 && control > 0
                ? Optional.of(estimate(treated / control, 1 / treated, -1 / control, Estimate.Scale.LOGARITHM))
                : Optional.empty();
    }

    /** The ratio of odds, with the error of its logarithm; empty unless both risks lie strictly between 0 and 1. */
    public Optional<Estimate> oddsRatio() {
        double one = treated * (1 - treated);
        double other = control * (1 - control);
        return one > 0 && other > 0
                ? Optional.of(estimate(
                        treated / (1 - treated) / (control / (1 - control)),
                        1 / one,
                        -1 / other,
                        Estimate.Scale.LOGARITHM))
                : Optional.empty();
    }

    private Estimate estimate(double value, double byTreated, double byControl, Estimate.Scale scale) {
        double variance = Products.quadratic(new double[] {byTreated, byControl}, covariance);
        return new Estimate(value, Math.sqrt(Math.max(0, variance)), scale);
    }
}
