package org.trabecula.simulation.trial;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Parameter;

/**
 * One cell of a grid: how many take part, and what is assumed.
 *
 * @param name what varies in the grid, such as {@code cage-speed=1}, or {@code all} where nothing does
 * @param participants in both arms together
 */
public record Scenario(String name, int participants, Assumptions given) {
    private static final int FEWEST = 10;
    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException with the range when the number of participants is outside */
    public Scenario {
        objection(participants).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    /** Why there cannot be so many participants, as a sentence. */
    static Optional<String> objection(double participants) {
        return participants >= FEWEST && participants <= MOST && participants == Math.rint(participants)
                ? Optional.empty()
                : Optional.of("participants is a whole number between " + FEWEST + " and " + MOST + ", but it is "
                        + participants + ".");
    }

    Scenario named(String other) {
        return new Scenario(other, participants, given);
    }

    /** Everything that a result depends on but the seed, in one line: two scenarios with the same line are the same. */
    public String fingerprint() {
        return "participants=" + participants + " "
                + Stream.of(Parameter.values())
                        .map(parameter -> parameter.id() + "=" + given.value(parameter))
                        .collect(Collectors.joining(" "));
    }
}
