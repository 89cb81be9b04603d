package org.trabecula.study.endpoint;

import java.util.Map;
import org.trabecula.study.protocol.Timepoint;

/**
 * What counts for a participant at a visit by the windows of the analysis plan.
 *
 * @param from the visit as which each value was held; none for an endpoint of which nothing fell into the window
 */
public record Counted(VisitOutcomes outcomes, Map<Endpoint, Timepoint> from) {
    public Counted {
        from = Map.copyOf(from);
    }
}
