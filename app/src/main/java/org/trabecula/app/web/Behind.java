package org.trabecula.app.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Outcome;
import org.trabecula.study.endpoint.Source;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.participant.ParticipantId;

/** How participants stand behind a cell: those who count as an event first, those who are missing last. */
final class Behind {
    private Behind() {}

    /**
     * @param group 0 for an event or a value, 1 for none, 2 for missing
     * @param loose loose screws of {@code judged}, when screws are counted
     * @param sites the screws that are loose, where they are known one by one
     * @param value the score, when there is one
     */
    record Standing(
            int group,
            Optional<Source> source,
            Optional<Cause> cause,
            boolean screws,
            int loose,
            int judged,
            List<String> sites,
            Optional<Double> value,
            List<Long> positions) {}

    static Standing of(VisitOutcomes outcomes, Endpoint endpoint, Unit unit) {
        Outcome outcome = outcomes.of(endpoint);
        boolean screws = unit == Unit.SCREW;
        int loose = outcomes.tally().loose();
        int judged = outcomes.tally().judged();
        List<String> sites = screws ? looseSites(outcomes) : List.of();
        List<Long> positions = screws ? outcomes.tally().positions() : outcome.positions();
        return switch (outcome) {
            case Outcome.Known(var yes, var source, var _) ->
                new Standing(
                        yes ? 0 : 1,
                        Optional.of(source),
                        Optional.empty(),
                        screws,
                        loose,
                        judged,
                        sites,
                        Optional.empty(),
                        positions);
            case Outcome.Missing(var cause, var _) ->
                new Standing(
                        screws && judged > 0 ? 1 : 2,
                        Optional.empty(),
                        Optional.of(cause),
                        screws,
                        loose,
                        judged,
                        sites,
                        Optional.empty(),
                        positions);
        };
    }

    private static List<String> looseSites(VisitOutcomes outcomes) {
        return outcomes.screws().stream()
                .filter(screw -> screw.outcome() instanceof Outcome.Known(var yes, var _, var _) && yes)
                .map(screw -> screw.site().toString())
                .toList();
    }

    static Map<ParticipantId, Standing> of(ScoreCell cell, List<ParticipantId> group) {
        Map<ParticipantId, Standing> standing = new LinkedHashMap<>();
        group.forEach(id -> standing.put(
                id,
                new Standing(
                        2, Optional.empty(), Optional.empty(), false, 0, 0, List.of(), Optional.empty(), List.of())));
        cell.values()
                .forEach(value -> standing.put(
                        value.participant(),
                        new Standing(
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                0,
                                0,
                                List.of(),
                                Optional.of(value.value()),
                                value.positions())));
        return standing;
    }

    static Comparator<ParticipantId> order(Map<ParticipantId, Standing> behind) {
        return Comparator.<ParticipantId>comparingInt(id ->
                        Optional.ofNullable(behind.get(id)).map(Standing::group).orElse(2))
                .thenComparing(Comparator.naturalOrder());
    }
}
