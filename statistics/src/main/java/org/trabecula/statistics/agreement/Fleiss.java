package org.trabecula.statistics.agreement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Fleiss' kappa of readers who all read every subject, with the test of independence.
 *
 * @param value kappa
 * @param nullError its standard error without agreement beyond chance
 * @param byCategory kappa of each category against all others; empty where nobody gave it or everybody did
 */
public record Fleiss(double value, double nullError, List<OptionalDouble> byCategory) {
    public Fleiss {
        byCategory = List.copyOf(byCategory);
    }

    /** Kappa over its error without agreement beyond chance. */
    public double z() {
        return value / nullError;
    }
}
