package org.trabecula.dicom;

import java.text.MessageFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A flaw of one file.
 *
 * @param arguments what stands in the places of its sentence: numbers, attributes, never a value of the file but its encoding
 */
public record Finding(Flaw flaw, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Flaw flaw, Object... arguments) {
        return new Finding(flaw, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** The English sentence. */
    public String sentence() {
        return MessageFormat.format(flaw.pattern().replace("'", "''"), arguments.toArray());
    }
}
