package org.trabecula.study.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** From single screws to the participant. */
final class Screws {
    private Screws() {}

    /** Loose when one screw is; firm when every screw that can be judged is, and at least one can; otherwise missing. */
    static Outcome anyLoose(List<ScrewOutcome> screws) {
        List<Outcome.Known> known = known(screws);
        List<Outcome.Known> loose = new ArrayList<>(known);
        loose.removeIf(one -> !one.yes());
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
        int loose = 0;
        for (Outcome.Known one : known) {
            loose += one.yes() ? 1 : 0;
        }
        List<Outcome> all = new ArrayList<>(screws.size());
        screws.forEach(screw -> all.add(screw.outcome()));
        return new ScrewTally(loose, known.size(), screws.size() - known.size(), positions(all));
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
        Source strongest = known.getFirst().source();
        for (Outcome.Known one : known) {
            strongest = one.source().compareTo(strongest) > 0 ? one.source() : strongest;
        }
        return strongest;
    }

    private static List<Long> positions(List<? extends Outcome> outcomes) {
        SortedSet<Long> positions = new TreeSet<>();
        List<Long> last = List.of();
        for (Outcome outcome : outcomes) {
            // Screws of one case mostly stand on the same reads.
            if (!outcome.positions().equals(last)) {
                last = outcome.positions();
                positions.addAll(last);
            }
        }
        return List.copyOf(positions);
    }
}
