package org.trabecula.exchange.folder;

import java.util.Optional;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.LogicException;

/** Reads rules, and turns a refusal into a problem with its place. */
final class Rules {
    private Rules() {}

    static Optional<Logic> read(String source, Place place, Findings findings) {
        try {
            return Optional.of(Logic.parse(source));
        } catch (LogicException e) {
            findings.error(place, "logic", "The rule \"" + source + "\" cannot be read. " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** With a rule that always holds in place of one that cannot be read. */
    static Logic readOrTrue(String source, Place place, Findings findings) {
        return source.isEmpty()
                ? Logic.parse("true")
                : read(source, place, findings).orElse(Logic.parse("true"));
    }
}
