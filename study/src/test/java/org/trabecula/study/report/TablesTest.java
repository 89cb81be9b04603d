package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.study.testkit.Sequels.again;
import static org.trabecula.study.testkit.Sequels.death;
import static org.trabecula.study.testkit.Sequels.event;
import static org.trabecula.study.testkit.Sequels.reported;
import static org.trabecula.study.testkit.Sequels.withScrews;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Story.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.analysis.Agreement;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.Work;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.Transcripts;
import org.trabecula.study.testkit.World;

/** What the tables say of small and of broken data: a number, or a sentence why there is none, and never a crash. */
class TablesTest {

    @Test
    void anEmptyStudySaysWhyThereIsNothing() {
        everyCellHasANumberOrAReason(computed(given()));
    }

    @Test
    void anIntervalIsCalledByItsLevelAndByNoRounderOne() {
        Evidence usual = computed(given()).evidence();
        Evidence halved = new Evidence(
                usual.data(),
                usual.protocol(),
                usual.covariates(),
                new Evidence.Terms(0.975, 0.05, 200, 20, 7),
                usual.agreement());
        assertThat(usual.interval()).isEqualTo(Phrase.of("report.column.interval", "95"));
        assertThat(halved.interval()).isEqualTo(Phrase.of("report.column.interval", "97.5"));
    }

    @Test
    void oneParticipantIsNoComparison() {
        Computed computed = computed(given(consented(), operated(), imaged(LittleStudy.M6), bothRead(FIRM)));
        everyCellHasANumberOrAReason(computed);
        assertThat(computed.effects().getFirst().overlap().value()).isEmpty();
    }

    @Test
    void aCutBeforeAnybodysPrimaryVisitSaysThatNobodyWasJudged() {
        Computed computed = computed(given(consented(), operated()));
        everyCellHasANumberOrAReason(computed);
        assertThat(table(computed, "t3").notes()).contains(Phrase.of("report.nobody-judged"));
    }

    @ParameterizedTest
    @CsvSource({"1,1,0,0", "2,2,1,1", "5,0,2,0", "0,5,0,2", "8,8,0,8", "20,20,0,0", "20,20,20,20", "30,3,12,1"})
    void whateverTheCountsEveryCellHasANumberOrAReason(int first, int second, int firstYes, int secondYes) {
        everyCellHasANumberOrAReason(computed(given(rows(first, second, firstYes, secondYes))));
    }

    @Test
    void theUnadjustedRowStatesTheCounts() {
        Computed computed = computed(given(rows(40, 43, 31, 22)));
        Table.Row row = table(computed, "t3").rows().get(1);
        assertThat(row.cells().get(0).content()).isEqualTo(new Cell.Share(31, 40));
        assertThat(row.cells().get(1).content()).isEqualTo(new Cell.Share(22, 43));
        assertThat(row.cells().get(2).content())
                .isInstanceOfSatisfying(
                        Cell.Figure.class,
                        figure -> assertThat(figure.value()).isCloseTo(31 / 40.0 - 22 / 43.0, within(1e-12)));
        assertThat(row.cells().get(0).derivation().orElseThrow().participants()).hasSize(40);
    }

    @Test
    void sameEvidenceSameNumbers() {
        Story story = given(rows(30, 30, 20, 12));
        assertThat(computed(story).tables()).isEqualTo(computed(story).tables());
    }

    @Test
    void covariatesThatTellTheArmsApartLeaveNoEstimate() {
        Evidence evidence = evidence(given(rows(20, 20, 12, 6)), true);
        Computed computed = Computed.of(evidence);
        everyCellHasANumberOrAReason(computed);
        assertThat(computed.effects().getFirst().overlap().value()).isEmpty();
        assertThat(table(computed, "t2").remarks()).contains(Phrase.of("report.t2.no-overlap"));
    }

