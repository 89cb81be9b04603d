package org.trabecula.study.analysis;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Evaluation;
import org.trabecula.study.endpoint.Outcome;
import org.trabecula.study.endpoint.ScrewOutcome;
import org.trabecula.study.endpoint.Source;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;

/** Counts by arm, and compares those of the contrast. */
final class RateTable {
    private final Protocol protocol;
    private final Evaluation evaluation;
    private final List<List<Casebook>> groups;
    private final Map<Timepoint, List<List<Contribution>>> contributions = new HashMap<>();

    RateTable(Protocol protocol, Evaluation evaluation, List<List<Casebook>> groups) {
        this.protocol = protocol;
        this.evaluation = evaluation;
        this.groups = groups;
    }

    void fill(Endpoint endpoint, Timepoint visit, Unit unit, List<Rate> rates, List<Comparison> comparisons) {
        List<List<Contribution>> members = contributions.computeIfAbsent(visit, this::contribute);
        Rate[] row = new Rate[groups.size()];
        for (int arm = 0; arm < row.length; arm++) {
            Tally tally = new Tally();
            members.get(arm).forEach(member -> tally.add(member.outcomes(), endpoint, unit));
            row[arm] = tally.rate(endpoint, visit, unit, arm, members.get(arm));
            rates.add(row[arm]);
        }
        if (row.length >= 2) {
            comparisons.add(compare(row[0], row[1]));
        }
    }

    private List<List<Contribution>> contribute(Timepoint visit) {
        return groups.stream()
                .map(group -> group.stream()
                        .map(casebook -> new Contribution(
                                casebook.id(),
                                evaluation.counted(casebook, visit).outcomes()))
                        .toList())
                .toList();
    }

    private Comparison compare(Rate first, Rate second) {
        boolean judged = first.proportion().total() > 0 && second.proportion().total() > 0;
        TwoByTwo table = new TwoByTwo(first.proportion(), second.proportion());
        return new Comparison(
                first.endpoint(),
                first.visit(),
                first.unit(),
                judged ? table.difference() : OptionalDouble.empty(),
                judged ? table.newcombe(protocol.endpoints().level()) : Optional.empty(),
                judged ? table.pearson() : OptionalDouble.empty(),
                judged ? OptionalDouble.of(table.fisher()) : OptionalDouble.empty());
    }

    /** One cell while it is being counted. */
    private final class Tally {
        private int events;
        private int total;
        private final Map<Cause, Integer> missing = new EnumMap<>(Cause.class);
        private final Map<Source, Integer> sources = new EnumMap<>(Source.class);

        void add(VisitOutcomes outcomes, Endpoint endpoint, Unit unit) {
            Outcome outcome = outcomes.of(endpoint);
            if (unit == Unit.SCREW) {
                events += outcomes.tally().loose();
                total += outcomes.tally().judged();
                unjudged(outcomes, outcome);
                return;
            }
            switch (outcome) {
                case Outcome.Known(var yes, var source, var _) -> {
                    events += yes ? 1 : 0;
                    total++;
                    sources.merge(source, 1, Integer::sum);
                }
                case Outcome.Missing(var cause, var _) -> missing.merge(cause, 1, Integer::sum);
            }
        }

        /** Screws that were looked at miss for their own cause, the others for the participant's. */
        private void unjudged(VisitOutcomes outcomes, Outcome participant) {
            int left = outcomes.tally().missing();
            for (ScrewOutcome screw : outcomes.screws()) {
                if (screw.outcome() instanceof Outcome.Missing(var cause, var _)) {
                    missing.merge(cause, 1, Integer::sum);
                    left--;
                }
            }
            if (left > 0) {
                Cause cause = participant instanceof Outcome.Missing(var why, var _) ? why : Cause.NOT_STATED;
                missing.merge(cause, left, Integer::sum);
            }
        }

        Rate rate(Endpoint endpoint, Timepoint visit, Unit unit, int arm, List<Contribution> members) {
            Proportion proportion = new Proportion(events, total);
            return new Rate(
                    endpoint,
                    visit,
                    unit,
                    protocol.compared().get(arm),
                    proportion,
                    total == 0
                            ? Optional.empty()
                            : Optional.of(proportion.wilson(protocol.endpoints().level())),
                    missing,
                    sources,
                    members);
        }
    }
}
