package org.trabecula.simulation.trial;

import java.util.List;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Outcome;

/**
 * How one analysis did over many virtual studies.
 *
 * @param studies how many were conducted
 * @param found how many of them gave a result; the shares are of these
 * @param rejected the share with p below alpha: power, or the error of the first kind where the truth is no difference
 * @param meanEstimate the mean of the estimates; empty for a test without one
 * @param bias of the mean from the true risk difference
 * @param biasError the standard error of the bias
 * @param coverage the share of intervals that hold the true risk difference
 * @param noEffect whether the truth is no difference
 */
public record Characteristics(
        Analysis analysis,
        int studies,
        int found,
        double rejected,
        OptionalDouble meanEstimate,
        OptionalDouble bias,
        OptionalDouble biasError,
        OptionalDouble coverage,
        boolean noEffect) {

    /** Sums up the results of one analysis. */
    public static Characteristics of(Analysis analysis, List<StudyResult> results, Truth truth, double alpha) {
        List<Finding> found = results.stream()
                .map(result -> result.of(analysis))
                .flatMap(outcome -> outcome instanceof Outcome.Found<Finding>(var finding)
                        ? java.util.stream.Stream.of(finding)
                        : java.util.stream.Stream.empty())
                .toList();
        List<Finding> estimates =
                found.stream().filter(one -> one.interval().isPresent()).toList();
        OptionalDouble mean = estimates.stream().mapToDouble(Finding::estimate).average();
        double target = truth.of(analysis);
        boolean known = analysis.riskDifference() && mean.isPresent();
        double centre = mean.orElse(0);
        double spread = estimates.stream()
                .mapToDouble(one -> (one.estimate() - centre) * (one.estimate() - centre))
                .sum();
        long held = estimates.stream()
                .filter(one -> one.interval().orElseThrow().contains(target))
                .count();
        int n = estimates.size();
        return new Characteristics(
                analysis,
                results.size(),
                found.size(),
                found.isEmpty()
                        ? 0
                        : found.stream().filter(one -> one.p() < alpha).count() / (double) found.size(),
                mean,
                known ? OptionalDouble.of(centre - target) : OptionalDouble.empty(),
                known && n > 1
                        ? OptionalDouble.of(Math.hypot(Math.sqrt(spread / (n - 1.0) / n), truth.error(analysis)))
                        : OptionalDouble.empty(),
                known ? OptionalDouble.of(held / (double) n) : OptionalDouble.empty(),
                truth.none(analysis));
    }

    /** The Monte Carlo error of a share of the studies that gave a result. */
    public double error(double share) {
        return found == 0 ? 0 : Math.sqrt(share * (1 - share) / found);
    }
}
