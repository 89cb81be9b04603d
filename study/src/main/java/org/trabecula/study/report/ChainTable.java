package org.trabecula.study.report;

import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.causal.EValue;
import org.trabecula.statistics.causal.MediatedRisks;
import org.trabecula.statistics.causal.Mediation;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Sensitivity;

/** T7: the chain itself, with what has to be assumed beside the numbers. */
record ChainTable(Evidence evidence, Chain chain) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t7",
                Phrase.of("report.column.quantity"),
                Phrase.of("report.column.estimate"),
                evidence.interval(),
                Phrase.of("report.column.p"),
                Phrase.of("report.column.assumption"));
        landmark(draft);
        draft.heading(Phrase.of("report.t7.arrows"));
        arrow(draft, "report.t7.onward", chain.onward());
        if (evidence.tries(Sensitivity.REVERSE_ARROW)) {
            arrow(draft, "report.t7.backward", chain.backward());
        } else {
            draft.remark("report.t7.no-reverse");
        }
        draft.heading(Phrase.of("report.t7.effects", chain.followed().size()));
        effects(draft);
        Windowed.endpoints(
                draft,
                evidence,
                List.of(Endpoint.FUSION, Endpoint.LOOSENING),
                evidence.data().visits());
        MediationBootstrap.of(evidence, chain).rows(draft);
        chain.mediated().value().filter(Mediation::penalised).ifPresent(_ -> draft.remark("report.t7.firth"));
        return draft.remark(chain.identified() ? "report.t7.identified" : "report.t7.not-identified")
                .remark("report.t7.assumptions")
                .done();
    }

    private void landmark(TableDraft draft) {
        draft.heading(Phrase.of(
                "report.t7.landmark",
                evidence.visit(evidence.primary()),
                chain.landmark().size()));
        Proportion fused = later(true);
        Proportion apart = later(false);
        draft.row(
                Phrase.of("report.t7.fused"),
                share(draft, fused, true),
                blank(),
                blank(),
                said("report.t7.descriptive"));
        draft.row(Phrase.of("report.t7.unfused"), share(draft, apart, false), blank(), blank(), blank());
        TwoByTwo table = new TwoByTwo(fused, apart);
        Derivation from = TableDraft.from(who(chain.landmark()), "report.how.landmark");
        var difference = table.riskDifference();
        draft.row(
                Phrase.of("report.t7.difference"),
                difference
                        .map(rd -> draft.cell(TableDraft.points(rd.estimate()), from))
                        .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))),
                difference
                        .map(rd -> draft.cell(TableDraft.points(rd.newcombe(evidence.level())), from))
                        .orElseGet(TableDraft::blank),
                difference
                        .map(rd -> draft.cell(new Cell.Significance(table.fisher()), from))
                        .orElseGet(TableDraft::blank),
                blank());
    }

    private Proportion later(boolean fused) {
        List<Chain.Follower> own =
                chain.landmark().stream().filter(one -> one.fused() == fused).toList();
        return new Proportion(
                (int) own.stream().filter(Chain.Follower::loosened).count(), own.size());
    }

    private Cell share(TableDraft draft, Proportion share, boolean fused) {
        List<Chain.Follower> own =
                chain.landmark().stream().filter(one -> one.fused() == fused).toList();
        return draft.share(share.events(), share.total(), TableDraft.from(who(own), "report.how.share"));
    }

    private void arrow(TableDraft draft, String key, Outcome<Contrast> outcome) {
        Derivation from = TableDraft.from(Dataset.ids(evidence.compared()), "report.how.arrow");
        if (outcome instanceof Outcome.Missing<Contrast>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION) {
            Cell endless = draft.unavailable(Phrase.of("report.t7.endless"));
            draft.row(Phrase.of(key), endless, endless, endless, said(key + ".assumes"));
            return;
        }
        draft.row(
                Phrase.of(key),
                draft.cell(outcome, one -> TableDraft.ratio(Math.exp(one.estimate())), from),
                draft.cell(
                        outcome,
                        one -> new Cell.Range(
                                Math.exp(one.interval(evidence.level()).lower()),
                                Math.exp(one.interval(evidence.level()).upper()),
                                2,
                                Cell.Scale.PLAIN),
                        from),
                draft.cell(outcome, one -> new Cell.Significance(one.p()), from),
                said(key + ".assumes"));
    }

    private void effects(TableDraft draft) {
        Outcome<MediatedRisks> risks = chain.mediated().then(Mediation::stacked);
        effect(draft, "report.t7.total", risks.map(MediatedRisks::total));
        effect(draft, "report.t7.direct", risks.map(one -> one.direct(false)));
        effect(draft, "report.t7.direct-total", risks.map(one -> one.direct(true)));
        if (!chain.identified()) {
            for (String key : List.of("report.t7.indirect", "report.t7.indirect-pure", "report.t7.proportion")) {
                draft.row(
                        Phrase.of(key),
                        draft.noted(said("report.not-identified"), Phrase.of("report.t7.not-identified")),
                        blank(),
                        blank(),
                        said(key + ".assumes"));
            }
            return;
        }
        effect(draft, "report.t7.indirect", risks.map(one -> one.indirect(true)));
        effect(draft, "report.t7.indirect-pure", risks.map(one -> one.indirect(false)));
        Derivation from = TableDraft.from(who(chain.followed()), "report.how.mediation");
        Optional<Estimate> share = chain.mediated().value().flatMap(Mediation::proportion);
        draft.row(
                Phrase.of("report.t7.proportion"),
                share.map(one -> draft.cell(new Cell.Figure(one.value(), 2, Cell.Scale.PLAIN), from))
                        .orElseGet(() -> draft.unavailable(Phrase.of("report.no-ratio"))),
                blank(),
                blank(),
                said("report.t7.proportion.assumes"));
        eValue(draft, risks, from);
    }

    private void effect(TableDraft draft, String key, Outcome<Estimate> outcome) {
        Derivation from = TableDraft.from(who(chain.followed()), "report.how.mediation");
        draft.row(
                Phrase.of(key),
                draft.cell(outcome, one -> TableDraft.points(one.value()), from),
                draft.cell(outcome, one -> TableDraft.points(one.interval(evidence.level())), from),
                draft.cell(outcome, one -> new Cell.Significance(Wald.p(one)), from),
                said(key + ".assumes"));
    }

    /** How strong a common cause of fusion and loosening would have to be to explain the indirect effect away. */
    private static void eValue(TableDraft draft, Outcome<MediatedRisks> risks, Derivation from) {
        risks.value()
                .map(MediatedRisks::risks)
                .filter(four -> four[2] > 0 && four[3] > 0)
                .ifPresent(four -> draft.row(
                        Phrase.of("report.t7.e-value"),
                        draft.cell(TableDraft.ratio(EValue.of(four[3] / four[2])), from),
                        blank(),
                        blank(),
                        said("report.t7.e-value.assumes")));
    }

    private static List<ParticipantId> who(List<Chain.Follower> followers) {
        return Dataset.ids(followers.stream().map(Chain.Follower::subject).toList());
    }

    private static Cell blank() {
        return TableDraft.blank();
    }

    private static Cell said(String key) {
        return TableDraft.said(Phrase.of(key));
    }
}
