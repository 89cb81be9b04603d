package org.trabecula.study.safety;

import java.time.LocalDate;
import java.util.List;

/**
 * A departure from the protocol that follows from what is recorded.
 *
 * @param rule id of the rule that was departed from
 * @param arguments what the rule's sentence is filled with
 * @param positions the journal entries from which it follows
 */
public record ProtocolDeviation(String rule, LocalDate on, List<String> arguments, List<Long> positions) {
    public ProtocolDeviation {
        arguments = List.copyOf(arguments);
        positions = List.copyOf(positions);
    }
}
