package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * How the chance of any false claim is held.
 *
 * @param level of the family, two-sided, between 0 and 1
 * @param over ids of the primary estimands; their order matters to {@link Procedure#FIXED_SEQUENCE} alone
 */
public record Multiplicity(Procedure procedure, BigDecimal level, List<String> over) {
    public Multiplicity {
        over = List.copyOf(over);
    }

    /** The procedures that the program has. */
    public enum Procedure {
        /** Step-down, Holm S, Scand J Stat 1979;6:65-70. */
        HOLM,
        /** The level divided by the number of primaries. */
        BONFERRONI,
        /** One after the other at the whole level, until one is not rejected. */
        FIXED_SEQUENCE;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
