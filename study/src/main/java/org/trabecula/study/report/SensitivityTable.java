package org.trabecula.study.report;

import java.util.List;
import org.trabecula.statistics.missing.TippingPoint;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.protocol.Sensitivity;

/** T11: the primary differences under other assumptions. */
record SensitivityTable(Evidence evidence, List<Effects> effects, List<Tipping> tippings) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t11",
                Phrase.of("report.column.assumption"),
                Phrase.of("report.column.n"),
                Phrase.of("report.column.difference"),
                evidence.interval());
        for (int i = 0; i < effects.size(); i++) {
            Effects one = effects.get(i);
            draft.heading(
                    Phrase.of("report.endpoint-at", evidence.endpoint(one.endpoint()), evidence.visit(one.visit())));
            for (Sensitivities.Line line : new Sensitivities(evidence, one).lines()) {
                Derivation from = TableDraft.from(line.who(), line.how());
                draft.row(
                        line.label(),
                        draft.cell(new Cell.Count(line.who().size()), from),
                        draft.cell(line.difference(), TableDraft::points, from),
                        line.interval()
                                .map(interval -> draft.cell(TableDraft.points(interval), from))
                                .orElseGet(TableDraft::blank));
            }
            if (evidence.tries(Sensitivity.TIPPING_POINT)) {
                tipped(draft, one, tippings.get(i));
            }
        }
        Windowed.effects(draft, evidence, effects);
        effects.stream()
                .map(one -> one.claim().words())
                .distinct()
                .forEach(claim -> draft.remark("report.t11.method", claim));
        evidence.sensitivity().forEach(one -> draft.remark("report.t11.remark." + one.id()));
        return draft.done();
    }

    /** How many ways in which the missing could have turned out would make the unadjusted test significant. */
    private void tipped(TableDraft draft, Effects one, Tipping tipping) {
        TwoByTwo table = one.judged().table();
        int first = tipping.missing().get(0);
        int second = tipping.missing().get(1);
        if (first + second == 0) {
            draft.remark("report.t11.nothing-missing", evidence.endpoint(one.endpoint()));
            return;
        }
        TippingPoint.of(table.first(), first, table.second(), second)
                .value()
                .ifPresent(grid -> draft.remark(
                        "report.t11.tipping",
                        evidence.endpoint(one.endpoint()),
                        first,
                        second,
                        grid.below(evidence.terms().family()),
                        (first + 1) * (second + 1),
                        decimals(grid.smallest()),
                        decimals(grid.largest())));
    }

    private static String decimals(double p) {
        return p < 0.001 ? "<0.001" : String.format(java.util.Locale.ROOT, "%.3f", p);
    }
}
