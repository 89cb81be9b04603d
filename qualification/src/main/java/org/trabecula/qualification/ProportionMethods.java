package org.trabecula.qualification;

import java.util.List;

/** Proportions, their differences and ratios, and the tests of two-by-two tables. */
final class ProportionMethods {
    private ProportionMethods() {}

    static List<Method> all() {
        return List.of();
    }
}
