package org.trabecula.study.protocol;

import java.util.List;

/**
 * Why something is refused.
 *
 * @param place the field it concerns, by name; empty for the whole
 * @param arguments what the rule's sentence is filled with
 */
public record Objection(Rule rule, String place, List<String> arguments) {
    public Objection {
        arguments = List.copyOf(arguments);
    }

    public static Objection to(String place, Rule rule, Object... arguments) {
        return new Objection(
                rule,
                place,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The English sentence. */
    public String sentence() {
        return rule.sentence(arguments);
    }
}
