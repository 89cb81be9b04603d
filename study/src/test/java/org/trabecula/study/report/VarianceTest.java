package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Transcripts;

/** By what the error of the claim is computed. */
class VarianceTest {

    @Test
    void thePlanSaysByWhatTheErrorOfTheClaimIsComputed() {
        Effects small = effects(Variance.SANDWICH, false);
        Effects safe = effects(Variance.ONE_STEP_JACKKNIFE, false);

        assertThat(safe.claim().variance()).isEqualTo(Variance.ONE_STEP_JACKKNIFE);
        assertThat(safe.claim().difference()).isEqualTo(small.claim().difference());
        // The jackknife's influences are the sandwich's divided by what is left of the information without each
        // participant
        assertThat(width(safe)).isGreaterThan(width(small));
        // Each plan shows the other's error beside it
        assertThat(safe.otherwise().orElseThrow().error())
                .isEqualTo(small.overlap().orElseThrow().error());
        assertThat(small.otherwise().orElseThrow().error())
                .isEqualTo(safe.overlap().orElseThrow().error());
    }

    @Test
    void whereSomebodyCannotBeLeftOutTheSandwichStandsInAndTheTableSaysSo() {
        Computed computed = computed(Variance.ONE_STEP_JACKKNIFE, true);
        assertThat(computed.effects().getFirst().claim().variance()).isEqualTo(Variance.SANDWICH);
        assertThat(computed.table("t3").remarks()).extracting(Phrase::key).contains("report.t3.stands-in");
        TablesTest.everyCellHasANumberOrAReason(computed);
    }

    private static double width(Effects effects) {
        return effects.claim().interval(0.95).orElseThrow().upper()
                - effects.claim().interval(0.95).orElseThrow().lower();
    }

    private static Effects effects(Variance variance, boolean alone) {
        return computed(variance, alone).effects().getFirst();
    }

    /** Forty of each arm; a term of the model may tell one of them from all others. */
    private static Computed computed(Variance variance, boolean alone) {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 40; i++) {
                rows.add(Transcripts.row(
                        rows.size(),
                        (arm == 0 ? "T-" : "P-") + i,
                        arm == 0 ? "titanium" : "peek",
                        6,
                        Transcripts.fused((i * 7 + arm) % 3 != 0)));
            }
        }
        return Computed.of(
                Evidences.of(rows, LittleStudy.protocol().with(plan(variance)), data -> covariates(data, alone)));
    }

    private static Covariates covariates(Dataset data, boolean alone) {
        Philox chance = Philox.of(1, 1);
        Covariates.Column age = Evidences.column("Age", true, true, data, _ -> 60 + 10 * chance.nextDouble());
        return alone
                ? Evidences.covariates(
                        data,
                        age,
                        Evidences.column(
                                "Own surgeon",
                                false,
                                true,
                                data,
                                one -> one.id().value().equals("T-0") ? 1 : 0))
                : Evidences.covariates(data, age);
    }

    private static AnalysisPlan plan(Variance variance) {
        AnalysisPlan plan = LittlePlan.plan();
        Estimation little = plan.estimation();
        return new AnalysisPlan(
                plan.version(),
                plan.fingerprint(),
                plan.contrast(),
                plan.estimands(),
                plan.sets(),
                plan.windows(),
                plan.endpoints(),
                plan.covariates(),
                new Estimation(
                        little.primary(),
                        little.companions(),
                        little.augmentAbove(),
                        variance,
                        little.missing(),
                        little.replicates(),
                        little.imputations(),
                        little.seed()),
                plan.multiplicity(),
                plan.sensitivity(),
                plan.trim());
    }
}
