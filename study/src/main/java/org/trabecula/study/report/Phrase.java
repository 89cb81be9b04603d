package org.trabecula.study.report;

import java.util.List;

/**
 * Words in no language yet: a key of the word lists, and what its places are filled with.
 *
 * @param arguments texts, numbers, {@link org.trabecula.study.protocol.Text}s, visits and other phrases
 */
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
