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
        /** Step-up, valid where the tests depend positively on each other, Hochberg Y, Biometrika 1988;75:800-802. */
        HOCHBERG,
        /** The level divided by the number of primaries. */
        BONFERRONI,
        /** One after the other at the whole level, until one is not rejected. */
        FIXED_SEQUENCE,
        /** Each at the whole level: the family's error is not held. */
        NONE;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
