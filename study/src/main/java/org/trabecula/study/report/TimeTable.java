package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.statistics.censored.AcceleratedFailure;
import org.trabecula.statistics.censored.AftFit;
import org.trabecula.statistics.censored.CensoredTimes;
import org.trabecula.statistics.censored.GeneralisedLogRank;
import org.trabecula.statistics.censored.GroupTest;
import org.trabecula.statistics.censored.Scores;
import org.trabecula.statistics.censored.TimeLaw;
import org.trabecula.statistics.censored.Turnbull;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Span;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;

/** The second half of T5: time to fusion and to the first loosening, known to lie between two looks by the days they were made. */
record TimeTable(Evidence evidence) {

    /** What time is asked about. */
    public enum Event {
        FUSION,
        LOOSENING;

        Span of(Subject subject) {
            return switch (this) {
                case FUSION -> subject.fusion();
                case LOOSENING -> subject.loosening();
            };
        }

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Table table() {
        TableDraft draft = new TableDraft(
                "t5b",
                Phrase.of("report.column.time"),
                evidence.headed(0),
                evidence.headed(1),
                Phrase.of("report.column.estimate"),
                evidence.interval(),
                Phrase.of("report.column.p"));
        for (Event event : Event.values()) {
            draft.heading(Phrase.of("report.t5b." + event.id()));
            seen(draft, event);
            evidence.data().visits().forEach(visit -> curve(draft, event, visit));
            logRank(draft, event);
            weibull(draft, event);
        }
        return draft.remark("report.t5b.bands").done();
    }

    static List<Subject> looked(Evidence evidence, Event event) {
        return evidence.compared().stream().filter(one -> event.of(one).known()).toList();
    }

    /** The intervals of these participants. */
    static CensoredTimes times(List<Subject> subjects, Event event) {
        return new CensoredTimes(
                subjects.stream().mapToDouble(one -> event.of(one).after()).toArray(),
                subjects.stream().mapToDouble(one -> event.of(one).upTo()).toArray());
    }

    static Outcome<Turnbull> curve(Evidence evidence, Event event, int arm) {
        List<Subject> members =
                looked(evidence, event).stream().filter(one -> one.arm() == arm).toList();
        return Turnbull.of(times(members, event));
    }

    private List<Subject> looked(Event event, int arm) {
        return looked(evidence, event).stream().filter(one -> one.arm() == arm).toList();
    }

    private void seen(TableDraft draft, Event event) {
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            List<Subject> members = looked(event, arm);
            int seen =
                    (int) members.stream().filter(one -> event.of(one).seen()).count();
            cells.add(draft.share(seen, members.size(), TableDraft.from(Dataset.ids(members), "report.how.seen")));
        }
        cells.addAll(List.of(TableDraft.blank(), TableDraft.blank(), TableDraft.blank()));
        draft.row(Phrase.of("report.t5b.seen"), cells);
    }

    /** The probability of the event by a visit's month: one number where the curve is defined, a band where it is not. */
    private void curve(TableDraft draft, Event event, Timepoint visit) {
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            Outcome<Interval> band = curve(evidence, event, arm).map(one -> one.survival(visit.months()));
            cells.add(draft.cell(
                    band,
                    survival -> new Cell.Range(1 - survival.upper(), 1 - survival.lower(), 1, Cell.Scale.PERCENT),
                    TableDraft.from(Dataset.ids(looked(event, arm)), "report.how.turnbull")));
        }
        cells.addAll(List.of(TableDraft.blank(), TableDraft.blank(), TableDraft.blank()));
        draft.row(Phrase.of("report.t5b.by", visit.months()), cells);
    }

    private void logRank(TableDraft draft, Event event) {
        draft.row(
                Phrase.of("report.t5b.log-rank"),
                TableDraft.blank(),
                TableDraft.blank(),
                TableDraft.blank(),
                TableDraft.blank(),
                draft.cell(
                        test(evidence, event),
                        one -> new Cell.Significance(one.p()),
                        TableDraft.from(Dataset.ids(looked(evidence, event)), "report.how.log-rank")));
    }

    /** Whether the times of the arms differ: the generalised log-rank test by permutation. */
    static Outcome<GroupTest> test(Evidence evidence, Event event) {
        List<Subject> all = looked(evidence, event);
        int[] group = all.stream().mapToInt(Subject::arm).toArray();
        return all.isEmpty()
                ? Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody was looked at")
                : GeneralisedLogRank.of(times(all, event), group, 2).then(one -> one.permutation(Scores.SUN));
    }

    private void weibull(TableDraft draft, Event event) {
        List<Subject> all = looked(evidence, event);
        double[][] rows = all.stream()
                .map(one -> new double[] {1, one.arm() == 0 ? 1 : 0})
                .toArray(double[][]::new);
        Outcome<AftFit> fit = all.isEmpty()
                ? Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody was looked at")
                : AcceleratedFailure.fit(TimeLaw.WEIBULL, times(all, event), rows);
        List<ParticipantId> who = Dataset.ids(all);
        estimate(
                draft,
                "report.t5b.time-ratio",
                fit.then(one -> ratio(one.coefficients()[1], Math.sqrt(one.covariance()[1][1]))),
                who);
        estimate(
                draft,
                "report.t5b.hazard-ratio",
                fit.then(one -> ratio(one.logHazardRatios()[1], one.logHazardRatioErrors(one.covariance())[1])),
                who);
    }

    private static Outcome<Estimate> ratio(double log, double error) {
        return Double.isFinite(log) && Double.isFinite(error) && Double.isFinite(Math.exp(log)) && Math.exp(log) > 0
                ? Outcome.of(new Estimate(Math.exp(log), error, Estimate.Scale.LOGARITHM))
                : Outcome.none(Shortfall.Cause.NOT_CONVERGED, "The likelihood is too flat for an error");
    }

    private void estimate(TableDraft draft, String key, Outcome<Estimate> outcome, List<ParticipantId> who) {
        Derivation from = TableDraft.from(who, "report.how.weibull");
        draft.row(
                Phrase.of(key),
                TableDraft.blank(),
                TableDraft.blank(),
                draft.cell(outcome, one -> TableDraft.ratio(one.value()), from),
                draft.cell(outcome, one -> TableDraft.ratio(one.interval(evidence.level())), from),
                draft.cell(outcome, one -> new Cell.Significance(Wald.p(one)), from));
    }
}
