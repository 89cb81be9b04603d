package org.trabecula.study.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * Why something is refused.
 *
 * @param place the field it concerns, by name; empty for the whole
 * @param arguments what the rule's sentence is filled with, in every language of the interface
 */
public record Objection(Rule rule, String place, List<Text> arguments) {
    public Objection {
        arguments = List.copyOf(arguments);
    }

    /**
     * An objection to one field, or to the whole where the place is empty.
     *
     * @param arguments a {@link Text} where the words differ between languages; anything else stands as it is
     */
    public static Objection to(String place, Rule rule, Object... arguments) {
        return new Objection(
                rule,
                place,
                Arrays.stream(arguments)
                        .map(one -> one instanceof Text text ? text : Text.same(String.valueOf(one)))
                        .toList());
    }

    /** The English sentence. */
    public String sentence() {
        return rule.sentence(arguments.stream().map(Text::english).toList());
    }
}
