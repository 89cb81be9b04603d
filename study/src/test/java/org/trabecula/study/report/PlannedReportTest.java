package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.MeasuredEndpoint;
import org.trabecula.study.protocol.MeasuredEndpoint.Measure;
import org.trabecula.study.protocol.Multiplicity;
import org.trabecula.study.protocol.Sensitivity;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.World;

/** The report computes what the plan says, in its order, and nothing else. */
class PlannedReportTest {
    private static final Timepoint M6 = new Timepoint(6);

    @Test
    void thePrimariesAreThoseOfThePlanHoweverMany() {
        Computed one = computed(plan(Multiplicity.Procedure.HOLM, List.of("grade-1"), List.of()));
        assertThat(one.effects()).extracting(Effects::endpoint).containsExactly(Endpoint.FUSION_GRADE_I);
        Computed four = computed(
                plan(Multiplicity.Procedure.FIXED_SEQUENCE, List.of("loose", "fused", "time", "score"), List.of()));
        assertThat(four.effects()).extracting(Effects::endpoint).containsExactly(Endpoint.LOOSENING, Endpoint.FUSION);
        List<Table.Row> claims = four.table("t3").rows();
        assertThat(claims.subList(claims.size() - 4, claims.size()))
                .extracting(row -> row.label().key())
                .containsExactly("report.endpoint-at", "report.endpoint-at", "report.t5b.fusion", "report.text");
        assertThat(four.table("t3").notes()).contains(Phrase.of("report.t3.no-single-test"));
        TablesTest.everyCellHasANumberOrAReason(four);
    }

    @ParameterizedTest
    @EnumSource(Multiplicity.Procedure.class)
    void theHeadingNamesTheProcedure(Multiplicity.Procedure procedure) {
        Computed computed = computed(plan(procedure, List.of("fused", "loose"), List.of()));
        assertThat(computed.table("t3").rows())
                .extracting(Table.Row::label)
                .contains(Phrase.of("report.t3.family." + procedure.id(), 2, "5"));
    }

    @Test
    void sensitivitiesStandInThePlansOrder() {
        Computed computed = computed(plan(
                Multiplicity.Procedure.HOLM, List.of("fused"), List.of(Sensitivity.TRIMMED, Sensitivity.BEST_WORST)));
        assertThat(computed.table("t11").rows())
                .extracting(row -> row.label().key())
                .containsExactly(
                        "report.endpoint-at",
                        "report.t11.unadjusted",
                        "report.t3.carries",
                        "report.t11.trimmed",
                        "report.t11.best",
                        "report.t11.worst");
        assertThat(computed.table("t11").rows().get(3).label())
                .isEqualTo(Phrase.of("report.t11.trimmed", "0.2", "0.8"));
        assertThat(computed.tippings()).isEmpty();
        assertThat(computed.table("t9").remarks()).containsExactly(Phrase.of("report.t9.not-planned"));
        assertThat(computed.table("t7").remarks()).contains(Phrase.of("report.t7.no-reverse"));
        TablesTest.everyCellHasANumberOrAReason(computed);
    }

    @ParameterizedTest
    @EnumSource(Sensitivity.class)
    void eachSensitivityAloneGivesNumbersOrReasons(Sensitivity one) {
        TablesTest.everyCellHasANumberOrAReason(
                computed(plan(Multiplicity.Procedure.HOLM, List.of("fused", "loose"), List.of(one))));
    }

    @Test
    void theTrimOfThePlanIsKept() {
        Computed wide = computed(plan("0.001", "0.999"));
        Computed narrow = computed(plan("0.499", "0.501"));
        assertThat(participants(wide)).isEqualTo(60);
        assertThat(participants(narrow)).isLessThan(60);
    }

    @ParameterizedTest
    @EnumSource(Estimation.Estimator.class)
    void whatLeavesNobodyOutIsTheClaimItself(Estimation.Estimator estimator) {
        AnalysisPlan wide = plan("0.001", "0.999");
        Estimation little = wide.estimation();
        Computed computed = computed(with(
                wide,
                new Estimation(
                        estimator,
                        List.of(),
                        Optional.empty(),
                        Estimation.Variance.ONE_STEP_JACKKNIFE,
                        little.missing(),
                        little.replicates(),
                        little.imputations(),
                        little.seed())));
        Cell.Figure trimmed = (Cell.Figure) computed.table("t11").rows().stream()
                .filter(row -> row.label().key().equals("report.t11.trimmed"))
                .map(row -> row.cells().get(1).content())
                .findFirst()
                .orElseThrow();
        // The scores of the little study lie well inside, so that a trim at the ends keeps all sixty
        assertThat(participants(computed)).isEqualTo(60);
        assertThat(trimmed.value())
                .isEqualTo(computed.effects().getFirst().claim().difference().orElseThrow());
        TablesTest.everyCellHasANumberOrAReason(computed);
    }

