package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Transcripts;

/** Arms with the same mean and another spread. */
class MomentsTableTest {
    private static final double[][] AGES = {{60, 68, 72, 80}, {66, 67, 73, 74}};

    @Test
    void aDifferenceOfSpreadShowsInTheSquare() {
        Table table = MomentsTable.of(evidence()).table();

        Table.Row square = row(table, "Age²");
        // About the mean 70 the squares are 100, 4, 4, 100 (mean 52, variance 3072) and 16, 9, 9, 16 (12.5, 49/3)
        assertThat(figure(square, 0)).isCloseTo(39.5 / Math.sqrt((3072 + 49 / 3.0) / 2), within(1e-12));
    }

    @Test
    void productsAreThoseOfTheTermsOfTheModel() {
        Table table = MomentsTable.of(evidence()).table();

        assertThat(table.rows().stream().map(Table.Row::label))
                .contains(label("Age × Diabetes"))
                .doesNotContain(label("Age × Smoker"));
        // Age about 70 times diabetes: 0, -2, 0, 10 (mean 2, variance 88/3) and -4, 0, 0, 4 (0, 32/3)
        assertThat(figure(row(table, "Age × Diabetes"), 0))
                .isCloseTo(2 / Math.sqrt((88 / 3.0 + 32 / 3.0) / 2), within(1e-12));
    }

    @Test
    void withoutCovariatesASentenceStandsThere() {
        Evidence none = Evidences.of(rows(), LittleStudy.protocol(), _ -> Covariates.none());
        assertThat(MomentsTable.of(none).table().remarks()).containsExactly(Phrase.of("report.t1b.none"));
    }

    private static Evidence evidence() {
        return Evidences.of(rows(), LittleStudy.protocol(), MomentsTableTest::covariates);
    }

    private static List<TranscribedRow> rows() {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(Transcripts.row(rows.size(), "T-" + i, "titanium", 6, Transcripts.fused(i < 2)));
            rows.add(Transcripts.row(rows.size(), "P-" + i, "peek", 6, Transcripts.fused(i < 1)));
        }
        return rows;
    }

    private static Covariates covariates(Dataset data) {
        return Evidences.covariates(
                data,
                Evidences.column("Age", true, true, data, one -> AGES[one.arm()][Evidences.number(one.id())]),
                Evidences.column("Diabetes", false, true, data, one -> {
                    int number = Evidences.number(one.id());
                    return one.arm() == 0 ? number % 2 : number % 3 == 0 ? 1 : 0;
                }),
                Evidences.column("Smoker", false, false, data, one -> Evidences.number(one.id()) % 2));
    }

    private static Phrase label(String text) {
        return Phrase.of("report.text", Text.same(text));
    }

    private static Table.Row row(Table table, String label) {
        return table.rows().stream()
                .filter(one -> one.label().equals(label(label)))
                .findFirst()
                .orElseThrow();
    }

    private static double figure(Table.Row row, int column) {
        return ((Cell.Figure) row.cells().get(column).content()).value();
    }
}
