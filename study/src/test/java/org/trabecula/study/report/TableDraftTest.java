package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands below a table. */
class TableDraftTest {

    @Test
    void aSentenceStandsThereOnceAndWhereAFootnoteSaysItNotAgain() {
        TableDraft draft = new TableDraft("t7", Phrase.of("report.column.effect"), Phrase.of("report.column.p"));
        draft.remark("report.t7.not-identified")
                .remark("report.t7.assumptions")
                .remark("report.t7.firth")
                .remark("report.t7.assumptions");
        draft.row(Phrase.of("report.t7.proportion"), draft.unavailable(Phrase.of("report.t7.not-identified")));
        Table table = draft.done();
        assertThat(table.notes()).containsExactly(Phrase.of("report.t7.not-identified"));
        assertThat(table.remarks()).containsExactly(Phrase.of("report.t7.assumptions"), Phrase.of("report.t7.firth"));
    }

    @Test
    void aNumberInWordsHasAMinusAndZeroHasNone() {
        assertThat(TableDraft.hundredths(-0.125)).isEqualTo("−0.13");
        assertThat(TableDraft.hundredths(-0.004)).isEqualTo("0.00");
        assertThat(TableDraft.hundredths(12)).isEqualTo("12.00");
    }
}
