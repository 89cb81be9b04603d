package org.trabecula.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.study.protocol.CageMaterial.OTHER;
import static org.trabecula.study.protocol.CageMaterial.PEEK;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M24;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.missed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Story.given;
import static org.trabecula.study.testkit.Surgeries.with;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Source;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.Transcripts;
import org.trabecula.study.testkit.World;
import org.trabecula.study.visit.Transcript;

/** What the tables say, counted from stories and from published counts. */
class ResultsTest {

    /**
     * Counts and p-values as printed: MIS-TLIF 2022 (fused at 12 months; Bridwell I), BE-TLIF (fused; grade I), LLIF (CT at
     * 8 and 19 months), RCT 2026 (subsidence at 2 years), titanium-coated PEEK against PEEK (fused at 6 months), loosening
     * in osteoporosis (2018), fusion by loosening at 2 years. The test named is the one that gives the printed p.
     */
    @ParameterizedTest
    @CsvSource({
        "38, 40, 40, 43, 0.705, PEARSON",
        "31, 40, 22, 43, 0.013, PEARSON",
        "46, 48, 44, 47, 0.629, PEARSON",
        "36, 48, 25, 47, 0.027, PEARSON",
        "23, 24, 30, 48, 0.002, FISHER",
        "18, 19, 36, 45, 0.258, FISHER",
        "2, 28, 10, 27, 0.010, FISHER",
        "45, 49, 38, 50, 0.03, PEARSON",
        "45, 49, 38, 50, 0.054, FISHER",
        "10, 31, 7, 55, 0.029, PEARSON",
        "10, 14, 46, 49, 0.038, FISHER"
    })
    void transcribedCountsGiveThePrintedP(
            int events, int total, int otherEvents, int otherTotal, String p, String test) {
        List<TranscribedRow> rows = new ArrayList<>(rows("titanium", events, total, Transcripts::fused));
        rows.addAll(rows("peek", otherEvents, otherTotal, Transcripts::fused));
        Results results = results(given(transcribed(rows.toArray(TranscribedRow[]::new))));
        assertThat(rate(results, Endpoint.FUSION, M6, "titanium").proportion())
                .isEqualTo(new Proportion(events, total));
        assertThat(rate(results, Endpoint.FUSION, M6, "peek").proportion())
                .isEqualTo(new Proportion(otherEvents, otherTotal));
        assertThat(rate(results, Endpoint.FUSION, M6, "peek").sources())
                .containsOnly(Map.entry(Source.TRANSCRIBED, otherTotal));
        Comparison comparison =
                results.comparison(Endpoint.FUSION, M6, Unit.PARTICIPANT).orElseThrow();
        OptionalDouble computed = test.equals("PEARSON") ? comparison.pearson() : comparison.fisher();
        BigDecimal printed = new BigDecimal(p);
        assertThat(BigDecimal.valueOf(computed.orElseThrow()).setScale(printed.scale(), RoundingMode.HALF_UP))
                .isEqualTo(printed);
        assertThat(comparison.difference().orElseThrow())
                .isCloseTo((double) events / total - (double) otherEvents / otherTotal, within(1e-12));
    }

