package org.trabecula.statistics.proportion;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One group whose units come in clusters that resemble each other inside, such as screws in participants: events among
 * units, cluster by cluster.
 *
 * @param members one proportion for each cluster, none of them empty; their order does not matter
 */
public record Clusters(List<Proportion> members) {
    /** @throws IllegalArgumentException if there is no cluster, or one without units */
    public Clusters {
        members = List.copyOf(members);
        if (members.isEmpty() || members.stream().anyMatch(member -> member.total() == 0)) {
            throw new IllegalArgumentException("Clusters need at least one cluster, and a unit in each");
        }
    }

    /** All units, taken out of their clusters. */
    public Proportion units() {
        return new Proportion(
                members.stream().mapToInt(Proportion::events).reduce(0, Math::addExact),
                members.stream().mapToInt(Proportion::total).reduce(0, Math::addExact));
    }

    /** Events over units, in [0, 1]. */
    public double rate() {
        return units().share();
    }

    /**
     * The standard error of the rate as a ratio of two cluster totals (linearised, divisor m - 1 for m clusters), which
     * needs no assumption on how alike units of a cluster are. R: {@code survey::svymean} over clusters.
     *
     * <p>Source: Rao JNK, Scott AJ, Biometrics 1992;48:577-585.
     *
     * @return the standard error; empty for a single cluster
     */
    public OptionalDouble standardError() {
        int m = members.size();
        if (m == 1) {
            return OptionalDouble.empty();
        }
        double rate = rate();
        double squares = 0;
        for (Proportion member : members) {
            double off = member.events() - rate * member.total();
            squares += off * off;
        }
        return OptionalDouble.of(Math.sqrt(squares * m / (m - 1)) / units().total());
    }

    /**
     * The variance of the rate over what it would be if units were independent.
     *
     * @return the ratio; empty for a single cluster, and when no unit or every unit has the event
     */
    public OptionalDouble designEffect() {
        double independent = units().variance();
        OptionalDouble error = standardError();
        return independent == 0 || error.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(error.orElseThrow() * error.orElseThrow() / independent);
    }

    /**
     * By how much clustering inflates the variance when units of a cluster have this correlation: the mean of
     * 1 + (size - 1) correlation over units.
     *
     * <p>Source: Donner A, Klar N, Am J Epidemiol 1994;140:279-289.
     */
    public double inflation(double correlation) {
        return 1 + (unitsMeetOnAverage() - 1) * correlation;
    }

    /** The size of the cluster that the average unit lives in: the sum of squared sizes over the sum of sizes. */
    double unitsMeetOnAverage() {
        double squares = 0;
        for (Proportion member : members) {
            squares += (double) member.total() * member.total();
        }
        return squares / units().total();
    }

    /** The sum over clusters of size times squared distance of their rate from the group's. */
    double between() {
        double rate = rate();
        double sum = 0;
        for (Proportion member : members) {
            double off = member.share() - rate;
            sum += member.total() * off * off;
        }
        return sum;
    }

    /** The sum over clusters of the squared distances of their units from the cluster's rate. */
    double within() {
        double sum = 0;
        for (Proportion member : members) {
            sum += member.events() * (1 - member.share());
        }
        return sum;
    }
}
