package org.trabecula.study.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Source;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Timepoint;

/**
 * One cell of the rate table: events of total, with everybody behind it.
 *
 * @param wilson Wilson score interval (1927) of the share; empty when nobody is judged
 * @param missing how many of the unit are not judged, by cause (for screws all under the participant's cause)
 * @param sources how the status is known, for participants
 */
public record Rate(
        Endpoint endpoint,
        Timepoint visit,
        Unit unit,
        Arm arm,
        Proportion proportion,
        Optional<Interval> wilson,
        Map<Cause, Integer> missing,
        Map<Source, Integer> sources,
        List<Contribution> members) {
    public Rate {
        members = List.copyOf(members);
    }

    public int missingCount() {
        return missing.values().stream().mapToInt(Integer::intValue).sum();
    }
}
