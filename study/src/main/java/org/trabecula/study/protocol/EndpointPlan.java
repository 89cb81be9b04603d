package org.trabecula.study.protocol;

import java.util.List;

/**
 * What is counted, and when.
 *
 * @param fusionDefinition the version of the rule "fused", for example {@code bridwell-1-2/v1}
 * @param looseningDefinition the version of the rule "loose"
 * @param primary the timepoint of the primary endpoints
 * @param level of confidence for every interval, for example 0.95
 */
public record EndpointPlan(
        String fusionDefinition, String looseningDefinition, Timepoint primary, double level, List<Score> scores) {
    public EndpointPlan {
        scores = List.copyOf(scores);
    }
}
