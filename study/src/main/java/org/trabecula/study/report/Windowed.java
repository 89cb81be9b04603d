package org.trabecula.study.report;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.trabecula.study.dataset.Seen;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/** Says below a table how many of its values the plan's windows moved from one visit to another, or left out. */
final class Windowed {
    private Windowed() {}

    static void endpoints(
            TableDraft draft, Evidence evidence, Collection<Endpoint> endpoints, Collection<Timepoint> visits) {
        remark(
                draft,
                evidence,
                Phrase.of("report.windowed.images"),
                visits,
                seen -> endpoints.stream().anyMatch(one -> seen.borrowed(one).isPresent()),
                seen -> endpoints.stream().anyMatch(seen::outside));
    }

    static void effects(TableDraft draft, Evidence evidence, List<Effects> effects) {
        endpoints(
                draft,
                evidence,
                effects.stream().map(Effects::endpoint).toList(),
                effects.stream().map(Effects::visit).distinct().toList());
    }

    static void scores(TableDraft draft, Evidence evidence) {
        List<String> scores = evidence.data().scores().stream().map(Score::id).toList();
        remark(
                draft,
                evidence,
                Phrase.of("report.windowed.scores"),
                evidence.data().visits(),
                seen -> scores.stream().anyMatch(one -> seen.borrowed(one).isPresent()),
                seen -> scores.stream().anyMatch(seen::outside));
    }

    private static void remark(
            TableDraft draft,
            Evidence evidence,
            Phrase what,
            Collection<Timepoint> visits,
            Predicate<Seen> borrowed,
            Predicate<Seen> outside) {
        for (Timepoint visit : visits) {
            int moved = count(evidence, visit, borrowed);
            int left = count(evidence, visit, outside);
            if (moved > 0 && left > 0) {
                draft.remark("report.windowed", evidence.visit(visit), what, moved, left);
            } else if (moved > 0) {
                draft.remark("report.windowed.moved", evidence.visit(visit), what, moved);
            } else if (left > 0) {
                draft.remark("report.windowed.outside", evidence.visit(visit), what, left);
            }
        }
    }

    private static int count(Evidence evidence, Timepoint visit, Predicate<Seen> which) {
        return (int) evidence.compared().stream()
                .filter(one -> which.test(one.at(visit)))
                .count();
    }
}
