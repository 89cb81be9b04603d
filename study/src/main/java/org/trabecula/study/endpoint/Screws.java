package org.trabecula.study.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** From single screws to the participant. */
final class Screws {
    private Screws() {}

    /** Loose when one screw is; firm when every screw that can be judged is, and at least one can; otherwise missing. */
    static Outcome anyLoose(List<ScrewOutcome> screws) {
        List<Outcome.Known> loose = new ArrayList<>();
        List<Outcome.Known> firm = new ArrayList<>();
        List<Outcome.Missing> missing = new ArrayList<>();
        for (ScrewOutcome screw : screws) {
            switch (screw.outcome()) {
                case Outcome.Known one -> (one.yes() ? loose : firm).add(one);
                case Outcome.Missing one -> missing.add(one);
            }
        }
        if (!loose.isEmpty()) {
            return new Outcome.Known(true, strongest(loose), positions(loose));
        }
        for (Outcome.Missing one : missing) {
            if (one.cause() != Cause.NOT_ASSESSABLE) {
                return one;
            }
        }
        return firm.isEmpty()
                ? new Outcome.Missing(Cause.NOT_ASSESSABLE, positions(missing))
                : new Outcome.Known(false, strongest(firm), positions(firm));
    }

    static ScrewTally tally(List<ScrewOutcome> screws) {
        int known = 0;
        int loose = 0;
        List<Outcome> all = new ArrayList<>(screws.size());
        for (ScrewOutcome screw : screws) {
            all.add(screw.outcome());
            if (screw.outcome() instanceof Outcome.Known one) {
                known++;
                loose += one.yes() ? 1 : 0;
            }
        }
        return new ScrewTally(loose, known, screws.size() - known, positions(all));
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
