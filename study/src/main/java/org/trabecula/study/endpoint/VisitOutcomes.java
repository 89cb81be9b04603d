package org.trabecula.study.endpoint;

import java.util.List;
import org.trabecula.study.protocol.Timepoint;

/** Everything that one participant contributes at one visit. */
public record VisitOutcomes(
        Timepoint visit,
        Outcome loosening,
        Outcome fusion,
        Outcome gradeI,
        List<ScrewOutcome> screws,
        ScrewTally tally) {
    public VisitOutcomes {
        screws = List.copyOf(screws);
    }

    public Outcome of(Endpoint endpoint) {
        return switch (endpoint) {
            case LOOSENING -> loosening;
            case FUSION -> fusion;
            case FUSION_GRADE_I -> gradeI;
        };
    }
}
