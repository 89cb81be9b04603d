package org.trabecula.study.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From single screws to the participant. */
final class Screws {
    private Screws() {}

    /** Loose when one screw is; firm when every screw that can be judged is, and at least one can; otherwise missing. */
    static Outcome anyLoose(List<ScrewOutcome> screws) {
        List<Outcome.Known> known = known(screws);
        List<Outcome.Known> loose = known.stream().filter(Outcome.Known::yes).toList();
        if (!loose.isEmpty()) {
            return new Outcome.Known(true, strongest(loose), positions(loose));
        }
        Optional<Outcome.Missing> awaited = missing(screws).stream()
                .filter(one -> one.cause() != Cause.NOT_ASSESSABLE)
                .findFirst();
        if (awaited.isPresent()) {
            return awaited.get();
        }
        if (known.isEmpty()) {
            return new Outcome.Missing(Cause.NOT_ASSESSABLE, positions(missing(screws)));
        }
        return new Outcome.Known(false, strongest(known), positions(known));
    }

    static ScrewTally tally(List<ScrewOutcome> screws) {
        List<Outcome.Known> known = known(screws);
        int loose = (int) known.stream().filter(Outcome.Known::yes).count();
        return new ScrewTally(
                loose,
                known.size(),
                screws.size() - known.size(),
                positions(screws.stream().map(ScrewOutcome::outcome).toList()));
    }

    private static List<Outcome.Known> known(List<ScrewOutcome> screws) {
        List<Outcome.Known> known = new ArrayList<>();
        screws.forEach(screw -> {
            if (screw.outcome() instanceof Outcome.Known one) {
                known.add(one);
            }
        });
        return known;
    }

    private static List<Outcome.Missing> missing(List<ScrewOutcome> screws) {
        List<Outcome.Missing> missing = new ArrayList<>();
        screws.forEach(screw -> {
            if (screw.outcome() instanceof Outcome.Missing one) {
                missing.add(one);
            }
        });
        return missing;
    }

    /** The most elaborate way in which one of the deciding screws is known. */
    private static Source strongest(List<Outcome.Known> known) {
        return known.stream().map(Outcome.Known::source).max(Enum::compareTo).orElseThrow();
    }

    private static List<Long> positions(List<? extends Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.positions().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
