package org.trabecula.app.images;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.dicom.Finding;

/**
 * Why one file is not taken.
 *
 * @param finding what exactly is wrong inside it, where that is known
 */
public record Rejection(IntakeRule rule, List<String> arguments, Optional<Finding> finding) {
    public Rejection {
        arguments = List.copyOf(arguments);
    }

    static Rejection of(IntakeRule rule, String file, Object... more) {
        return new Rejection(
                rule,
                Stream.concat(Stream.of(file), Stream.of(more).map(String::valueOf))
                        .toList(),
                Optional.empty());
    }

    static Rejection of(IntakeRule rule, String file, Finding finding) {
        return new Rejection(rule, List.of(file), Optional.of(finding));
    }

    /** The refused file's name, or that of the archive which it was in. */
    public String file() {
        return arguments.getFirst();
    }

    /** In English; it names the file and never its contents. */
    public String sentence() {
        return rule.sentence(arguments)
                + finding.map(found -> " " + found.sentence()).orElse("");
    }
}
