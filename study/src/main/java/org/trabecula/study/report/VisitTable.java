package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.proportion.RiskDifference;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Timepoint;

/** T4: fusion and loosening by visit. */
record VisitTable(Evidence evidence) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t4",
                Phrase.of("report.column.visit"),
                evidence.headed(0),
                evidence.headed(1),
                Phrase.of("report.column.difference"),
                evidence.interval(),
                Phrase.of("report.column.p"));
        for (Endpoint endpoint : Endpoint.values()) {
            draft.heading(evidence.endpoint(endpoint));
            evidence.data().visits().forEach(visit -> row(draft, endpoint, visit));
        }
        Windowed.endpoints(
                draft, evidence, List.of(Endpoint.values()), evidence.data().visits());
        return draft.remark("report.t4.secondary").done();
    }

    private void row(TableDraft draft, Endpoint endpoint, Timepoint visit) {
        Judged judged = Judged.of(evidence, endpoint, visit);
        TwoByTwo table = judged.table();
        Derivation both = TableDraft.from(judged.ids(), "report.how.unadjusted");
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            cells.add(draft.share(
                    judged.share(arm == 0).events(),
                    judged.share(arm == 0).total(),
                    TableDraft.from(judged.ids(arm), "report.how.share")));
        }
        Optional<RiskDifference> difference = table.riskDifference();
        cells.add(difference
                .map(rd -> draft.cell(TableDraft.points(rd.estimate()), both))
                .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))));
        cells.add(difference
                .map(rd -> draft.cell(TableDraft.points(rd.miettinenNurminen(evidence.level())), both))
                .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))));
        cells.add(draft.significance(table.pearson(), TableDraft.from(judged.ids(), "report.how.pearson")));
        draft.row(evidence.visit(visit), cells);
    }
}
