package org.trabecula.study.report;

import java.util.List;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Text;

/** T2: the model of who received which cage. */
record PropensityTable(Evidence evidence) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t2", Phrase.of("report.column.term"), Phrase.of("report.column.odds-ratio"), evidence.interval());
        Outcome<PropensityScore> score = Designs.score(evidence);
        switch (score) {
            case Outcome.Found<PropensityScore>(var found) -> fitted(draft, found);
            case Outcome.Missing<PropensityScore>(var shortfall) ->
                draft.row(Phrase.of("report.t2.score"), draft.unavailable(shortfall), TableDraft.blank())
                        .remark("report.t2.no-overlap");
        }
        if (score.value().isPresent() && Designs.penalised(evidence)) {
            draft.remark("report.t2.firth");
        }
        evidence.covariates()
                .signed()
                .ifPresentOrElse(
                        one -> draft.remark(
                                one.valid() ? "report.t2.signed" : "report.t2.signature-void",
                                one.by(),
                                one.at(),
                                one.fingerprint()),
                        () -> draft.remark("report.t2.unsigned"));
        return draft.done();
    }

    private void fitted(TableDraft draft, PropensityScore score) {
        List<ParticipantId> who = Dataset.ids(evidence.compared());
        List<Text> terms = evidence.covariates().terms();
        Derivation from = TableDraft.from(who, "report.how.propensity");
        for (int term = 0; term < terms.size(); term++) {
            Estimate odds = new Estimate(
                    Math.exp(score.fit().coefficients()[term + 1]),
                    score.fit().standardErrors()[term + 1],
                    Estimate.Scale.LOGARITHM);
            draft.row(
                    Phrase.of("report.text", terms.get(term)),
                    draft.cell(TableDraft.ratio(odds.value()), from),
                    draft.cell(TableDraft.ratio(odds.interval(evidence.level())), from));
        }
        draft.row(
                Phrase.of("report.t2.concordance"),
                draft.cell(new Cell.Figure(score.concordance(), 3, Cell.Scale.PLAIN), from),
                TableDraft.blank());
        double[] weights = score.weights(Weighting.OVERLAP);
        for (int arm = 0; arm < 2; arm++) {
            draft.row(
                    Phrase.of("report.t2.effective", evidence.arm(arm)),
                    draft.cell(
                            new Cell.Figure(score.effectiveSize(weights, arm == 0), 1, Cell.Scale.PLAIN),
                            TableDraft.from(Dataset.ids(evidence.data().arm(arm)), "report.how.effective")),
                    TableDraft.blank());
        }
    }
}
