package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.RiskDifference;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/** T6: how reported scores changed, by the mixed model for repeated measures, and who changed by enough to feel it. */
record ScoreModelTable(Evidence evidence) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t6",
                Phrase.of("report.column.visit"),
                evidence.headed(0),
                evidence.headed(1),
                Phrase.of("report.column.mean-difference"),
                Phrase.of("report.column.error"),
                Phrase.of("report.column.degrees"),
                evidence.interval(),
                Phrase.of("report.column.p"));
        for (Score score : evidence.data().scores()) {
            draft.heading(Phrase.of("report.t6.change", score.label()));
            ScoreModel.Fitted model = ScoreModel.of(evidence, score).fit();
            for (Timepoint visit : evidence.data().visits()) {
                modelled(draft, model, visit);
            }
            draft.remark("report.t6.model", score.label(), model.words());
            draft.heading(Phrase.of("report.t6.responders", score.label(), ScoreModel.relevant(score)));
            evidence.data().visits().forEach(visit -> responders(draft, score, visit));
        }
        Windowed.scores(draft, evidence);
        return draft.done();
    }

    private void modelled(TableDraft draft, ScoreModel.Fitted model, Timepoint visit) {
        Derivation from = TableDraft.from(Dataset.ids(model.model().subjects()), "report.how.mmrm");
        Outcome<Contrast> difference = model.difference(visit);
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            cells.add(draft.cell(
                    model.mean(visit, arm), one -> new Cell.Figure(one.estimate(), 1, Cell.Scale.DIFFERENCE), from));
        }
        cells.add(draft.cell(difference, one -> new Cell.Figure(one.estimate(), 1, Cell.Scale.DIFFERENCE), from));
        cells.add(draft.cell(difference, one -> new Cell.Figure(one.standardError(), 2, Cell.Scale.PLAIN), from));
        cells.add(draft.cell(difference, one -> new Cell.Figure(one.degreesOfFreedom(), 1, Cell.Scale.PLAIN), from));
        cells.add(draft.cell(difference, one -> range(one.interval(evidence.level())), from));
        cells.add(draft.cell(difference, one -> new Cell.Significance(one.p()), from));
        draft.row(evidence.visit(visit), cells);
    }

    private static Cell.Content range(Interval interval) {
        return new Cell.Range(interval.lower(), interval.upper(), 1, Cell.Scale.DIFFERENCE);
    }

    private void responders(TableDraft draft, Score score, Timepoint visit) {
        List<Cell> cells = new ArrayList<>();
        List<Proportion> shares = new ArrayList<>();
        List<Subject> both = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            List<Subject> known = evidence.data().arm(arm).stream()
                    .filter(one -> ScoreModel.change(one, score, visit).isPresent())
                    .toList();
            int better = (int) known.stream()
                    .filter(one -> ScoreModel.change(one, score, visit).getAsDouble() <= -ScoreModel.relevant(score))
                    .count();
            shares.add(new Proportion(better, known.size()));
            both.addAll(known);
            cells.add(draft.share(better, known.size(), TableDraft.from(Dataset.ids(known), "report.how.responders")));
        }
        var difference = new TwoByTwo(shares.get(0), shares.get(1)).riskDifference();
        Derivation from = TableDraft.from(Dataset.ids(both), "report.how.unadjusted");
        cells.add(difference
                .map((RiskDifference rd) -> draft.cell(TableDraft.points(rd.estimate()), from))
                .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))));
        cells.add(TableDraft.blank());
        cells.add(TableDraft.blank());
        cells.add(difference
                .map(rd -> draft.cell(TableDraft.points(rd.miettinenNurminen(evidence.level())), from))
                .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))));
        cells.add(draft.significance(
                new TwoByTwo(shares.get(0), shares.get(1)).pearson(),
                TableDraft.from(Dataset.ids(both), "report.how.pearson")));
        draft.row(evidence.visit(visit), cells);
    }
}
