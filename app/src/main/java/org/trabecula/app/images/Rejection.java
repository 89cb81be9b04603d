package org.trabecula.app.images;

import java.util.List;
import java.util.stream.Stream;

/** Why one file is not taken. */
public record Rejection(IntakeRule rule, List<String> arguments) {
    public Rejection {
        arguments = List.copyOf(arguments);
    }

    static Rejection of(IntakeRule rule, String file, Object... more) {
        return new Rejection(
                rule,
                Stream.concat(Stream.of(file), Stream.of(more).map(String::valueOf))
                        .toList());
    }

    /** The English sentence; it names the file and never its contents. */
    public String sentence() {
        return rule.sentence(arguments);
    }
}
