package org.trabecula.statistics.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line of {@code tasks.csv}.
 *
 * @param name the method of {@link Tasks}
 * @param what in words
 * @param goal the longest median wanted, in milliseconds
 * @param quoted R's time in milliseconds, measured once; empty where it was not
 * @param with what was timed in R
 */
record Task(String name, String what, double goal, OptionalDouble quoted, String with) {

    static List<Task> all() throws IOException {
        try (InputStream in = Optional.ofNullable(Task.class.getResourceAsStream("tasks.csv"))
                .orElseThrow(() -> new IOException("tasks.csv is not on the class path"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(line.split(";", -1)))
                    .toList();
        }
    }

    private static Task of(String[] cells) {
        return new Task(
                cells[0],
                cells[1],
                Double.parseDouble(cells[2]),
                cells[3].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cells[3])),
                cells[4]);
    }

    /** R's quoted time and what was timed. */
    String quotation() {
        return quoted.isEmpty() ? "" : Milliseconds.of(quoted.getAsDouble()) + " (" + with + ")";
    }
}
