package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/** T10: what is missing, by endpoint, visit, arm and cause. */
record MissingTable(Evidence evidence) {

    Table table() {
        TableDraft draft =
                new TableDraft("t10", Phrase.of("report.column.missing-by"), evidence.headed(0), evidence.headed(1));
        for (Endpoint endpoint : List.of(Endpoint.FUSION, Endpoint.LOOSENING)) {
            for (Timepoint visit : evidence.data().visits()) {
                draft.heading(Phrase.of("report.endpoint-at", evidence.endpoint(endpoint), evidence.visit(visit)));
                row(draft, Phrase.of("report.t10.all"), endpoint, visit, Optional.empty());
                for (Cause cause : Cause.values()) {
                    if (evidence.compared().stream()
                            .anyMatch(one -> misses(one, endpoint, visit, Optional.of(cause)))) {
                        Phrase label = Phrase.of("cause." + cause.name().toLowerCase(Locale.ROOT));
                        row(draft, label, endpoint, visit, Optional.of(cause));
                    }
                }
            }
        }
        draft.heading(Phrase.of("report.t10.scores"));
        for (Score score : evidence.data().scores()) {
            for (Timepoint visit : evidence.data().visits()) {
                scores(draft, score, visit);
            }
        }
        Windowed.endpoints(
                draft,
                evidence,
                List.of(Endpoint.FUSION, Endpoint.LOOSENING),
                evidence.data().visits());
        Windowed.scores(draft, evidence);
        return draft.remark("report.t10.not-due").done();
    }

    private static boolean misses(Subject subject, Endpoint endpoint, Timepoint visit, Optional<Cause> cause) {
        Optional<Cause> missing = subject.status(endpoint, visit).missing();
        return missing.isPresent() && cause.map(missing.get()::equals).orElse(true);
    }

    private void row(TableDraft draft, Phrase label, Endpoint endpoint, Timepoint visit, Optional<Cause> cause) {
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            List<Subject> members = evidence.data().arm(arm);
            cells.add(share(
                    draft,
                    members.stream()
                            .filter(one -> misses(one, endpoint, visit, cause))
                            .toList(),
                    members.size()));
        }
        draft.row(label, cells);
    }

    private void scores(TableDraft draft, Score score, Timepoint visit) {
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            List<Subject> members = evidence.data().arm(arm);
            cells.add(share(
                    draft,
                    members.stream()
                            .filter(one -> one.score(score.id(), visit).isEmpty())
                            .toList(),
                    members.size()));
        }
        draft.row(Phrase.of("report.score-at", score.label(), evidence.visit(visit)), cells);
    }

    private static Cell share(TableDraft draft, List<Subject> missing, int all) {
        return draft.share(missing.size(), all, TableDraft.from(Dataset.ids(missing), "report.how.missing"));
    }
}
