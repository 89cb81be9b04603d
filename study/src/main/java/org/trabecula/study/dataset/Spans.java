package org.trabecula.study.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Outcome;

/** Between which looks something first happened. A revision ends the looks for fusion; one of screws is a loosening. */
record Spans(Optional<LocalDate> surgery, List<Occasion> visits, List<Intercurrent> intercurrent) {

    private record Look(double month, boolean yes, List<Long> positions) {}

    Span fusion() {
        double end = intercurrent.stream()
                .filter(Intercurrent::revision)
                .flatMap(one -> month(one).stream())
                .min(Comparator.naturalOrder())
                .orElse(Double.POSITIVE_INFINITY);
        return span(looks(Endpoint.FUSION).stream()
                .filter(look -> look.month() < end)
                .toList());
    }

    Span loosening() {
        List<Look> looks = looks(Endpoint.LOOSENING);
        intercurrent.stream()
                .filter(one -> one.kind() == Intercurrent.Kind.REVISION_OF_SCREWS)
                .forEach(one ->
                        month(one).ifPresent(month -> looks.add(new Look(month, true, List.of(one.position())))));
        return span(looks);
    }

    private Optional<Double> month(Intercurrent one) {
        return surgery.map(day -> Math.max(0, Subject.months(day, one.on())));
    }

    private List<Look> looks(Endpoint endpoint) {
        List<Look> looks = new ArrayList<>();
        for (Occasion seen : visits) {
            if (seen.month().orElse(0) > 0 && seen.outcomes().of(endpoint) instanceof Outcome.Known known) {
                looks.add(new Look(seen.month().getAsDouble(), known.yes(), known.positions()));
            }
        }
        return looks;
    }

    private static Span span(List<Look> looks) {
        double after = 0;
        double upTo = Double.POSITIVE_INFINITY;
        List<Long> positions = new ArrayList<>();
        List<Look> inTime =
                looks.stream().sorted(Comparator.comparingDouble(Look::month)).toList();
        for (Look look : inTime) {
            if (look.yes()) {
                upTo = look.month();
                positions.addAll(look.positions());
                break;
            }
            after = look.month();
            positions.clear();
            positions.addAll(look.positions());
        }
        return new Span(after, upTo, looks.size(), positions);
    }
}
