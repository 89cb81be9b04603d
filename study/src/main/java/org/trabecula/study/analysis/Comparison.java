package org.trabecula.study.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.protocol.Timepoint;

/**
 * The first arm against the second.
 *
 * @param difference first minus second share; empty when an arm has nobody judged
 * @param newcombe its interval by Newcombe (1998), method 10
 * @param pearson two-sided p of the chi-square test without continuity correction; empty when a margin is empty
 * @param fisher two-sided p of Fisher's exact test, by minimum likelihood
 */
public record Comparison(
        Endpoint endpoint,
        Timepoint visit,
        Unit unit,
        OptionalDouble difference,
        Optional<Interval> newcombe,
        OptionalDouble pearson,
        OptionalDouble fisher) {}
