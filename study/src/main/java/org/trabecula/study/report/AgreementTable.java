package org.trabecula.study.report;

import java.util.List;
import java.util.Locale;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.analysis.Agreement;
import org.trabecula.study.analysis.Feature;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.participant.ParticipantId;

/** T8: how far readers agree with each other and with themselves, and how blind they were. */
record AgreementTable(Evidence evidence) {

    Table table() {
        TableDraft draft = new TableDraft(
                "t8",
                Phrase.of("report.column.feature"),
                Phrase.of("report.column.pairs"),
                Phrase.of("report.column.alike"),
                Phrase.of("report.column.coefficient"),
                evidence.interval(),
                Phrase.of("report.column.gwet"));
        for (Agreement.Between between : Agreement.Between.values()) {
            draft.heading(Phrase.of("agreement.between." + between.name().toLowerCase(Locale.ROOT)));
            evidence.agreement().categories().stream()
                    .filter(one -> one.between() == between)
                    .forEach(one -> category(draft, one));
            evidence.agreement().measurements().stream()
                    .filter(one -> one.between() == between)
                    .forEach(one -> measured(draft, one));
        }
        blinding(draft, evidence.agreement().blindingOfScrews(), "report.t8.blinding-screws");
        blinding(draft, evidence.agreement().blinding(), "report.t8.blinding");
        return draft.remark("report.t8.coefficients").remark("report.t8.blind").done();
    }

    private Derivation from(String key) {
        return TableDraft.from(List.<ParticipantId>of(), key);
    }

    private static Phrase feature(Feature feature, Modality modality) {
        return Phrase.of(
                "report.t8.feature",
                Phrase.of("agreement." + feature.name().toLowerCase(Locale.ROOT)),
                Phrase.of("modality." + modality.name().toLowerCase(Locale.ROOT)));
    }

    private void category(TableDraft draft, Agreement.Categories one) {
        Derivation from = from("report.how.agreement");
        draft.row(
                feature(one.feature(), one.modality()),
                draft.cell(new Cell.Count(one.units()), from),
                one.alike()
                        .map(share -> draft.cell(new Cell.Figure(share, 1, Cell.Scale.PERCENT), from))
                        .orElseGet(() -> draft.unavailable(Phrase.of("report.too-few-values"))),
                draft.cell(one.kappa(), kappa -> new Cell.Figure(kappa.value(), 2, Cell.Scale.DIFFERENCE), from),
                interval(draft, one, from),
                draft.cell(one.gwet(), gwet -> new Cell.Figure(gwet.value(), 2, Cell.Scale.DIFFERENCE), from));
    }

    /** Without a difference between any two pairs there is no error; that is no fault of the data. */
    private Cell interval(TableDraft draft, Agreement.Categories one, Derivation from) {
        Outcome<Interval> limits = one.interval(evidence.level());
        return limits instanceof Outcome.Missing<Interval>(var shortfall)
                        && shortfall.cause() == Shortfall.Cause.SINGULAR
                ? draft.unavailable(Phrase.of("report.t8.no-error"))
                : draft.cell(limits, AgreementTable::range, from);
    }

    private void measured(TableDraft draft, Agreement.Measurements one) {
        Derivation from = from("report.how.agreement");
        draft.row(
                feature(one.feature(), one.modality()),
                draft.cell(new Cell.Count(one.units()), from),
                TableDraft.blank(),
                draft.cell(one.icc(), icc -> new Cell.Figure(icc.value(), 2, Cell.Scale.DIFFERENCE), from),
                draft.cell(one.icc(), icc -> range(icc.interval()), from),
                TableDraft.blank());
    }

    private static Cell.Content range(Interval interval) {
        return new Cell.Range(interval.lower(), interval.upper(), 2, Cell.Scale.DIFFERENCE);
    }

    /** The indices with every guess counted, and with the surest alone. */
    private void blinding(TableDraft draft, List<Agreement.Blinding> blindings, String key) {
        if (blindings.isEmpty()) {
            return;
        }
        draft.heading(Phrase.of(key));
        Agreement.Blinding all = blindings.getFirst();
        int asked = asked(all.table().active()) + asked(all.table().control());
        index(draft, Phrase.of("report.t8.james"), asked, all.james());
        for (int arm = 0; arm < all.bang().size(); arm++) {
            index(
                    draft,
                    Phrase.of("report.t8.bang", evidence.arm(arm)),
                    asked(arm == 0 ? all.table().active() : all.table().control()),
                    all.bang().get(arm));
        }
    }

    private void index(TableDraft draft, Phrase label, int asked, Outcome<Estimate> outcome) {
        Derivation from = from("report.how.blinding");
        draft.row(
                label,
                draft.cell(new Cell.Count(asked), from),
                TableDraft.blank(),
                draft.cell(outcome, one -> new Cell.Figure(one.value(), 2, Cell.Scale.DIFFERENCE), from),
                draft.cell(outcome, one -> range(one.interval(evidence.level())), from),
                TableDraft.blank());
    }

    private static int asked(org.trabecula.statistics.agreement.BlindingTable.Guesses guesses) {
        return guesses.right() + guesses.wrong() + guesses.unknown();
    }
}
