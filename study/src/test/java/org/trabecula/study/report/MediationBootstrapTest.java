package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.causal.MediatedRisks;
import org.trabecula.statistics.causal.Mediation;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.statistics.resample.Replicates;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Transcripts;

/** The natural effects of participants drawn again. */
class MediationBootstrapTest {

    @Test
    void effectsSpreadAsTheStackedErrorSays() {
        Evidence evidence = evidence(120, 0.35);
        Chain chain = Chain.of(evidence);
        MediationBootstrap bootstrap = MediationBootstrap.of(evidence, chain);
        MediatedRisks risks = chain.mediated().then(Mediation::stacked).orElseThrow();
        Replicates total = of(bootstrap, NaturalEffect.TOTAL);

        assertThat(bootstrap.failed()).isZero();
        assertThat(total.original()).isCloseTo(risks.total().value(), within(1e-9));
        // The spread of 200 resamples has a relative error of 5 %; the methods differ by a few per cent at n = 240.
        assertThat(total.standardError() / risks.total().standardError()).isCloseTo(1, within(0.2));
        assertThat(of(bootstrap, NaturalEffect.INDIRECT).standardError()
                        / risks.indirect(true).standardError())
                .isCloseTo(1, within(0.3));
    }

    @Test
    void whoeverIsNeverLooseLeavesASentence() {
        Evidence evidence = evidence(20, 0);
        MediationBootstrap bootstrap = MediationBootstrap.of(evidence, Chain.of(evidence));
        assertThat(bootstrap.effects().values()).allMatch(one -> one.value().isEmpty());
        TablesTest.everyCellHasANumberOrAReason(Computed.of(evidence));
    }

    @Test
    void eventsThatAreToldApartArePenalised() {
        // Among those not fused everybody loosens, among those fused nobody: no likelihood has a maximum.
        Evidence evidence = evidence(40, 2);
        Chain chain = Chain.of(evidence);
        assertThat(chain.mediated().orElseThrow().penalised()).isTrue();
        assertThat(chain.mediated().then(Mediation::stacked).value()).isPresent();
        assertThat(new ChainTable(evidence, chain).table().remarks()).contains(Phrase.of("report.t7.firth"));
    }

    private static Replicates of(MediationBootstrap bootstrap, NaturalEffect effect) {
        return Optional.ofNullable(bootstrap.effects().get(effect))
                .orElseThrow()
                .orElseThrow();
    }

    /** @param loose the chance of those not fused to loosen later; half of it when fused, 2 for all of those and none of these */
    private static Evidence evidence(int each, double loose) {
        Philox chance = Philox.of(5, 1);
        List<TranscribedRow> rows = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < each; i++) {
                String id = (arm == 0 ? "T-" : "P-") + i;
                String name = arm == 0 ? "titanium" : "peek";
                boolean fused = chance.nextDouble() < (arm == 0 ? 0.7 : 0.4);
                boolean loosened = chance.nextDouble() < (loose == 2 ? fused ? 0 : 1 : fused ? loose / 2 : loose);
                rows.add(Transcripts.row(rows.size(), id, name, 6, Transcripts.fused(fused)));
                rows.add(Transcripts.row(rows.size(), id, name, 12, Transcripts.loose(loosened)));
            }
        }
        return Evidences.of(rows, LittleStudy.protocol(), MediationBootstrapTest::covariates);
    }

    private static Covariates covariates(Dataset data) {
        Philox chance = Philox.of(3, 1);
        return Evidences.covariates(
                data, Evidences.column("Age", true, true, data, _ -> 60 + 10 * chance.nextDouble()));
    }
}
