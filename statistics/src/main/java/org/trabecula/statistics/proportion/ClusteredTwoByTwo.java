package org.trabecula.statistics.proportion;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Estimate;

/**
 * Two independent groups whose units come in clusters, such as screws in the participants of two arms. Every difference
 * is first minus second.
 *
 * @param first the clusters of the first group
 * @param second the clusters of the second group
 */
public record ClusteredTwoByTwo(Clusters first, Clusters second) {

    /**
     * The difference of the rates, with the standard error of two ratio estimates.
     *
     * @return the estimate; empty when a group is a single cluster
     */
    public Optional<Estimate> difference() {
        OptionalDouble one = first.standardError();
        OptionalDouble other = second.standardError();
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Estimate(
                        first.rate() - second.rate(),
                        Math.hypot(one.orElseThrow(), other.orElseThrow()),
                        Estimate.Scale.PLAIN));
    }

    /**
     * Pearson's test after events and units of each group were divided by its design effect.
     *
     * <p>Source: Rao JNK, Scott AJ, Biometrics 1992;48:577-585.
     *
     * @return the test on one degree of freedom; empty when a group is a single cluster, has no events or only events,
     *     or does not vary between clusters at all
     */
    public Optional<ChiSquare> raoScott() {
        OptionalDouble one = first.designEffect();
        OptionalDouble other = second.designEffect();
        boolean usable = one.orElse(0) > 0 && other.orElse(0) > 0;
        return usable ? weighted(one.orElseThrow(), other.orElseThrow(), true) : Optional.empty();
    }

    /**
     * How alike units of a cluster are, from both groups together.
     *
     * @return the analysis; empty with no more than two clusters, with only one unit in each, and when no unit or every
     *     unit has the event in each cluster, so that nothing varies
     */
    public Optional<ClusterVariance> variance() {
        double clusters = (double) first.members().size() + second.members().size() - 2;
        double units = (double) first.units().total() + second.units().total();
        double rest = units - clusters - 2;
        if (clusters <= 0 || rest <= 0) {
            return Optional.empty();
        }
        double between = (first.between() + second.between()) / clusters;
        double within = (first.within() + second.within()) / rest;
        double size = (units - first.unitsMeetOnAverage() - second.unitsMeetOnAverage()) / clusters;
        double all = between + (size - 1) * within;
        return all > 0
                ? Optional.of(new ClusterVariance(between, within, size, (between - within) / all))
                : Optional.empty();
    }

    /**
     * Pearson's test with each group's part divided by its {@linkplain Clusters#inflation inflation} at the common
     * intracluster correlation.
     *
     * <p>Source: Donner A, Klar N, Am J Epidemiol 1994;140:279-289.
     *
     * @return the test on one degree of freedom; empty without {@link #variance()}, when no unit or every unit has the
     *     event, or when a negative correlation leaves no inflation above 0
     */
    public Optional<ChiSquare> donner() {
        return variance().flatMap(variance -> {
            double one = first.inflation(variance.correlation());
            double other = second.inflation(variance.correlation());
            return one > 0 && other > 0 ? weighted(one, other, false) : Optional.empty();
        });
    }

    /** @param effective whether the common rate is that of the effective units or of the units themselves */
    private Optional<ChiSquare> weighted(double inflation1, double inflation2, boolean effective) {
        Proportion one = first.units();
        Proportion other = second.units();
        double weight1 = effective ? 1 / inflation1 : 1;
        double weight2 = effective ? 1 / inflation2 : 1;
        double rate =
                (one.events() * weight1 + other.events() * weight2) / (one.total() * weight1 + other.total() * weight2);
        double off1 = one.share() - rate;
        double off2 = other.share() - rate;
        double sum = one.total() / inflation1 * off1 * off1 + other.total() / inflation2 * off2 * off2;
        double variance = rate * (1 - rate);
        return variance > 0 ? Optional.of(new ChiSquare(sum / variance, 1)) : Optional.empty();
    }
}
