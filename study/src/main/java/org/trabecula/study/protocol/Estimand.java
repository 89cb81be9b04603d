package org.trabecula.study.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a result is about: the five attributes of ICH E9(R1), section A.3, in words and, where the program needs them, by name.
 *
 * @param id short and stable, for example {@code fusion-6}
 * @param endpoint id of the plan's endpoint that is its variable
 * @param at the visit; empty for a variable over the whole follow-up, such as a time
 * @param set id of the analysis set in which it is estimated
 */
public record Estimand(
        String id,
        Text treatment,
        Text population,
        Text variable,
        Text summary,
        String endpoint,
        Optional<Timepoint> at,
        String set,
        List<Intercurrent> events) {
    public Estimand {
        events = List.copyOf(events);
    }

    /** An event after surgery that bears on the variable or its meaning, and what is done about it. */
    public record Intercurrent(Text event, Strategy strategy, Text meaning) {}

    /** The strategies of ICH E9(R1), section A.3.2. */
    public enum Strategy {
        TREATMENT_POLICY,
        HYPOTHETICAL,
        COMPOSITE,
        WHILE_ON_TREATMENT,
        PRINCIPAL_STRATUM;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
