package org.trabecula.study.dataset;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Outcome;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.protocol.Timepoint;

/**
 * What counts for one participant at one visit, by the windows of the analysis plan.
 *
 * @param origins from which visit each endpoint is taken; none for one of which nothing fell into the window
 * @param scores patient-reported outcomes that are there, by the score's id
 * @param reported from which visit each score is taken; none for one of which nothing fell into the window
 */
public record Seen(
        Timepoint at,
        Map<Endpoint, Origin> origins,
        VisitOutcomes outcomes,
        Modalities modalities,
        Map<String, ScoreCell.Value> scores,
        Map<String, Origin> reported) {
    public Seen {
        origins = Map.copyOf(origins);
        scores = Map.copyOf(scores);
        reported = Map.copyOf(reported);
    }

    /**
     * A visit as it was held.
     *
     * @param month after surgery by the day on which it was held, the planned month where a day is not known; empty when it
     *     was not held
     */
    public record Origin(Timepoint visit, OptionalDouble month) {}

    /** When the value of an endpoint was seen, in months after surgery; empty when the visit was not held. */
    public OptionalDouble month(Endpoint endpoint) {
        return Optional.ofNullable(origins.get(endpoint)).map(Origin::month).orElse(OptionalDouble.empty());
    }

    /** The other visit that the value of an endpoint comes from; empty when it is this visit's own, or there is none. */
    public Optional<Timepoint> borrowed(Endpoint endpoint) {
        return outcomes.of(endpoint) instanceof Outcome.Known
                ? other(Optional.ofNullable(origins.get(endpoint)))
                : Optional.empty();
    }

    /** The other visit that a score comes from. */
    public Optional<Timepoint> borrowed(String score) {
        return scores.containsKey(score) ? other(Optional.ofNullable(reported.get(score))) : Optional.empty();
    }

    private Optional<Timepoint> other(Optional<Origin> origin) {
        return origin.map(Origin::visit).filter(visit -> !visit.equals(at));
    }

    /** Whether the visit was held, but outside its window, and nothing else fell into it. */
    public boolean outside(Endpoint endpoint) {
        return outcomes.of(endpoint) instanceof Outcome.Missing(var cause, var _) && cause == Cause.OUT_OF_WINDOW;
    }

    /** The same of a score. */
    public boolean outside(String score) {
        return !reported.containsKey(score);
    }
}