    @Test
    void theContrastTurnsTheDifferenceRound() {
        AnalysisPlan plan = plan(Multiplicity.Procedure.HOLM, List.of("fused"), List.of());
        double there = difference(computed(plan));
        double back = difference(computed(with(plan, List.of("peek", "titanium"), plan.trim())));
        assertThat(back).isEqualTo(-there).isNotZero();
    }

    private static double difference(Computed computed) {
        return computed.effects()
                .getFirst()
                .judged()
                .table()
                .riskDifference()
                .orElseThrow()
                .estimate();
    }

    private static int participants(Computed computed) {
        return computed.table("t11").rows().stream()
                .filter(row -> row.label().key().equals("report.t11.trimmed"))
                .map(row -> (Cell.Count) row.cells().getFirst().content())
                .findFirst()
                .orElseThrow()
                .n();
    }

    private static Computed computed(AnalysisPlan plan) {
        World world = new World(LittlePlan.protocol().with(plan));
        TablesTest.rows(30, 30, 20, 12).take(world);
        return Computed.of(TablesTest.evidence(world, false));
    }

    private static AnalysisPlan plan(String lower, String upper) {
        AnalysisPlan plan = plan(Multiplicity.Procedure.HOLM, List.of("fused"), List.of(Sensitivity.TRIMMED));
        return with(plan, plan.contrast(), new AnalysisPlan.Trim(new BigDecimal(lower), new BigDecimal(upper)));
    }

    private static AnalysisPlan with(AnalysisPlan plan, List<String> contrast, AnalysisPlan.Trim trim) {
        return new AnalysisPlan(
                plan.version(),
                plan.fingerprint(),
                contrast,
                plan.estimands(),
                plan.sets(),
                plan.windows(),
                plan.endpoints(),
                plan.covariates(),
                plan.estimation(),
                plan.multiplicity(),
                plan.sensitivity(),
                trim);
    }

    private static AnalysisPlan with(AnalysisPlan plan, Estimation estimation) {
        return new AnalysisPlan(
                plan.version(),
                plan.fingerprint(),
                plan.contrast(),
                plan.estimands(),
                plan.sets(),
                plan.windows(),
                plan.endpoints(),
                plan.covariates(),
                estimation,
                plan.multiplicity(),
                plan.sensitivity(),
                plan.trim());
    }

    private static AnalysisPlan plan(
            Multiplicity.Procedure procedure, List<String> over, List<Sensitivity> sensitivity) {
        AnalysisPlan little = LittlePlan.plan();
        return new AnalysisPlan(
                little.version(),
                little.fingerprint(),
                little.contrast(),
                List.of(
                        estimand("fused", Optional.of(M6)),
                        estimand("grade-1", Optional.of(M6)),
                        estimand("loose", Optional.of(M6)),
                        estimand("time", Optional.empty()),
                        estimand("score", Optional.empty())),
                little.sets(),
                little.windows(),
                List.of(
                        endpoint("fused", Measure.FUSION, "bridwell-1-2/v1"),
                        endpoint("grade-1", Measure.FUSION, "bridwell-1/v1"),
                        endpoint("loose", Measure.LOOSENING, "lucency-1mm/v1"),
                        endpoint("time", Measure.TIME_TO_FUSION, "bridwell-1-2/v1"),
                        endpoint("score", Measure.SCORE, "odi")),
                little.covariates(),
                little.estimation(),
                new Multiplicity(procedure, new BigDecimal("0.05"), over),
                sensitivity,
                new AnalysisPlan.Trim(new BigDecimal("0.2"), new BigDecimal("0.8")));
    }

    /** Each about the endpoint of its own name. */
    private static Estimand estimand(String id, Optional<Timepoint> at) {
        Text none = Text.same(id);
        return new Estimand(id, none, none, none, none, id, at, "implanted", List.of());
    }

    private static MeasuredEndpoint endpoint(String id, Measure measure, String definition) {
        return new MeasuredEndpoint(id, Text.same(id), measure, definition);
    }
}
