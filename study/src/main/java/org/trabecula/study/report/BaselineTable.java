package org.trabecula.study.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.describe.Summary;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;

/** T1: who the participants were, and how alike the arms were before and after weighting. */
record BaselineTable(Evidence evidence, Outcome<double[]> weights) {

    static BaselineTable of(Evidence evidence) {
        return new BaselineTable(evidence, Designs.score(evidence).map(score -> score.weights(Weighting.OVERLAP)));
    }

    Table table() {
        TableDraft draft = new TableDraft(
                "t1",
                Phrase.of("report.column.characteristic"),
                evidence.headed(0),
                evidence.headed(1),
                Phrase.of("report.column.missing"),
                Phrase.of("report.column.smd"),
                Phrase.of("report.column.smd-weighted"));
        for (Covariates.Baseline one : evidence.covariates().baseline()) {
            draft.row(
                    Phrase.of("report.text", one.label()),
                    described(draft, one, 0),
                    described(draft, one, 1),
                    draft.cell(
                            new Cell.Count(members(one, false).size()),
                            TableDraft.from(Dataset.ids(members(one, false)), "report.how.missing")),
                    difference(draft, one, Optional.empty()),
                    difference(draft, one, weights.value()));
        }
        Designs.score(evidence).value().ifPresent(score -> sizes(draft, score));
        return draft.remark("report.t1.smd").done();
    }

    private void sizes(TableDraft draft, PropensityScore score) {
        double[] own = score.weights(Weighting.OVERLAP);
        draft.remark(
                "report.t1.effective",
                String.format(java.util.Locale.ROOT, "%.1f", score.effectiveSize(own, true)),
                String.format(java.util.Locale.ROOT, "%.1f", score.effectiveSize(own, false)));
    }

    private List<Subject> members(Covariates.Baseline one, boolean known) {
        return evidence.compared().stream()
                .filter(subject -> one.values().containsKey(subject.id()) == known)
                .toList();
    }

    private Cell described(TableDraft draft, Covariates.Baseline one, int arm) {
        List<Subject> known = members(one, true).stream()
                .filter(subject -> subject.arm() == arm)
                .toList();
        double[] values = values(one.values(), known);
        List<ParticipantId> who = Dataset.ids(known);
        if (one.binary()) {
            int yes = (int) Arrays.stream(values).filter(value -> value == 1).count();
            return draft.share(yes, values.length, TableDraft.from(who, "report.how.share"));
        }
        Summary summary = Summary.of(values);
        return summary.mean().isPresent() && summary.sd().isPresent()
                ? draft.cell(
                        new Cell.Spread(
                                summary.mean().getAsDouble(), summary.sd().getAsDouble(), 1),
                        TableDraft.from(who, "report.how.spread"))
                : draft.unavailable(Phrase.of("report.too-few-values"));
    }

    private Cell difference(TableDraft draft, Covariates.Baseline one, Optional<double[]> weighting) {
        List<Subject> known = members(one, true);
        Outcome<Double> smd = Imbalance.difference(evidence.compared(), one.values(), weighting);
        return draft.cell(
                smd,
                value -> new Cell.Figure(value, 2, Cell.Scale.DIFFERENCE),
                TableDraft.from(
                        Dataset.ids(known), weighting.isPresent() ? "report.how.smd-weighted" : "report.how.smd"));
    }

    private static double[] values(Map<ParticipantId, Double> values, List<Subject> subjects) {
        return subjects.stream()
                .mapToDouble(one -> values.getOrDefault(one.id(), Double.NaN))
                .toArray();
    }
}
