package org.trabecula.study.dataset;

import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.protocol.Timepoint;

/**
 * One participant at one visit.
 *
 * @param month after surgery by the day on which the visit was held, the planned month where a day is not known; empty when
 *     it was not held
 * @param scores patient-reported outcomes that are there, by the score's id
 */
public record Seen(
        Timepoint at,
        OptionalDouble month,
        VisitOutcomes outcomes,
        Modalities modalities,
        Map<String, ScoreCell.Value> scores) {
    public Seen {
        scores = Map.copyOf(scores);
    }
}
