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

    /** What single screws and the lowest segment come to for the participant. */
    public static VisitOutcomes of(Timepoint visit, List<ScrewOutcome> screws, Outcome fusion, Outcome gradeI) {
        return new VisitOutcomes(visit, Screws.anyLoose(screws), fusion, gradeI, screws, Screws.tally(screws));
    }

    public Outcome of(Endpoint endpoint) {
        return switch (endpoint) {
            case LOOSENING -> loosening;
            case FUSION -> fusion;
            case FUSION_GRADE_I -> gradeI;
        };
    }
}
