package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.implant.Operation;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.safety.ProtocolDeviation;
import org.trabecula.study.visit.VisitStatus;

/** The deviations from the protocol that follow by themselves from what is recorded about a participant. */
public final class Deviations {
    private Deviations() {}

    public static List<ProtocolDeviation> of(Casebook casebook, Protocol protocol, LocalDate today) {
        List<ProtocolDeviation> deviations = new ArrayList<>(new EnrolmentDeviations(casebook, protocol).all());
        casebook.operation().ifPresent(operation -> cage(operation, protocol, deviations));
        Timeline.of(casebook, protocol, today).rows().forEach(row -> {
            visit(row, deviations);
            beforeSurgery(row, casebook).ifPresent(deviations::add);
        });
        return deviations;
    }

    private static void cage(Operation operation, Protocol protocol, List<ProtocolDeviation> deviations) {
        LocalDate on = operation.surgery().on();
        String segment = operation.surgery().lowest().toString();
        List<Long> trail = operation.trail();
        switch (Allocation.of(operation.surgery(), protocol)) {
            case Allocation.Assigned _, Allocation.Awaited _ -> {}
            case Allocation.NoStudyCage _ ->
                deviations.add(new ProtocolDeviation("no-study-cage", on, List.of(segment), trail));
            case Allocation.MixedCages(var materials) ->
                deviations.add(new ProtocolDeviation(
                        "mixed-cages",
                        on,
                        List.of(
                                segment,
                                materials.stream().map(Enum::name).sorted().collect(Collectors.joining(", "))),
                        trail));
            case Allocation.ForeignCage(var material) ->
                deviations.add(new ProtocolDeviation("foreign-cage", on, List.of(segment, material.name()), trail));
        }
    }

    /** A surgery put right may turn out to come after visits that are counted from it. */
    private static Optional<ProtocolDeviation> beforeSurgery(Timeline.Row row, Casebook casebook) {
        return casebook.operation()
                .filter(_ -> row.status() == VisitStatus.BEFORE_SURGERY)
                .map(operation -> {
                    LocalDate held = row.state().held().orElseThrow();
                    return new ProtocolDeviation(
                            "visit-before-surgery",
                            held,
                            List.of(
                                    row.plan().at().toString(),
                                    held.toString(),
                                    operation.surgery().on().toString()),
                            Stream.concat(
                                            row.state().trail().stream(),
                                            Stream.of(operation.trail().getLast()))
                                    .toList());
                });
    }

    private static void visit(Timeline.Row row, List<ProtocolDeviation> deviations) {
        String visit = row.plan().at().toString();
        if (row.status() == VisitStatus.OUT_OF_WINDOW) {
            LocalDate held = row.state().held().orElseThrow();
            deviations.add(new ProtocolDeviation(
                    "visit-out-of-window",
                    held,
                    List.of(
                            visit,
                            held.toString(),
                            row.window().opens().toString(),
                            row.window().closes().toString()),
                    row.state().trail()));
        }
        if (row.status() == VisitStatus.MISSED) {
            deviations.add(new ProtocolDeviation(
                    "visit-missed",
                    row.window().closes(),
                    List.of(visit, row.state().missed().orElse("")),
                    row.state().trail()));
        }
    }
}
