package org.trabecula.study.dataset;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Outcome;

/**
 * An endpoint of one participant at one visit as it enters the comparison: what readers settled, unless a revision before the
 * visit decides (composite strategy of ICH E9(R1)).
 *
 * @param yes empty when it is missing
 * @param read what follows from the images alone
 * @param decidedBy the revision that decides in their place
 */
public record Status(Optional<Boolean> yes, Outcome read, Optional<Intercurrent> decidedBy) {

    static Status of(Outcome read, Optional<Intercurrent> revision, boolean whenRevised) {
        if (revision.isPresent()) {
            return new Status(Optional.of(whenRevised), read, revision);
        }
        return new Status(
                read instanceof Outcome.Known known ? Optional.of(known.yes()) : Optional.empty(), read, revision);
    }

    /** Why it is missing; empty when it is not. */
    public Optional<Cause> missing() {
        return yes.isEmpty() && read instanceof Outcome.Missing missing
                ? Optional.of(missing.cause())
                : Optional.empty();
    }

    /** The journal entries from which it follows. */
    public List<Long> positions() {
        return decidedBy.map(one -> List.of(one.position())).orElse(read.positions());
    }
}
