package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Transcripts;

/** Missing ODI values that are worse than they look. */
class DeltaTableTest {

    @Test
    void whereNothingIsMissingNoShiftMatters() {
        Table table = new DeltaTable(evidence(0, 0)).table();
        List<Double> effects = table.rows().stream()
                .filter(row -> !row.heading())
                .map(row -> figure(row, 0))
                .toList();
        assertThat(effects).hasSize(7).allSatisfy(one -> assertThat(one).isCloseTo(effects.getFirst(), within(1e-9)));
    }

    @Test
    void aShiftOfTheFirstArmMovesTheDifferenceByTheShareThatIsMissingThere() {
        // 8 of 32 are missing in the first arm: 15 points of a quarter are 3.75, but for what baseline explains of the
        // arm
        Table table = new DeltaTable(evidence(8, 8)).table();
        List<Table.Row> rows =
                table.rows().stream().filter(row -> !row.heading()).toList();
        assertThat(figure(rows.getLast(), 0) - figure(rows.getFirst(), 0)).isCloseTo(3.75, within(0.5));
        // As many are missing in the other arm, so that a shift of both takes itself away
        assertThat(figure(rows.getLast(), 3) - figure(rows.getFirst(), 3)).isCloseTo(0, within(0.5));
    }

    @Test
    void withoutTheScoreASentenceStandsThere() {
        Evidence none = Evidences.of(
                List.of(Transcripts.row(0, "T-0", "titanium", 6, Transcripts.fused(true))),
                LittleStudy.protocol(),
                _ -> Covariates.none());
        assertThat(new DeltaTable(none).table().notes()).contains(Phrase.of("report.shortfall.too-few"));
    }

    /** 32 of each arm with a score at baseline and 3, 6 and 12 months, the last so many without the last. */
    private static Evidence evidence(int missingFirst, int missingSecond) {
        Philox chance = Philox.of(8, 1);
        List<TranscribedRow> rows = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 32; i++) {
                String id = (arm == 0 ? "T-" : "P-") + i;
                double own = 45 + 8 * chance.nextGaussian();
                for (int month : new int[] {0, 3, 6, 12}) {
                    boolean missing = month == 12 && i >= 32 - (arm == 0 ? missingFirst : missingSecond);
                    double score = own - (month > 0 ? 12 : 0) + 5 * chance.nextGaussian();
                    if (!missing) {
                        rows.add(Transcripts.row(
                                rows.size(),
                                id,
                                arm == 0 ? "titanium" : "peek",
                                month,
                                Transcripts.odi(String.valueOf(Math.round(Math.clamp(score, 0, 100))))));
                    }
                }
            }
        }
        return Evidences.of(
                rows,
                LittleStudy.protocol(),
                data -> Evidences.covariates(
                        data, Evidences.column("Age", true, true, data, one -> Evidences.number(one.id()))));
    }

    private static double figure(Table.Row row, int column) {
        return ((Cell.Figure) row.cells().get(column).content()).value();
    }
}