    /** One of two with a titanium cage had a screw revised and died later; the grade III of the other one is not answered. */
    @Test
    void theSafetyTableCountsWhatIsRecordedAndSaysWhatIsNotAnswered() {
        Table table = table(
                computed(given(
                        consented(),
                        operated(),
                        reported(withScrews(again(SURGERY.plusMonths(2), Grounds.INFECTION), Work.REVISED, "L4-left")),
                        reported(again(SURGERY.plusMonths(3), Grounds.ADJACENT_SEGMENT)),
                        reported(death(SURGERY.plusMonths(5))),
                        consented(),
                        operated(),
                        reported(event(SURGERY.plusMonths(1), "IIIb")))),
                "t13");
        assertThat(first(table, "report.t13.event")).isEqualTo(new Cell.Share(1, 2));
        assertThat(first(table, "report.t13.any")).isEqualTo(new Cell.Share(1, 2));
        assertThat(first(table, "grounds.infection")).isEqualTo(new Cell.Share(1, 2));
        assertThat(first(table, "grounds.adjacent_segment")).isEqualTo(new Cell.Share(1, 2));
        assertThat(first(table, "report.t13.untouched")).isEqualTo(new Cell.Share(1, 2));
        assertThat(first(table, "report.intercurrent.revision_of_screws")).isEqualTo(new Cell.Share(1, 2));
        assertThat(first(table, "report.intercurrent.revision_of_cage")).isEqualTo(new Cell.Share(0, 2));
        assertThat(first(table, "report.intercurrent.other_reoperation")).isEqualTo(new Cell.Share(1, 2));
        assertThat(first(table, "report.intercurrent.death")).isEqualTo(new Cell.Share(1, 2));
        assertThat(table.remarks()).contains(Phrase.of("report.t13.asking", 1));
    }

    /** Outcomes that were taken over say nothing of safety, so nobody is counted as free of events. */
    @Test
    void whoWasTakenOverIsNotCountedAsSafe() {
        Table table = table(computed(given(rows(3, 2, 1, 1))), "t13");
        assertThat(table.rows())
                .allSatisfy(
                        row -> assertThat(row.cells()).allMatch(cell -> cell.content() instanceof Cell.Unavailable));
        assertThat(table.remarks()).contains(Phrase.of("report.t13.transcribed", 5));
    }

    private static Cell.Content first(Table table, String key) {
        return table.rows().stream()
                .filter(row -> row.label().equals(Phrase.of(key)))
                .map(row -> row.cells().getFirst().content())
                .findFirst()
                .orElseThrow();
    }

    private static Table table(Computed computed, String id) {
        return computed.tables().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static void everyCellHasANumberOrAReason(Computed computed) {
        assertThat(computed.tables())
                .extracting(Table::id)
                .contains("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t10", "t13");
        for (Table table : computed.tables()) {
            for (Table.Row row : table.rows()) {
                for (Cell cell : row.cells()) {
                    if (cell.content() instanceof Cell.Unavailable) {
                        assertThat(cell.notes())
                                .as(table.id() + " " + row.label())
                                .isNotEmpty();
                    }
                    assertThat(cell.notes())
                            .allSatisfy(note ->
                                    assertThat(note).isBetween(0, table.notes().size() - 1));
                }
            }
        }
    }

    static org.trabecula.study.testkit.Step rows(int first, int second, int firstYes, int secondYes) {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            rows.add(Transcripts.row(rows.size(), "T-" + i, "titanium", 6, Transcripts.fused(i < firstYes)));
        }
        for (int i = 0; i < second; i++) {
            rows.add(Transcripts.row(rows.size(), "P-" + i, "peek", 6, Transcripts.fused(i < secondYes)));
        }
        return transcribed(rows.toArray(TranscribedRow[]::new));
    }

    private static Computed computed(Story story) {
        return Computed.of(evidence(story, false));
    }

    private static Evidence evidence(Story story, boolean separated) {
        return evidence(story.world(), separated);
    }

    static Evidence evidence(World world, boolean separated) {
        return world.see(register -> {
            Dataset data =
                    Dataset.of(register, world.protocol(), world.journal().head());
            return new Evidence(
                    data,
                    world.protocol(),
                    covariates(data, separated),
                    new Evidence.Terms(0.95, 0.05, 200, 5, 7),
                    Agreement.of(register, world.protocol(), world.journal().head()));
        });
    }

    /** A number drawn for each by the place in the data set; or one that tells the arms apart. */
    private static Covariates covariates(Dataset data, boolean separated) {
        Philox chance = Philox.of(1, 1);
        Map<ParticipantId, double[]> rows = new HashMap<>();
        Map<ParticipantId, Double> values = new HashMap<>();
        for (Subject subject : data.subjects()) {
            double age = separated ? 60 + subject.arm() * 5.0 : 60 + 10 * chance.nextDouble();
            rows.put(subject.id(), new double[] {age});
            values.put(subject.id(), age);
        }
        Text label = Text.same("Age");
        return new Covariates(
                List.of(new Covariates.Baseline(label, false, values)),
                List.of(label),
                rows,
                Optional.empty(),
                Optional.empty());
    }
}
