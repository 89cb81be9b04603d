package org.trabecula.study.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Evaluation;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.journal.Head;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;

/**
 * What the study found at one data cut. The analysis set is everybody whose arm is known: operated with a study cage at the
 * lowest fused segment, or transcribed with an arm.
 *
 * @param unassigned operated participants without an arm, left out of every table
 */
public record Results(
        MadeFrom cut,
        List<Arm> arms,
        List<Timepoint> visits,
        List<Integer> sizes,
        int unassigned,
        List<Rate> rates,
        List<Comparison> comparisons,
        List<ScoreCell> scores) {
    public Results {
        arms = List.copyOf(arms);
        visits = List.copyOf(visits);
        sizes = List.copyOf(sizes);
        rates = List.copyOf(rates);
        comparisons = List.copyOf(comparisons);
        scores = List.copyOf(scores);
    }

    /** Computes every table from the study at a position. */
    public static Results of(Register register, Protocol protocol, Head head) {
        List<List<Casebook>> groups = protocol.compared().stream()
                .map(arm -> register.casebooks().stream()
                        .filter(casebook -> Allocation.of(casebook, protocol)
                                .assigned()
                                .filter(arm::equals)
                                .isPresent())
                        .toList())
                .toList();
        SortedSet<Timepoint> visits = new TreeSet<>(
                protocol.followUps().stream().map(PlannedVisit::at).toList());
        groups.forEach(group -> group.forEach(casebook -> casebook.visits().stream()
                .filter(visit -> visit.transcript().isPresent())
                .filter(visit -> !visit.at().equals(Timepoint.BASELINE))
                .forEach(visit -> visits.add(visit.at()))));
        RateTable table = new RateTable(protocol, new Evaluation(register, protocol), groups);
        List<Rate> rates = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (Timepoint visit : visits) {
            for (Endpoint endpoint : Endpoint.values()) {
                table.fill(endpoint, visit, Unit.PARTICIPANT, rates, comparisons);
            }
            table.fill(Endpoint.LOOSENING, visit, Unit.SCREW, rates, comparisons);
        }
        int unassigned = (int) register.casebooks().stream()
                .filter(casebook -> casebook.surgery().isPresent())
                .filter(casebook -> Allocation.of(casebook, protocol).assigned().isEmpty())
                .count();
        return new Results(
                new MadeFrom(head, protocol.version()),
                protocol.compared(),
                List.copyOf(visits),
                groups.stream().map(List::size).toList(),
                unassigned,
                rates,
                comparisons,
                new ScoreTable(protocol, groups).cells(visits));
    }

    public Optional<Rate> rate(Endpoint endpoint, Timepoint visit, Unit unit, String arm) {
        return rates.stream()
                .filter(rate -> rate.endpoint() == endpoint && rate.unit() == unit)
                .filter(rate -> rate.visit().equals(visit) && rate.arm().id().equals(arm))
                .findFirst();
    }

    public Optional<Comparison> comparison(Endpoint endpoint, Timepoint visit, Unit unit) {
        return comparisons.stream()
                .filter(one -> one.endpoint() == endpoint
                        && one.unit() == unit
                        && one.visit().equals(visit))
                .findFirst();
    }

    public Optional<ScoreCell> score(String score, Timepoint visit, String arm) {
        return scores.stream()
                .filter(cell -> cell.score().id().equals(score) && cell.visit().equals(visit))
                .filter(cell -> cell.arm().id().equals(arm))
                .findFirst();
    }
}
