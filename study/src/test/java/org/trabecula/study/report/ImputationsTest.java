package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.report.ImputationModel.Target;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Transcripts;

/** Missing statuses of the primary endpoints. */
class ImputationsTest {

    @Test
    void whereNothingIsMissingThePooledDifferenceIsTheWeightedOne() {
        Effects effects =
                Computed.of(evidence(40, 0, LittleStudy.protocol())).effects().getFirst();
        Pooled pooled = effects.imputed().orElseThrow();
        Effect weighted = effects.overlap().orElseThrow();
        assertThat(pooled.estimate()).isCloseTo(weighted.difference(), within(1e-12));
        assertThat(pooled.standardError()).isCloseTo(weighted.error(), within(1e-12));
    }

    @Test
    void fewParticipantsAreImputedFromFewColumns() {
        // Twelve of an arm have room for one column beside the one imputed: who was likely to be in which arm
        ImputationModel few = model(evidence(12, 4, LittleStudy.protocol()));
        assertThat(few.variables()).hasSize(2);
        assertThat(few.variables().getLast().name()).isEqualTo(Phrase.of("report.imputed.propensity"));

        // Twenty have room for two, so that both covariates stand there themselves
        ImputationModel many = model(evidence(20, 4, LittleStudy.protocol()));
        assertThat(many.variables().stream().map(ImputationModel.Variable::name))
                .contains(Phrase.of("report.text", Text.same("Age")), Phrase.of("report.text", Text.same("BMI")))
                .doesNotContain(Phrase.of("report.imputed.propensity"));
    }

    @Test
    void thePlanMayRestTheClaimOnImputedValues() {
        AnalysisPlan plan = LittlePlan.plan();
        Estimation estimation = plan.estimation();
        Protocol protocol = LittleStudy.protocol()
                .with(new AnalysisPlan(
                        plan.version(),
                        plan.fingerprint(),
                        plan.contrast(),
                        plan.estimands(),
                        plan.sets(),
                        plan.windows(),
                        plan.endpoints(),
                        plan.covariates(),
                        new Estimation(
                                estimation.primary(),
                                estimation.companions(),
                                estimation.augmentAbove(),
                                estimation.variance(),
                                Estimation.Missing.MULTIPLE_IMPUTATION,
                                estimation.replicates(),
                                estimation.imputations(),
                                estimation.seed()),
                        plan.multiplicity(),
                        plan.sensitivity(),
                        plan.trim()));
        Effects effects = Computed.of(evidence(40, 8, protocol)).effects().getFirst();

        assertThat(effects.claim().imputed()).isTrue();
        assertThat(effects.claim().difference())
                .contains(effects.imputed().orElseThrow().estimate());
        assertThat(effects.p()).contains(effects.imputed().orElseThrow().p());
        assertThat(effects.imputed().orElseThrow().between()).isPositive();
    }

    @Test
    void aStatusThatNobodyHasLeavesNoPooledDifferenceButAReason() {
        Computed computed = Computed.of(evidence(20, 20, LittleStudy.protocol()));
        assertThat(computed.effects().getFirst().imputed().value()).isEmpty();
        TablesTest.everyCellHasANumberOrAReason(computed);
    }

    private static ImputationModel model(Evidence evidence) {
        return ImputationModel.of(evidence, List.of(new Target(Endpoint.FUSION, evidence.primary())));
    }

    /** So many of each arm, of whom the last so many have no status. */
    private static Evidence evidence(int each, int missing, Protocol protocol) {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < each; i++) {
                rows.add(Transcripts.row(
                        rows.size(),
                        (arm == 0 ? "T-" : "P-") + i,
                        arm == 0 ? "titanium" : "peek",
                        6,
                        i < each - missing ? Transcripts.fused((i * 7 + arm) % 3 != 0) : Transcripts.odi("40")));
            }
        }
        return Evidences.of(rows, protocol, ImputationsTest::covariates);
    }

    private static Covariates covariates(Dataset data) {
        Philox chance = Philox.of(3, 1);
        return Evidences.covariates(
                data,
                Evidences.column("Age", true, true, data, _ -> 60 + 10 * chance.nextDouble()),
                Evidences.column("BMI", true, true, data, _ -> 20 + 5 * chance.nextDouble()));
    }
}
