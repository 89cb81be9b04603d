package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.statistics.agreement.PartialVerification;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Modalities;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Sensitivity;
import org.trabecula.study.protocol.Timepoint;

/**
 * T9: fusion on radiographs held against CT. CT was taken when the radiograph was unclear, so that those verified are not like
 * the others: beside what they say stands what Begg and Greenes make of it.
 */
record VerificationTable(Evidence evidence) {

    /** One radiograph that says fused or not, with the CT of the same visit if there was one. */
    private record Pair(Subject subject, boolean radiograph, Optional<Boolean> ct) {}

    Table table() {
        TableDraft draft = new TableDraft(
                "t9",
                Phrase.of("report.column.quantity"),
                Phrase.of("report.t9.visit", evidence.visit(evidence.primary())),
                evidence.interval(),
                Phrase.of("report.t9.all-visits"),
                evidence.interval());
        if (!evidence.tries(Sensitivity.VERIFICATION)) {
            return draft.remark("report.t9.not-planned").done();
        }
        List<Pair> primary = pairs(List.of(evidence.primary()));
        List<Pair> every = pairs(evidence.data().visits());
        draft.heading(Phrase.of("report.t9.counts"));
        count(draft, "report.t9.both-fused", primary, every, one -> one.radiograph() && is(one.ct(), true));
        count(draft, "report.t9.radiograph-only", primary, every, one -> one.radiograph() && is(one.ct(), false));
        count(draft, "report.t9.ct-only", primary, every, one -> !one.radiograph() && is(one.ct(), true));
        count(draft, "report.t9.neither", primary, every, one -> !one.radiograph() && is(one.ct(), false));
        count(
                draft,
                "report.t9.unverified-fused",
                primary,
                every,
                one -> one.radiograph() && one.ct().isEmpty());
        count(
                draft,
                "report.t9.unverified-not",
                primary,
                every,
                one -> !one.radiograph() && one.ct().isEmpty());
        draft.heading(Phrase.of("report.t9.verified"));
        accuracy(
                draft,
                "report.t9.sensitivity",
                primary,
                every,
                one -> one.verifiedOnly().sensitivity());
        accuracy(
                draft,
                "report.t9.specificity",
                primary,
                every,
                one -> one.verifiedOnly().specificity());
        draft.heading(Phrase.of("report.t9.corrected"));
        corrected(draft, true, primary, every);
        corrected(draft, false, primary, every);
        Windowed.endpoints(
                draft, evidence, List.of(Endpoint.FUSION), evidence.data().visits());
        AllCt all = AllCt.of(evidence);
        draft.heading(Phrase.of(
                "report.t9.imputed",
                evidence.terms().imputations(),
                all.subjects().size()));
        imputed(draft, true, all);
        imputed(draft, false, all);
        return draft.remark("report.t9.indeterminate", unclear())
                .remark("report.t9.independent")
                .done();
    }

    private static boolean is(Optional<Boolean> ct, boolean value) {
        return ct.isPresent() && ct.get() == value;
    }

    private List<Pair> pairs(List<Timepoint> visits) {
        List<Pair> pairs = new ArrayList<>();
        for (Subject subject : evidence.compared()) {
            for (Timepoint visit : visits) {
                Modalities said = subject.at(visit).modalities();
                said.fusedByRadiograph().ifPresent(fused -> pairs.add(new Pair(subject, fused, said.fusedByCt())));
            }
        }
        return pairs;
    }

    private int unclear() {
        return (int) evidence.compared().stream()
                .filter(one -> one.at(evidence.primary()).modalities().unclear())
                .count();
    }

    private void count(
            TableDraft draft, String key, List<Pair> primary, List<Pair> all, Function<Pair, Boolean> which) {
        List<Cell> cells = new ArrayList<>();
        for (List<Pair> pairs : List.of(primary, all)) {
            List<Pair> own = pairs.stream().filter(which::apply).toList();
            cells.add(draft.cell(
                    new Cell.Count(own.size()),
                    TableDraft.from(
                            Dataset.ids(
                                    own.stream().map(Pair::subject).distinct().toList()),
                            "report.how.count")));
            cells.add(TableDraft.blank());
        }
        draft.row(Phrase.of(key), cells);
    }

    private static PartialVerification table(List<Pair> pairs) {
        int[] n = new int[6];
        for (Pair one : pairs) {
            int row = one.radiograph() ? 0 : 3;
            n[row + one.ct().map(fused -> fused ? 0 : 1).orElse(2)]++;
        }
        return new PartialVerification(n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    private void accuracy(
            TableDraft draft,
            String key,
            List<Pair> primary,
            List<Pair> all,
            Function<PartialVerification, Proportion> share) {
        List<Cell> cells = new ArrayList<>();
        for (List<Pair> pairs : List.of(primary, all)) {
            Proportion own = share.apply(table(pairs));
            Derivation from = from(pairs, "report.how.verified");
            cells.add(draft.share(own.events(), own.total(), from));
            cells.add(own.total() == 0 ? TableDraft.blank() : draft.cell(percent(own.wilson(evidence.level())), from));
        }
        draft.row(Phrase.of(key), cells);
    }

    private void corrected(TableDraft draft, boolean sensitivity, List<Pair> primary, List<Pair> all) {
        List<Cell> cells = new ArrayList<>();
        for (List<Pair> pairs : List.of(primary, all)) {
            Outcome<PartialVerification.Corrected> outcome = table(pairs).corrected();
            Derivation from = from(pairs, "report.how.begg-greenes");
            cells.add(draft.cell(
                    outcome,
                    one -> new Cell.Figure(sensitivity ? one.sensitivity() : one.specificity(), 1, Cell.Scale.PERCENT),
                    from));
            cells.add(draft.cell(
                    outcome,
                    one -> percent(
                            sensitivity
                                    ? one.sensitivityInterval(evidence.level())
                                    : one.specificityInterval(evidence.level())),
                    from));
        }
        draft.row(Phrase.of(sensitivity ? "report.t9.sensitivity" : "report.t9.specificity"), cells);
    }

    /** Of the primary visit alone. */
    private void imputed(TableDraft draft, boolean sensitivity, AllCt all) {
        Outcome<Pooled> pooled = all.accuracy(sensitivity);
        Derivation from = TableDraft.from(Dataset.ids(all.subjects()), "report.how.all-ct");
        draft.row(
                Phrase.of(sensitivity ? "report.t9.sensitivity" : "report.t9.specificity"),
                draft.cell(pooled, one -> new Cell.Figure(share(one.estimate()), 1, Cell.Scale.PERCENT), from),
                draft.cell(
                        pooled,
                        one -> percent(new Interval(
                                share(one.interval(evidence.level()).lower()),
                                share(one.interval(evidence.level()).upper()))),
                        from),
                TableDraft.blank(),
                TableDraft.blank());
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static Derivation from(List<Pair> pairs, String key) {
        return TableDraft.from(
                Dataset.ids(pairs.stream().map(Pair::subject).distinct().toList()), key);
    }

    private static Cell.Content percent(Interval interval) {
        return new Cell.Range(interval.lower(), interval.upper(), 1, Cell.Scale.PERCENT);
    }
}
