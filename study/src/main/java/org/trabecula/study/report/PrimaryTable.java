package org.trabecula.study.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.causal.EValue;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.proportion.RiskDifference;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.Sensitivity;
import org.trabecula.study.protocol.Text;

/** T3: the primary endpoints by every estimator, the weighted ones first in what they claim, the unadjusted first in the table. */
record PrimaryTable(Evidence evidence, List<Effects> effects, Imputations imputations, Family family) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t3",
                Phrase.of("report.column.estimator"),
                evidence.headed(0),
                evidence.headed(1),
                Phrase.of("report.column.difference"),
                evidence.interval(),
                Phrase.of("report.column.p"));
        for (Effects one : effects) {
            draft.heading(
                    Phrase.of("report.endpoint-at", evidence.endpoint(one.endpoint()), evidence.visit(one.visit())));
            unadjusted(draft, one);
            one.planned(evidence).forEach(estimator -> estimate(draft, one, estimator));
            explained(draft, one);
            if (imputing()) {
                imputed(draft, one);
            }
            ratios(draft, one);
        }
        if (imputing() && !effects.isEmpty()) {
            draft.remark(
                    "report.t3.imputed-from",
                    imputations.model().names(),
                    evidence.terms().imputations(),
                    String.valueOf(evidence.terms().seed()));
        }
        family.rows(draft);
        Windowed.effects(draft, evidence, effects);
        draft.remark("report.t3.variance." + evidence.variance().id());
        return draft.remark(evidence.imputing() ? "report.t3.claim-imputed" : "report.t3.claim")
                .done();
    }

    private boolean imputing() {
        return evidence.imputing() || evidence.tries(Sensitivity.MULTIPLE_IMPUTATION);
    }

    /** The rows of one estimator; the counts as they are stand above, unless the claim rests on them. */
    private void estimate(TableDraft draft, Effects one, Estimator estimator) {
        if (estimator == Estimator.UNADJUSTED) {
            if (one.claim().restsOn(estimator, false)) {
                counts(draft, one);
            }
            return;
        }
        Outcome<Effect> outcome = one.by(estimator);
        weighted(draft, one, estimator, outcome);
        outcome.value()
                .filter(effect -> effect.variance() != evidence.variance())
                .ifPresent(effect -> draft.remark(
                        "report.t3.stands-in",
                        evidence.endpoint(one.endpoint()),
                        Claim.words(estimator, effect.variance())));
        if (estimator == Estimator.OVERLAP_WEIGHTS) {
            draft.row(
                    Phrase.of("report.t3.bootstrap", evidence.terms().replicates()),
                    TableDraft.blank(),
                    TableDraft.blank(),
                    TableDraft.blank(),
                    draft.cell(one.bootstrap(), TableDraft::points, from(one, "report.how.bootstrap")),
                    TableDraft.blank());
            plain(draft, one, one.otherwise());
        }
    }

    private void counts(TableDraft draft, Effects one) {
        Derivation from = from(one, "report.how.unadjusted-wald");
        Outcome<Contrast> contrast = one.claim().contrast();
        draft.row(
                Phrase.of("report.t3.carries", one.claim().words()),
                TableDraft.blank(),
                TableDraft.blank(),
                draft.cell(contrast, found -> TableDraft.points(found.estimate()), from),
                draft.cell(contrast, found -> TableDraft.points(found.interval(evidence.level())), from),
                draft.cell(contrast, (Contrast found) -> new Cell.Significance(found.p()), from));
    }

    private void weighted(TableDraft draft, Effects one, Estimator estimator, Outcome<Effect> outcome) {
        Variance used = outcome.value().map(Effect::variance).orElse(evidence.variance());
        weighted(
                draft,
                one,
                carrying(Claim.words(estimator, used), one.claim().restsOn(estimator, false)),
                Claim.how(estimator, used),
                outcome);
    }

    /** The overlap-weighted difference once more, with the error that the plan does not want. */
    private void plain(TableDraft draft, Effects one, Outcome<Effect> outcome) {
        outcome.value()
                .filter(other ->
                        one.overlap().value().stream().noneMatch(wanted -> wanted.variance() == other.variance()))
                .ifPresent(other -> weighted(
                        draft,
                        one,
                        Claim.words(Estimator.OVERLAP_WEIGHTS, other.variance()),
                        Claim.how(Estimator.OVERLAP_WEIGHTS, other.variance()),
                        outcome));
    }

    private static Derivation from(Effects one, String key) {
        return TableDraft.from(one.judged().ids(), key);
    }

    private void unadjusted(TableDraft draft, Effects one) {
        TwoByTwo table = one.judged().table();
        Optional<RiskDifference> difference = table.riskDifference();
        Derivation from = from(one, "report.how.unadjusted");
        OptionalDouble fisher = difference.isPresent() ? OptionalDouble.of(table.fisher()) : OptionalDouble.empty();
        draft.row(
                Phrase.of("report.t3.unadjusted-mn"),
                share(draft, one, 0),
                share(draft, one, 1),
                difference
                        .map(rd -> draft.cell(TableDraft.points(rd.estimate()), from))
                        .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))),
                difference
                        .map(rd -> draft.cell(TableDraft.points(rd.miettinenNurminen(evidence.level())), from))
                        .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))),
                draft.significance(table.pearson(), from(one, "report.how.pearson")));
        draft.row(
                Phrase.of("report.t3.unadjusted-newcombe"),
                TableDraft.blank(),
                TableDraft.blank(),
                TableDraft.blank(),
                difference
                        .map(rd -> draft.cell(TableDraft.points(rd.newcombe(evidence.level())), from))
                        .orElseGet(() -> draft.unavailable(Phrase.of("report.nobody-judged"))),
                draft.significance(fisher, from(one, "report.how.fisher")));
    }

    private static Cell share(TableDraft draft, Effects one, int arm) {
        return draft.share(
                one.judged().share(arm == 0).events(),
                one.judged().share(arm == 0).total(),
                TableDraft.from(one.judged().ids(arm), "report.how.share"));
    }

    private void weighted(TableDraft draft, Effects one, Phrase label, String how, Outcome<Effect> outcome) {
        Derivation from = from(one, how);
        switch (outcome) {
            case Outcome.Missing<Effect>(var shortfall) ->
                draft.row(
                        label,
                        TableDraft.blank(),
                        TableDraft.blank(),
                        draft.unavailable(shortfall),
                        TableDraft.blank(),
                        TableDraft.blank());
            case Outcome.Found<Effect>(var effect) ->
                draft.row(
                        label,
                        draft.cell(percent(effect.means().treated()), from),
                        draft.cell(percent(effect.means().control()), from),
                        draft.cell(TableDraft.points(effect.difference()), from),
                        effect.interval(evidence.level())
                                .map(interval -> draft.cell(TableDraft.points(interval), from))
                                .orElseGet(() -> draft.unavailable(Phrase.of("report.no-variation"))),
                        effect.contrast()
                                .map(contrast -> draft.cell(new Cell.Significance(contrast.p()), from))
                                .orElseGet(() -> draft.unavailable(Phrase.of("report.no-variation"))));
        }
    }

    /** Which columns the outcome models have, and which rule made the row carry the claim. */
    private void explained(TableDraft draft, Effects one) {
        Augmentation used = one.augmentation();
        Phrase endpoint = evidence.endpoint(one.endpoint());
        if (!one.planned(evidence).contains(Estimator.AUGMENTED_OVERLAP)) {
            return;
        }
        if (used.effect().value().isPresent()) {
            draft.remark(
                    used.penalised() ? "report.t3.augmented-firth" : "report.t3.augmented-with",
                    endpoint,
                    used.columns().isEmpty()
                            ? Phrase.of("report.t3.constant")
                            : Phrase.of("report.text", Text.joined(", ", used.columns())));
        }
        evidence.augmentAbove()
                .ifPresent(limit -> draft.remark(
                        one.claim().because().isEmpty() ? "report.t3.balanced" : "report.t3.unbalanced",
                        endpoint,
                        TableDraft.decimals(limit),
                        one.claim().imbalances()));
        if (!used.without().isEmpty()) {
            draft.remark("report.t3.without", endpoint, Text.joined(", ", used.without()));
        }
    }

    private static Cell.Content percent(double share) {
        return new Cell.Figure(share, 1, Cell.Scale.PERCENT);
    }

    private static Phrase carrying(Phrase words, boolean carries) {
        return carries ? Phrase.of("report.t3.carries", words) : words;
    }

    private void imputed(TableDraft draft, Effects one) {
        Derivation from =
                TableDraft.from(org.trabecula.study.dataset.Dataset.ids(evidence.compared()), "report.how.imputed");
        draft.row(
                carrying(
                        Phrase.of("report.t3.imputed", evidence.terms().imputations()),
                        one.claim().restsOn(Estimator.OVERLAP_WEIGHTS, true)),
                TableDraft.blank(),
                TableDraft.blank(),
                draft.cell(one.imputed(), pooled -> TableDraft.points(pooled.estimate()), from),
                draft.cell(one.imputed(), pooled -> TableDraft.points(pooled.interval(evidence.level())), from),
                draft.cell(one.imputed(), (Pooled pooled) -> new Cell.Significance(pooled.p()), from));
        if (one.claim().restsOn(Estimator.AUGMENTED_OVERLAP, true)) {
            draft.row(
                    carrying(
                            Phrase.of(
                                    "report.t3.imputed-augmented",
                                    evidence.terms().imputations()),
                            true),
                    TableDraft.blank(),
                    TableDraft.blank(),
                    draft.cell(one.claim().contrast(), found -> TableDraft.points(found.estimate()), from),
                    draft.cell(
                            one.claim().contrast(), found -> TableDraft.points(found.interval(evidence.level())), from),
                    draft.cell(one.claim().contrast(), found -> new Cell.Significance(found.p()), from));
        }
    }

    private void ratios(TableDraft draft, Effects one) {
        ratio(draft, one, "report.t3.risk-ratio", one.overlap().value().flatMap(Effect::ratio));
        ratio(draft, one, "report.t3.odds-ratio", one.overlap().value().flatMap(Effect::oddsRatio));
        Optional<Estimate> ratio = one.overlap().value().flatMap(Effect::ratio);
        ratio.filter(_ -> evidence.tries(Sensitivity.E_VALUE)).ifPresent(estimate -> {
            Interval limits = estimate.interval(evidence.level());
            draft.row(
                    Phrase.of("report.t3.e-value"),
                    TableDraft.blank(),
                    TableDraft.blank(),
                    draft.cell(TableDraft.ratio(EValue.of(estimate.value())), from(one, "report.how.e-value")),
                    draft.cell(
                            TableDraft.ratio(EValue.ofLimit(estimate.value(), limits)),
                            from(one, "report.how.e-value-limit")),
                    TableDraft.blank());
        });
    }

    private void ratio(TableDraft draft, Effects one, String key, Optional<Estimate> ratio) {
        Derivation from = from(one, "report.how.ratio");
        draft.row(
                Phrase.of(key),
                TableDraft.blank(),
                TableDraft.blank(),
                ratio.map(estimate -> draft.cell(TableDraft.ratio(estimate.value()), from))
                        .orElseGet(() -> draft.unavailable(Phrase.of("report.no-ratio"))),
                ratio.map(estimate -> draft.cell(TableDraft.ratio(estimate.interval(evidence.level())), from))
                        .orElseGet(TableDraft::blank),
                TableDraft.blank());
    }
}