    @Test
    void everybodyOfAnArmIsEitherJudgedOrMissingWithACause() {
        Results results = results(mixed());
        for (Rate rate : results.rates()) {
            if (rate.unit() == Unit.PARTICIPANT) {
                int size = results.sizes().get(results.arms().indexOf(rate.arm()));
                assertThat(rate.proportion().total() + rate.missingCount()).isEqualTo(size);
                assertThat(rate.members()).hasSize(size);
                assertThat(rate.sources().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(rate.proportion().total());
            }
        }
    }

    @Test
    void participantsAndTheirScrewsAreCountedApart() {
        Results results = results(mixed());
        assertThat(results.sizes()).containsExactly(3, 1);
        Rate participants = rate(results, Endpoint.LOOSENING, M6, "titanium");
        assertThat(participants.proportion()).isEqualTo(new Proportion(1, 2));
        assertThat(participants.missing()).containsOnly(Map.entry(Cause.MISSED, 1));
        Rate screws =
                results.rate(Endpoint.LOOSENING, M6, Unit.SCREW, "titanium").orElseThrow();
        // Two participants with four screws each were read, one screw is loose; the third, with four, was not seen.
        assertThat(screws.proportion()).isEqualTo(new Proportion(1, 8));
        assertThat(screws.missing()).containsOnly(Map.entry(Cause.MISSED, 4));
        assertThat(rate(results, Endpoint.FUSION, M6, "peek").missing()).containsOnly(Map.entry(Cause.NOT_HELD, 1));
    }

    @Test
    void nothingIsComparedWhileAnArmHasNobodyJudged() {
        Comparison comparison = results(mixed())
                .comparison(Endpoint.FUSION, M6, Unit.PARTICIPANT)
                .orElseThrow();
        assertThat(comparison.difference()).isEmpty();
        assertThat(comparison.newcombe()).isEmpty();
        assertThat(comparison.pearson()).isEmpty();
        assertThat(comparison.fisher()).isEmpty();
        assertThat(rate(results(mixed()), Endpoint.FUSION, M6, "peek").wilson()).isEmpty();
    }

    @Test
    void whoHasNoArmIsInNoTableAndIsCounted() {
        Results results =
                results(given(consented(), operated(with(OTHER)), consented(), operated(with()), consented()));
        assertThat(results.unassigned()).isEqualTo(2);
        assertThat(results.sizes()).containsExactly(0, 0);
    }

    @Test
    void anEmptyStudyHasTablesOfNothing() {
        Results results = results(given());
        assertThat(results.visits()).containsExactly(M3, M6, M12, M24);
        assertThat(results.rates())
                .hasSize(4 * (3 + 1) * 2)
                .allSatisfy(rate -> assertThat(rate.proportion()).isEqualTo(new Proportion(0, 0)));
        assertThat(results.cut().head().position()).isZero();
    }

    @Test
    void aTranscribedVisitThatTheProtocolDoesNotPlanHasItsOwnRows() {
        Results results = results(given(transcribed(
                Transcripts.row(2, "T-1", "peek", 8, Transcripts.fused(true)),
                Transcripts.row(3, "T-1", "peek", 0, Transcripts.odi("60")))));
        assertThat(results.visits()).containsExactly(M3, M6, new Timepoint(8), M12, M24);
        assertThat(rate(results, Endpoint.FUSION, new Timepoint(8), "peek").proportion())
                .isEqualTo(new Proportion(1, 1));
        assertThat(results.score("odi", M0, "peek").orElseThrow().summary().mean())
                .hasValue(60);
    }

    @Test
    void scoresAreSummarisedWithThoseWhoGaveNone() {
        Results results = results(given(
                consented(),
                operated(),
                imaged(M6),
                filled("outcome", M6, Map.of("odi", "20")),
                consented(),
                operated(),
                imaged(M6),
                filled("outcome", M6, Map.of("odi", "31.5", "vas_back", "3")),
                consented(),
                operated()));
        ScoreCell odi = results.score("odi", M6, "titanium").orElseThrow();
        assertThat(odi.summary().n()).isEqualTo(2);
        assertThat(odi.summary().mean()).hasValue(25.75);
        assertThat(odi.missing()).isEqualTo(1);
        assertThat(odi.values()).extracting(ScoreCell.Value::value).containsExactly(20.0, 31.5);
        assertThat(odi.values().getFirst().positions()).containsExactly(11L);
        assertThat(results.score("vas_back", M6, "titanium").orElseThrow().missing())
                .isEqualTo(2);
        assertThat(results.score("odi", M6, "peek").orElseThrow().summary().mean())
                .isEmpty();
    }

    @Test
    void resultsAtAnEarlierPositionAreThoseOfThatDayAndNameIt() {
        World world = mixed().world();
        long before = 6;
        Results early = Results.of(
                world.desk().asOf(before), world.protocol(), world.desk().headAt(before));
        assertThat(early.sizes()).containsExactly(1, 0);
        assertThat(early.cut()).isEqualTo(new MadeFrom(world.journal().headAt(before), "1.0"));
    }

    /** Titanium: one loose in one screw of four, one firm, one who missed month 6. PEEK: one who was never seen. */
    private static Story mixed() {
        return given(
                consented(),
                operated(),
                imaged(M6),
                bothRead(FIRM.looseAt("L4-left")),
                consented(),
                operated(),
                imaged(M6),
                bothRead(FIRM),
                consented(),
                operated(),
                missed(M6),
                consented(),
                operated(with(PEEK)));
    }

    private static List<TranscribedRow> rows(String arm, int events, int total, Function<Boolean, Transcript> outcome) {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int i = 1; i <= total; i++) {
            rows.add(Transcripts.row(i, arm + "-" + i, arm, 6, outcome.apply(i <= events)));
        }
        return rows;
    }

    private static Results results(Story story) {
        World world = story.world();
        return world.see(register ->
                Results.of(register, world.protocol(), world.journal().head()));
    }

    private static Rate rate(Results results, Endpoint endpoint, Timepoint visit, String arm) {
        return results.rate(endpoint, visit, Unit.PARTICIPANT, arm).orElseThrow();
    }
}
